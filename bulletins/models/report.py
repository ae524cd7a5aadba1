"""纠错: what a reader reports of a page, and what came of it."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from bulletins.models.article import Article
from bulletins.models.column import Column
from bulletins.models.edition import Edition
from regions.models import Region


class ReportKind(models.TextChoices):
    """What is wrong."""

    TYPO = "typo", "错别字"
    FIGURES = "figures", "数据有误"
    LINK = "link", "链接打不开"
    OUTDATED = "outdated", "内容过时"
    OTHER = "other", "其他"


class Dismissal(models.TextChoices):
    """Why a report is not gone into, in words for who sent it."""

    REPEATED = "repeated", "这个问题已经有人报告，正在一并处理"
    UNCLEAR = "unclear", "所说的情况不够清楚，我们没有找到是哪一处"
    ELSEWHERE = "elsewhere", "所说的事情与本站内容无关"
    NOTHING = "nothing", "其中没有可以核对的内容"


class ErrorReportQuerySet(models.QuerySet["ErrorReport"]):
    """Reports by name."""

    def waiting(self) -> Self:
        """Nobody has answered or dismissed them; what is due first comes first."""
        return self.filter(answered_at=None).order_by("due_on", "pk")

    def by_urgency(self) -> Self:
        """Those that wait, then those that are done with, the last first."""
        return self.order_by(F("answered_at").desc(nulls_first=True), "due_on", "pk")


class ErrorReport(models.Model):
    """纠错. The reader's own words can be erased; what stays says when it came and was answered.

    edition: what readers saw of the article then; None where it is about another page. key, about:
    the place in it, and how it was called. article: the same, also where readers saw none of it
    and the page was only named. column, region: of whom it is asked. place: the page's
    address, or how the reader says it can be found. once: of the form that was sent, with what it
    said. dismissal: why it was not gone into, instead of an answer.
    """

    receipt = models.CharField("回执号", max_length=17, unique=True)
    received_at = models.DateTimeField("收到时间", default=timezone.now)
    due_on = models.DateField("答复期限")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="error_reports", null=True)
    article = models.ForeignKey(Article, models.PROTECT, related_name="error_reports", null=True)
    key = models.CharField(max_length=6, blank=True)
    about = models.CharField(max_length=80, blank=True)
    column = models.ForeignKey(Column, models.PROTECT, related_name="+", null=True)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", null=True)
    place = models.CharField("页面", max_length=500, blank=True)
    kind = models.CharField("类别", max_length=8, choices=ReportKind)
    words = models.TextField("哪里有误", blank=True)
    proposal = models.TextField("应当怎样", blank=True)
    contact = models.CharField("联系方式", max_length=100, blank=True)
    once = models.CharField(max_length=64, unique=True)
    taken_up_at = models.DateTimeField("开始处理时间", null=True)
    taken_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    answered_at = models.DateTimeField("答复时间", null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    answer = models.TextField("公开答复", blank=True)
    dismissal = models.CharField("不受理的原因", max_length=9, choices=Dismissal, blank=True)
    emptied_at = models.DateTimeField("原文删去时间", null=True)
    revision = models.PositiveIntegerField(default=0)

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "纠错"
        indexes: ClassVar = [
            models.Index(fields=["answered_at", "due_on"], name="bulletins_errorreport_urgency")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bulletins_errorreport_kind", condition=Q(kind__in=ReportKind.values)
            ),
            models.CheckConstraint(
                name="bulletins_errorreport_dismissal",
                condition=Q(dismissal__in=["", *Dismissal.values]),
            ),
            models.CheckConstraint(
                name="bulletins_errorreport_taken_up_at_and_by",
                condition=Q(taken_up_at=None, taken_up_by=None)
                | Q(taken_up_at__isnull=False, taken_up_by__isnull=False),
            ),
            models.CheckConstraint(
                name="bulletins_errorreport_answered_at_and_by",
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="bulletins_errorreport_answered_with_one_thing",
                condition=Q(answered_at=None, answer="", dismissal="")
                | (Q(answered_at__isnull=False, dismissal="") & ~Q(answer=""))
                | (Q(answered_at__isnull=False, answer="") & ~Q(dismissal="")),
            ),
            models.CheckConstraint(
                name="bulletins_errorreport_says_something_or_was_emptied",
                condition=(Q(emptied_at=None) & ~Q(words=""))
                | Q(emptied_at__isnull=False, words="", proposal="", contact=""),
            ),
            models.CheckConstraint(
                name="bulletins_errorreport_numbered", condition=~Q(receipt="") & ~Q(once="")
            ),
        ]

    def __str__(self) -> str:
        return self.receipt

    @property
    def state(self) -> str:
        """In words, as its reader has them."""
        if self.answered_at is None:
            return "处理中" if self.taken_up_at else "已收到"
        return "不受理" if self.dismissal else "已答复"
