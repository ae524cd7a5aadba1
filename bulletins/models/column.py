"""Where articles are filed."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from bulletins.models.states import ColumnKind

SLUG = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", "栏目地址只能用小写英文字母、数字和连字符，例如 notices"
)
# Where a column leads upwards, and what is said of one that would lead to itself
RINGS = {
    "parent": "上级栏目不能是本栏目、它的下级或已并入它的栏目：请另选",
    "merged_into": "不能并入本栏目、它的下级或已并入它的栏目：请另选，或先给那个栏目另选上级",
}
STAGES = [(1, "一审（终审）"), (2, "两审（初审、终审）"), (3, "三审（初审、复审、终审）")]


class Column(models.Model):
    """栏目. Its stages count for what is submitted from now on; lowering them takes two people."""

    slug = models.CharField("地址", max_length=60, unique=True, validators=[SLUG])
    name = models.CharField("名称", max_length=40)
    kind = models.CharField("类型", max_length=10, choices=ColumnKind, default=ColumnKind.BULLETIN)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="上级", related_name="children", null=True, blank=True
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="并入",
        related_name="merged_here",
        null=True,
        blank=True,
        help_text="并入另一栏目后，本栏目停用，网址转到那个栏目，信息也列在那里。"
        "要收回，清空这里并勾选“启用”。",
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)
    description = models.CharField("简介", max_length=200, blank=True)
    keywords = models.CharField("关键词", max_length=200, blank=True)
    column_type = models.CharField("栏目类别", max_length=40, blank=True)
    review_stages = models.PositiveSmallIntegerField("审核级数", choices=STAGES, default=3)
    freshness_days = models.PositiveSmallIntegerField("更新期限（天）", null=True, blank=True)
    archive_after_days = models.PositiveSmallIntegerField(
        "截止后几天提请归档", null=True, blank=True
    )
    active = models.BooleanField("启用", default=True)
    frozen_at = models.DateTimeField("冻结时间", null=True, blank=True, editable=False)
    # 降级: asked for by one administrator, done by another.
    fewer_stages = models.PositiveSmallIntegerField("拟降为", null=True, editable=False)
    fewer_stages_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta:
        verbose_name = verbose_name_plural = "栏目"
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_column_has_slug_and_name", condition=~Q(slug="") & ~Q(name="")
            ),
            models.CheckConstraint(
                name="bulletins_column_kind", condition=Q(kind__in=ColumnKind.values)
            ),
            models.CheckConstraint(
                name="bulletins_column_stages", condition=Q(review_stages__range=(1, 3))
            ),
            models.CheckConstraint(
                name="bulletins_column_not_its_own_parent", condition=~Q(parent=F("id"))
            ),
            models.CheckConstraint(
                name="bulletins_column_not_merged_into_itself",
                condition=~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(
                name="bulletins_column_merged_is_not_active",
                condition=Q(merged_into=None) | Q(active=False),
            ),
            models.CheckConstraint(
                name="bulletins_column_fewer_stages_and_by",
                condition=Q(fewer_stages=None, fewer_stages_by=None)
                | Q(
                    fewer_stages__isnull=False,
                    fewer_stages__gte=1,
                    fewer_stages__lt=F("review_stages"),
                    fewer_stages_by__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """What is merged goes out of use. Raises ValidationError where columns would form a ring,
        or one would be merged into one that is not in use or of another kind.
        """
        stored = {
            pk: (parent, merged)
            for pk, parent, merged in Column.objects.values_list(
                "pk", "parent_id", "merged_into_id"
            )
        }
        for name, sentence in RINGS.items():
            if self.pk and self.pk in _led_to(getattr(self, f"{name}_id"), stored):
                raise ValidationError({name: sentence})
        if self.merged_into:
            self.active = False
            _, before = stored.get(self.pk, (None, None))
            if self.merged_into_id != before:
                _require_fit(self.merged_into, self.kind)

    @property
    def takes_articles(self) -> bool:
        """Whether anything new may be submitted or released here."""
        return self.active and self.frozen_at is None

    @property
    def target(self) -> "Column":
        """Where its articles are listed: the last of the columns it was merged into, or itself.

        A ring, which ``clean`` refuses, ends before it closes.
        """
        passed, column = {self.pk}, self
        while column.merged_into is not None and column.merged_into.pk not in passed:
            column = column.merged_into
            passed.add(column.pk)
        return column


def _led_to(first: int | None, stored: Mapping[int, Iterable[int | None]]) -> set[int]:
    """All columns to which one leads, by parents and by merging, itself among them."""
    found: set[int] = set()
    waiting = [first]
    while waiting:
        pk = waiting.pop()
        if pk and pk not in found:
            found.add(pk)
            waiting += stored.get(pk, ())
    return found


def _require_fit(target: Column, kind: str) -> None:
    """Raises ValidationError for a column into which none of that kind can be merged."""
    if not target.active:
        raise ValidationError({"merged_into": f"栏目“{target}”已停用：请选一个在用的栏目"})
    if target.kind != kind:
        said = f"栏目“{target}”的类型不同（{target.get_kind_display()}）：请选同一类型的栏目"
        raise ValidationError({"merged_into": said})
