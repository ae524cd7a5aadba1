"""Who may do what, and where."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bulletins.models.column import Column
from bulletins.models.states import Role
from regions.models import Region

EVERYWHERE = Q(column=None, region=None)
SITE_WIDE = (Role.ADMINISTRATOR, Role.AUDITOR)


def _once(name: str, *fields: str, condition: Q) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["user", "role", *fields],
        condition=condition,
        name=f"bulletins_grant_once_{name}",
        violation_error_message="已有同样的授权",
    )


class Grant(models.Model):
    """授权: a role for a person, in a column with those below it, for a region with those in it.

    No column means all columns; no region means all regions and texts without one.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="账号", related_name="grants"
    )
    role = models.CharField("角色", max_length=20, choices=Role)
    column = models.ForeignKey(
        Column,
        models.PROTECT,
        verbose_name="栏目",
        related_name="grants",
        null=True,
        blank=True,
        help_text="不选为全部栏目；含下级栏目",
    )
    region = models.ForeignKey(
        Region,
        models.PROTECT,
        verbose_name="地区",
        related_name="grants",
        null=True,
        blank=True,
        help_text="不选为全部地区；含所辖地区",
    )
    created_at = models.DateTimeField("授权时间", default=timezone.now, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "授权"
        ordering: ClassVar = ["user", "role", "pk"]
        constraints: ClassVar = [
            _once("everywhere", condition=EVERYWHERE),
            _once("column", "column", condition=Q(column__isnull=False, region=None)),
            _once("region", "region", condition=Q(column=None, region__isnull=False)),
            _once(
                "both", "column", "region", condition=Q(column__isnull=False, region__isnull=False)
            ),
            models.CheckConstraint(name="bulletins_grant_role", condition=Q(role__in=Role.values)),
            models.CheckConstraint(
                name="bulletins_grant_site_wide",
                condition=~Q(role__in=SITE_WIDE) | EVERYWHERE,
                violation_error_message="管理员和审计员管全站，不能限定栏目或地区",
            ),
            models.CheckConstraint(
                name="bulletins_grant_contributor_has_region",
                condition=~Q(role=Role.CONTRIBUTOR) | Q(region__isnull=False),
                violation_error_message="信息员只写自己地区的稿子：请选择地区",
            ),
        ]

    def __str__(self) -> str:
        where = [str(one) for one in (self.column, self.region) if one]
        return f"{self.user} {self.get_role_display()}（{'、'.join(where) or '全部'}）"
