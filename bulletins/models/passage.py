"""What search finds: the passages of texts, in two slots of the public ones and one of drafts.

Derived from editions: ``manage.py rebuild_search`` makes it anew.
"""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from bulletins.models.edition import Edition


class PassageKind(models.TextChoices):
    """A single letter, for it stands in every row and in the index."""

    TITLE = "t", "标题"
    NAMES = "n", "标签和地区"
    LEAD = "l", "前言"
    INTRO = "i", "导语"
    SECTION = "s", "小节"
    CLOSING = "c", "落款"
    FILE = "f", "附件"


class Passage(models.Model):
    """片段. part, key: of what it is a passage; piece: of a long text, which of its pieces.

    words: heading, body and further words, folded and cut: three lines, words parted by spaces.
    sounds: of the heading, two lines (``indexing.sounds``). context: folded, what stands around it.
    places: marks parted by spaces (``indexing.places``). The order of ids is that of first
    publication, so far as texts came in that order: search reads the newest first.
    """

    id = models.BigAutoField(primary_key=True)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=1, choices=PassageKind)
    part = models.CharField(max_length=6, blank=True)
    key = models.CharField(max_length=12, blank=True)
    piece = models.PositiveIntegerField(default=0)
    words = models.TextField(blank=True)
    sounds = models.TextField(blank=True)
    context = models.TextField(blank=True)
    places = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.edition_id} {self.kind} {self.key}"


class PassageA(Passage):
    """Public texts, first slot."""

    class Meta:
        verbose_name = verbose_name_plural = "检索片段（甲）"


class PassageB(Passage):
    """Public texts, second slot."""

    class Meta:
        verbose_name = verbose_name_plural = "检索片段（乙）"


class PassageDesk(Passage):
    """Texts that are not public, for those who work on them."""

    class Meta:
        verbose_name = verbose_name_plural = "检索片段（内部）"


class Slot(models.TextChoices):
    A = "a", "甲"
    B = "b", "乙"
    DESK = "d", "内部"


class IndexedEdition(models.Model):
    """An edition in the desk's slot, as it was after so many changes."""

    edition = models.OneToOneField(Edition, models.CASCADE, primary_key=True, related_name="+")
    changes = models.PositiveIntegerField()

    class Meta:
        verbose_name = verbose_name_plural = "内部检索"

    def __str__(self) -> str:
        return f"{self.edition_id} {self.changes}"


class SearchIndex(models.Model):
    """Which slot answers, and how far the other one is. There is one row.

    words: those of the office by which the slot's texts were cut. building: the slot that is being
    made, "" if none is; reached: the last edition that stands in it, done: how many do.
    """

    slot = models.CharField("现用", max_length=1, choices=Slot, default=Slot.A)
    words = models.JSONField("词库", default=list)
    rules = models.CharField("规则", max_length=20, blank=True)
    built_at = models.DateTimeField("建成时间", default=timezone.now)
    building = models.CharField("正在重建", max_length=1, blank=True)
    building_words = models.JSONField(default=list)
    building_rules = models.CharField(max_length=20, blank=True)
    reached_at = models.DateTimeField(null=True)
    reached = models.BigIntegerField(default=0)
    done = models.PositiveIntegerField("已完成", default=0)
    begun_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "检索索引"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_searchindex_one",
                condition=models.Q(pk=1),
                violation_error_message="只有一份",
            ),
            models.CheckConstraint(
                name="bulletins_searchindex_other_slot",
                condition=~models.Q(building=models.F("slot")),
            ),
        ]

    def __str__(self) -> str:
        return self.get_slot_display()


class ToIndex(models.Model):
    """An article at which the index looks once more.

    A file of it was read since, or it changed while the other slot was being made.
    """

    article = models.OneToOneField(
        "bulletins.Article", models.CASCADE, primary_key=True, related_name="+"
    )

    class Meta:
        verbose_name = verbose_name_plural = "待补检索"

    def __str__(self) -> str:
        return str(self.article_id)
