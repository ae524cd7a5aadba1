"""A division of the country: official ones by GB/T 2260, and the ones an office adds below them."""

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from regions.codes import parent_agrees
from regions.constraints import REGION_CONSTRAINTS
from regions.names.text import split_names
from regions.querysets import RegionQuerySet

OTHER_PARENT = (
    "上级与代码或级别不符：省级没有上级，地级、县级与上级的前两位相同，自设的以上级的代码开头"
)


class Level(models.TextChoices):
    """The three levels of the official list, and the office's own."""

    PROVINCE = "province", "省级"
    PREFECTURE = "prefecture", "地级"
    COUNTY = "county", "县级"
    CUSTOM = "custom", "自设"


class Region(models.Model):
    """地区. A custom division extends its parent's code: 120116001 lies in 120116 滨海新区."""

    code = models.CharField("代码", max_length=12, primary_key=True)
    name = models.CharField("名称", max_length=60)
    short_name = models.CharField("简称", max_length=60)
    pinyin = models.CharField("拼音", max_length=200, blank=True)
    level = models.CharField("级别", max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="上级", related_name="children", null=True, blank=True
    )
    also_under = models.ForeignKey(
        "self", models.PROTECT, verbose_name="同时隶属", related_name="+", null=True, blank=True
    )
    aliases = models.CharField("别名", max_length=200, blank=True, help_text="多个别名用顿号隔开")
    valid_from = models.DateField("启用日期", null=True, blank=True)
    valid_to = models.DateField("停用日期", null=True, blank=True, help_text="自这一天起不再使用")
    successor = models.ForeignKey(
        "self", models.PROTECT, verbose_name="继任地区", related_name="+", null=True, blank=True
    )
    # What the official list said when it was last loaded: the loader changes a field only while it
    # still says so, and thereby never overwrites a person's correction.
    as_loaded = models.JSONField("官方原值", default=dict, blank=True, editable=False)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "地区"
        ordering: ClassVar = ["code"]
        constraints = REGION_CONSTRAINTS
        indexes: ClassVar = [models.Index(fields=["level", "code"], name="regions_region_level")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The database knows, but not in words: its constraint cannot be asked before saving."""
        if not parent_agrees(self.level, self.code, self.parent_id):
            raise ValidationError({"parent": OTHER_PARENT})

    @property
    def alias_list(self) -> tuple[str, ...]:
        """The aliases one by one, however they were separated."""
        return split_names(self.aliases)

    def ancestors(self) -> RegionQuerySet:
        """Everything this division lies in, itself not included."""
        return Region.objects.ancestors_of(self.pk)

    def ended(self, at: date | None = None) -> bool:
        """Whether it had ceased to exist on that day (today in Beijing)."""
        return self.valid_to is not None and self.valid_to <= (at or timezone.localdate())
