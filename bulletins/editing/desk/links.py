"""The plain list of pages, by what a person may open."""

from dataclasses import dataclass
from typing import Literal

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from accounts.models import AuditEntry, User
from bulletins.models import (
    AskedQuery,
    Column,
    Edition,
    ErrorReport,
    Grant,
    LexiconEntry,
    SiteSettings,
    Source,
    SpecialDay,
)
from regions.models import Region

Asks = Literal["view", "add"]
PAGES: tuple[tuple[str, str, str, type[Model], Asks], ...] = (
    ("稿件", "bulletins_edition_changelist", "全部稿件，按状态和栏目查找", Edition, "view"),
    ("新稿件", "bulletins_edition_add", "从空白开始写", Edition, "add"),
    ("导入", "bulletins_edition_import", "Word、网页或粘贴", Edition, "add"),
    ("纠错", "bulletins_errorreport_changelist", "读者指出的错误", ErrorReport, "view"),
    ("回收站", "bulletins_edition_bin", "作废的草稿，删去的地区稿和附件", Edition, "add"),
    ("稿源", "bulletins_source_changelist", "可以转载的来源", Source, "view"),
    ("栏目", "bulletins_column_changelist", "名称、审核级数、启用", Column, "view"),
    ("授权", "bulletins_grant_changelist", "谁在哪里做什么", Grant, "view"),
    ("账号", "accounts_user_changelist", "开通、停用、改密码", User, "view"),
    ("网站设置", "bulletins_sitesettings_changelist", "页脚、标识、联系方式", SiteSettings, "view"),
    ("放假和调休", "bulletins_specialday_changelist", "哪天算工作日", SpecialDay, "view"),
    ("检索情况", "bulletins_askedquery_changelist", "读者查什么，什么没查到", AskedQuery, "view"),
    ("词库", "bulletins_lexiconentry_changelist", "检索的词、同义词、停用词", LexiconEntry, "view"),
    ("地区", "regions_region_changelist", "区划和自定地区", Region, "view"),
    ("审计", "accounts_auditentry_changelist", "谁在什么时候做了什么", AuditEntry, "view"),
)
WAYS = ("稿件", "导入")  # that stand at the head of every page


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    address: str
    says: str


def links_of(request: HttpRequest) -> list[Link]:
    """Every page of the admin that she may open."""
    return [
        Link(name, reverse(f"admin:{route}"), says)
        for name, route, says, model, asks in PAGES
        if _may(request, model, asks)
    ]


def ways_of(request: HttpRequest) -> list[Link]:
    """The few among them that every page leads to."""
    return [link for link in links_of(request) if link.name in WAYS]


def _may(request: HttpRequest, model: type[Model], asks: Asks) -> bool:
    page = admin.site.get_model_admin(model)
    return page.has_add_permission(request) if asks == "add" else page.has_view_permission(request)
