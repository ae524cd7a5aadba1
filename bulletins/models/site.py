"""What stands on every page of the site, as the office says it."""

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from bulletins.models.colours import COLOUR, DARK, HEX, LIGHT, validate_readable
from bulletins.models.files import StoredFile
from bulletins.models.home import validate_home

ICP = RegexValidator(r"^\D{1,4}ICP[备证]\d{4,12}号(-\d{1,3})?$", "请写成“津ICP备12345678号”的样子")
POLICE = RegexValidator(r"^\D{1,4}公网安备\s?\d{14}号$", "请写成“津公网安备12345678901234号”的样子")
CODE = RegexValidator(r"^(bm\d{8}|\d{10})$", "网站标识码是 10 位数字，或 bm 加 8 位数字")


def _leads(name: str) -> Q:
    return (
        Q(**{name: ""})
        | Q(**{f"{name}__startswith": "https://"})
        | Q(**{f"{name}__startswith": "http://"})
    )


class SiteSettings(models.Model):
    """网站设置. There is one row, or none; an empty field is not printed."""

    name = models.CharField("网站名称", max_length=60, default="兰台")
    office = models.CharField("主办单位", max_length=100, blank=True)
    contact = models.CharField("联系方式", max_length=200, blank=True)
    manager = models.CharField("网站管理", max_length=100, blank=True)
    copyright = models.CharField("版权", max_length=200, blank=True)
    icp = models.CharField("ICP 备案号", max_length=40, blank=True, validators=[ICP])
    police = models.CharField("公安备案号", max_length=40, blank=True, validators=[POLICE])
    code = models.CharField("网站标识码", max_length=10, blank=True, validators=[CODE])
    education = models.CharField("教备号", max_length=40, blank=True)
    description = models.CharField("网站简介", max_length=200, blank=True)
    keywords = models.CharField("网站关键词", max_length=200, blank=True)
    logo = models.ForeignKey(
        StoredFile, models.PROTECT, verbose_name="标志", related_name="+", null=True, blank=True
    )
    accent = models.CharField("主色", max_length=7, blank=True, validators=[HEX])
    accent_dark = models.CharField("深色页面的主色", max_length=7, blank=True, validators=[HEX])
    mark = models.ForeignKey(
        *(StoredFile, models.PROTECT),
        verbose_name="党政机关标识",
        related_name="+",
        null=True,
        blank=True,
    )
    mark_address = models.URLField("标识页网址", max_length=500, blank=True)
    fault_address = models.URLField("网站找错网址", max_length=500, blank=True)
    home = models.CharField("首页布局", max_length=200, blank=True, validators=[validate_home])
    elder = models.BooleanField("默认长者版", default=False)
    mourning_from = models.DateField("哀悼日起", null=True, blank=True)
    mourning_until = models.DateField("哀悼日止", null=True, blank=True)
    about = models.TextField("关于本站", max_length=5000, blank=True)
    reach = models.TextField("联系我们", max_length=5000, blank=True)
    privacy = models.TextField("隐私说明", max_length=5000, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "网站设置"
        constraints: ClassVar = [
            models.CheckConstraint(name="bulletins_sitesettings_one", condition=Q(id=1)),
            models.CheckConstraint(name="bulletins_sitesettings_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="bulletins_sitesettings_colours",
                condition=(Q(accent="") | Q(accent__startswith="#"))
                & (Q(accent_dark="") | Q(accent_dark__startswith="#", accent__startswith="#")),
            ),
            models.CheckConstraint(
                name="bulletins_sitesettings_mark_leads_somewhere",
                condition=Q(mark=None) | ~Q(mark_address=""),
            ),
            models.CheckConstraint(
                name="bulletins_sitesettings_addresses",
                condition=_leads("mark_address") & _leads("fault_address"),
            ),
            models.CheckConstraint(
                name="bulletins_sitesettings_mourning",
                condition=Q(mourning_from=None, mourning_until=None)
                | Q(
                    mourning_from__isnull=False,
                    mourning_until__isnull=False,
                    mourning_until__gte=F("mourning_from"),
                ),
            ),
        ]

    def mourns(self, on: date) -> bool:
        """Whether pages are grey on that day in Beijing: from the first to the last of them."""
        if self.mourning_from is None or self.mourning_until is None:
            return False
        return self.mourning_from <= on <= self.mourning_until

    def clean(self) -> None:
        """What the database knows too, and whether the colours can be read, in sentences."""
        wrong = {}
        for name, grounds in (("accent", LIGHT), ("accent_dark", DARK)):
            colour = getattr(self, name)
            if COLOUR.fullmatch(colour):
                try:
                    validate_readable(colour, grounds)
                except ValidationError as problem:
                    wrong[name] = problem
        if self.accent_dark and not self.accent:
            wrong["accent"] = ValidationError("选了深色页面的主色，也要选主色")
        if (self.mourning_from is None) != (self.mourning_until is None):
            wrong["mourning_until"] = ValidationError(
                "哀悼日要写起止两天；只有一天的，两栏写同一天"
            )
        elif (
            self.mourning_from and self.mourning_until and self.mourning_until < self.mourning_from
        ):
            wrong["mourning_until"] = ValidationError("哀悼日的止日不能早于起日")
        if self.mark_id and not self.mark_address:
            wrong["mark_address"] = ValidationError("有标识图片，就要写它通向的网址")
        if wrong:
            raise ValidationError(wrong)

    def __str__(self) -> str:
        return self.name
