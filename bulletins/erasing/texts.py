"""Rows that stay as a record, while what they say goes: editions, parts, proofs, reviews."""

from django.db.models import Q
from django.utils import timezone

from bulletins.models import (
    Article,
    Comment,
    Edition,
    ErrorReport,
    Gate,
    Part,
    Proof,
    Review,
    Withdrawal,
)
from bulletins.refusals.editions import DATES, TEXTS

ERASED = "（已清除）"


def empty_texts(article: Article) -> None:
    """Numbers, times, digests, who did what stay; the salts go, so that no digest tells a thing."""
    nothing = dict.fromkeys(TEXTS, "") | dict.fromkeys(DATES, None)
    Part.objects.filter(edition__article=article).update(heading="", intro="", region_name="")
    Proof.objects.filter(edition__article=article).update(html="")
    Comment.objects.filter(edition__article=article).update(about="")
    _empty_reports(article)
    _empty_error_reports(article)
    editions = Edition.objects.filter(article=article)
    editions.update(**nothing, salt="", rendered="", rendered_facts=None, rendered_by="")
    _empty_facts(article)
    ended = Withdrawal.objects.filter(article=article, restored_at__isnull=False)
    ended.update(explanation="", see_instead="")


def reports_of(article: Article) -> Q:
    """What readers reported of it, also at its address when it was not public, however typed."""
    address = rf"articles/{article.number or 0}([^0-9]|$)"
    return Q(article=article) | Q(edition__article=article) | Q(place__iregex=address)


def _empty_error_reports(article: Article) -> None:
    """A report quotes what was wrong. When it came and that it was answered stays."""
    reports = ErrorReport.objects.filter(reports_of(article))
    reports.exclude(answer="").update(answer=ERASED)
    nothing = dict.fromkeys(("words", "proposal", "contact", "about"), "")
    address = f"/articles/{article.number}/"  # and nothing that was typed behind it
    reports.update(**nothing, place=address, emptied_at=timezone.now())


def _empty_reports(article: Article) -> None:
    """Gates that a reviewer confirmed are no text; whatever else was noted may quote one."""
    for review in Review.objects.filter(edition__article=article).only("report"):
        if not _only_gates(review.report):
            Review.objects.filter(pk=review.pk).update(report={})


def _only_gates(report: object) -> bool:
    if not isinstance(report, dict) or not report.keys() <= {"gates"}:
        return False
    gates = report.get("gates", [])
    return isinstance(gates, list) and set(map(str, gates)) <= set(Gate.values)


def _empty_facts(article: Article) -> None:
    """What staff told readers beside the text. By import_id and old addresses it is known again."""
    Article.objects.filter(pk=article.pk).update(
        slug="",
        closing_note="",
        outcome="",
        validity_basis="",
        backdating_reason=ERASED if article.backdated_at else "",
    )
