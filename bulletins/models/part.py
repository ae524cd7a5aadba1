"""One region's share of an edition, and its numbered sections."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bulletins.models.edition import Edition
from regions.models import Region


class Part(models.Model):
    """地区稿: a region (or none), a heading as written, an intro, sections. See ``DocumentPart``.

    revision counts its changes, so that nobody overwrites what she has not seen.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="parts")
    key = models.CharField(max_length=6, editable=False)
    position = models.PositiveSmallIntegerField("顺序")
    region = models.ForeignKey(
        Region, models.PROTECT, verbose_name="地区", related_name="parts", null=True, blank=True
    )
    region_name = models.CharField("送审时的地区名", max_length=60, blank=True, editable=False)
    heading = models.CharField("标题", max_length=200, blank=True)
    intro = models.TextField("导语", blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "地区稿"
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "key"], name="bulletins_part_key"),
            models.CheckConstraint(name="bulletins_part_has_key", condition=~Q(key="")),
        ]
        # Which editions have a part there, from the index alone.
        indexes: ClassVar = [
            models.Index(fields=["region", "edition"], name="bulletins_part_region"),
        ]

    def __str__(self) -> str:
        return self.heading or (str(self.region) if self.region else "正文")


class Section(models.Model):
    """小节: heading and body at level 0–4; without a heading a clause. See ``DocumentSection``."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="sections")
    part = models.ForeignKey(Part, models.PROTECT, related_name="sections")
    key = models.CharField(max_length=6, editable=False)
    position = models.PositiveIntegerField("顺序")
    level = models.PositiveSmallIntegerField("级别")
    value = models.PositiveIntegerField("原文序号", null=True, blank=True)
    heading = models.TextField("标题", null=True, blank=True)
    run_in = models.CharField("接排", max_length=4, blank=True)
    body = models.TextField("正文", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "小节"
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "key"], name="bulletins_section_key"),
            models.UniqueConstraint(fields=["part", "position"], name="bulletins_section_place"),
            models.CheckConstraint(name="bulletins_section_has_key", condition=~Q(key="")),
            models.CheckConstraint(
                name="bulletins_section_level", condition=Q(level__range=(0, 4))
            ),
        ]

    def __str__(self) -> str:
        return self.heading or "（条款）"
