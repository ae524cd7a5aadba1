"""What stands on every page of the site, as the office says it."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

ICP = RegexValidator(r"^\D{1,4}ICP[备证]\d{4,12}号(-\d{1,3})?$", "请写成“津ICP备12345678号”的样子")
POLICE = RegexValidator(r"^\D{1,4}公网安备\s?\d{14}号$", "请写成“津公网安备12345678901234号”的样子")
CODE = RegexValidator(r"^(bm\d{8}|\d{10})$", "网站标识码是 10 位数字，或 bm 加 8 位数字")


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

    class Meta:
        verbose_name = verbose_name_plural = "网站设置"
        constraints: ClassVar = [
            models.CheckConstraint(name="bulletins_sitesettings_one", condition=Q(id=1)),
            models.CheckConstraint(name="bulletins_sitesettings_named", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
