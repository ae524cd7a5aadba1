"""Every address of an article: one list, for who takes it away and for the test that it is gone.

A public address below /articles/<number>/ that is not in the list fails the test.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse

from bulletins.models import Article, Part, StoredFile
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.pdf import is_available

Rest = Iterable[tuple[Any, ...]]


def addresses_of(article: Article) -> list[str]:
    """Where something of it is or was public: of every edition that has begun, and old addresses.

    It must have its number.
    """
    begun = article.editions.begun()
    own = [
        reverse(name, args=[article.number, *rest])
        for name, rests in OF_AN_ARTICLE.items()
        for rest in rests(begun)
    ]
    return [*own, *article.redirects.values_list("path", flat=True).order_by("path")]


def _alone(begun: EditionQuerySet) -> Rest:
    return [()]


def _forms(begun: EditionQuerySet) -> Rest:
    """None of what only leads elsewhere."""
    texts = begun.filter(link_only_to="").exists()
    forms = [("docx",), ("txt",), ("json",), *([("pdf",)] if is_available() else [])]
    return forms if texts else []


def _with_deadline(begun: EditionQuerySet) -> Rest:
    moved = Q(article__extended_to__isnull=False) | Q(article__closed_at__isnull=False)
    return [()] if begun.filter(moved | Q(closes_at__isnull=False)).exists() else []


def _regions(begun: EditionQuerySet) -> Rest:
    parts = Part.objects.filter(edition__in=begun).exclude(region=None)
    return parts.order_by("region").values_list("region").distinct()


def _editions(begun: EditionQuerySet) -> Rest:
    return begun.order_by("number").values_list("number")


def _files(begun: EditionQuerySet) -> Rest:
    used = Q(uses__edition__in=begun) | Q(pk__in=begun.values("attachments__file"))
    return StoredFile.objects.filter(used).order_by("pk").values_list("pk").distinct()


def _attached(begun: EditionQuerySet) -> Rest:
    """Of every attachment there is a page, if only to say that it has no text."""
    found = StoredFile.objects.filter(pk__in=begun.values("attachments__file"))
    return found.order_by("pk").values_list("pk")


# The name of an address → what stands in it after the article's number
OF_AN_ARTICLE: dict[str, Callable[[EditionQuerySet], Rest]] = {
    "article": _alone,
    "form": _forms,
    "deadline": _with_deadline,
    "part": _regions,
    "file": _files,
    "file-text": _attached,
    "edition": _editions,
    "record": _alone,
}
