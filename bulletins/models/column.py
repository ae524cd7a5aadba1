"""Where articles are filed."""

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
STAGES = [(1, "一审（终审）"), (2, "两审（初审、终审）"), (3, "三审（初审、复审、终审）")]


class Column(models.Model):
    """栏目. Its stages count for what is submitted from now on; lowering them takes two people."""

    slug = models.CharField("地址", max_length=60, unique=True, validators=[SLUG])
    name = models.CharField("名称", max_length=40)
    kind = models.CharField("类型", max_length=10, choices=ColumnKind, default=ColumnKind.BULLETIN)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="上级", related_name="children", null=True, blank=True
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
        """Columns form a tree; raises ValidationError where they would form a ring."""
        above = self.parent
        while above is not None:
            if above.pk == self.pk:
                raise ValidationError({"parent": "上级栏目不能是本栏目或它的下级：请另选"})
            above = above.parent

    @property
    def takes_articles(self) -> bool:
        """Whether anything new may be submitted or released here."""
        return self.active and self.frozen_at is None
