"""One version of an article's content."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from taggit.managers import TaggableManager

from bulletins.models.article import Article
from bulletins.models.column import Column
from bulletins.models.edition_constraints import EDITION_CONSTRAINTS
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.models.states import ChangeKind, ReleasedAs, State
from bulletins.models.tag import EditionTag

SEARCHED = ("id", "title", "document_number")


class Edition(models.Model):  # type: ignore[django-manager-missing]  # taggit has no types
    """版本. Drafts are editions too; what was submitted stands still, what was released for good.

    revision counts changes of its own fields, changes those of anything in it. round counts
    submissions; stages and stages_passed belong to the present one. digest and salt are as in
    ``document.digest``, salt in hexadecimal.
    """

    article = models.ForeignKey(
        Article, models.PROTECT, verbose_name="稿件", related_name="editions"
    )
    number = models.PositiveSmallIntegerField("版本")
    column = models.ForeignKey(Column, models.PROTECT, verbose_name="栏目", related_name="editions")
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)

    # What it says, beside parts, attachments and tags
    title = models.CharField("标题", max_length=300, blank=True)
    subtitle = models.CharField("副标题", max_length=300, blank=True)
    list_title = models.CharField("列表标题", max_length=300, blank=True)
    lead = models.TextField("前言", blank=True)
    closing = models.TextField("落款", blank=True)
    source = models.CharField("来源", max_length=100, blank=True)
    source_address = models.CharField("来源链接", max_length=500, blank=True)
    link_only_to = models.CharField("标题链接", max_length=500, blank=True)
    written_date = models.DateField("成文日期", null=True, blank=True)
    document_number = models.CharField("文号", max_length=60, blank=True)
    index_number = models.CharField("索引号", max_length=60, blank=True)
    issuing_body = models.CharField("发文机关", max_length=100, blank=True)
    responsible_editor = models.CharField("责任编辑", max_length=50, blank=True)
    closes_at = models.DateTimeField("截止时间", null=True, blank=True)
    change_kind = models.CharField("修改类别", max_length=10, choices=ChangeKind, blank=True)
    change_note = models.CharField("修改说明", max_length=300, blank=True)
    tags = TaggableManager("标签", through=EditionTag, blank=True)

    # Review
    column_name = models.CharField("送审时的栏目名", max_length=40, blank=True, editable=False)
    round = models.PositiveSmallIntegerField("送审轮次", default=0, editable=False)
    stages = models.PositiveSmallIntegerField("审核级数", null=True, editable=False)
    stages_passed = models.PositiveSmallIntegerField("已过级数", default=0, editable=False)
    digest = models.CharField("内容校验码", max_length=80, blank=True, editable=False)
    salt = models.CharField("盐", max_length=64, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    submitted_at = models.DateTimeField("送审时间", null=True, editable=False)

    # Release
    released_as = models.CharField(
        "发布方式", max_length=10, choices=ReleasedAs, blank=True, editable=False
    )
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    released_at = models.DateTimeField("签发时间", null=True, editable=False)
    live_from = models.DateTimeField("公开自", null=True, editable=False)
    live_until = models.DateTimeField("公开至", null=True, editable=False)
    review_due_at = models.DateTimeField("补审期限", null=True, editable=False)
    # 恢复公开: the edition of which this is an exact copy, on whose reviews it stands
    restored_from = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, editable=False
    )

    # Derived: the body as a page prints it, what stands around it, and by which version of the
    # printer (``rendering``)
    rendered = models.TextField(blank=True, editable=False)
    rendered_facts = models.JSONField(null=True, editable=False)
    rendered_by = models.CharField(max_length=20, blank=True, editable=False)

    # Work
    revision = models.PositiveIntegerField(default=1, editable=False)
    changes = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField("改动时间", default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="建立者", related_name="+"
    )
    created_at = models.DateTimeField("建立时间", default=timezone.now, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "版本"
        ordering: ClassVar = ["-changed_at", "-pk"]
        constraints = EDITION_CONSTRAINTS
        indexes: ClassVar = [
            # Lists of the office: all, of one state, of one column; last changed first. What is
            # searched in stands beside it: a search reads the index, not the rows.
            models.Index(fields=["changed_at", *SEARCHED], name="bulletins_edition_changed"),
            models.Index(fields=["state", "changed_at", "id"], name="bulletins_edition_state"),
            models.Index(
                fields=["column", "changed_at", *SEARCHED], name="bulletins_edition_column"
            ),
            models.Index(fields=["live_from", "live_until"], name="bulletins_edition_live"),
            # Corrections and updates among the many that are neither: the feed of changes.
            models.Index(fields=["change_kind", "live_from"], name="bulletins_edition_kind"),
            models.Index(
                fields=["live_from"],
                name="bulletins_edition_restored",
                condition=models.Q(restored_from__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title or ("（已清除）" if self.is_erased else "（无标题）")

    @property
    def is_erased(self) -> bool:
        """Of what was submitted the digest is left, and no salt: no text can be held against it."""
        return bool(self.digest) and not self.salt

    @property
    def is_ready(self) -> bool:
        """Every stage has agreed: it waits to be released."""
        return self.state == State.IN_REVIEW and self.stages_passed == self.stages

    @property
    def awaits_late_review(self) -> bool:
        """Released urgently, and not yet agreed to by every stage; of an erased text nothing is."""
        urgent = self.released_as == ReleasedAs.URGENT and not self.is_erased
        return urgent and self.stages is not None and self.stages_passed < self.stages

    def is_live(self, at: datetime | None = None) -> bool:
        """The same question as ``EditionQuerySet.live``, of one edition at hand."""
        at = at or timezone.now()
        return bool(self.live_from and self.live_until and self.live_from <= at < self.live_until)

    def is_scheduled(self, at: datetime | None = None) -> bool:
        """Released for later."""
        return self.live_from is not None and self.live_from > (at or timezone.now())
