"""标题查重: titles that are used already, as far as the person asking may know of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from bulletins.document.titles import are_alike, bare_title
from bulletins.models import ComparedTitle, Edition, State
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.permissions import Scope, visible

EDGE = 4  # characters of a title by which those like it are found
MOST = 5
MOST_ALIKE = 300  # that are looked at: 关于印发 begins many


@dataclass(frozen=True, slots=True)
class UsedTitle:
    """An article that bears the title, or one like it. edition: None where she may not see it."""

    title: str
    same: bool
    edition: Edition | None

    @property
    def said(self) -> str:
        """What the matter is, in words."""
        if self.edition is None:
            return "有同名稿件"
        return "已有同名稿件" if self.same else "已有相近的标题"


def note_titles(editions: Iterable[Edition]) -> None:
    """Keep what their titles are compared by; called wherever a title is written."""
    ComparedTitle.objects.bulk_create(
        [_compared(edition) for edition in editions],
        update_conflicts=True,
        unique_fields=["edition"],
        update_fields=["bare", "begins", "ends"],
    )


def used_titles(
    title: str, *, by: User, scope: Scope, apart_from: int | None = None
) -> list[UsedTitle]:
    """Other articles called so, the same first; apart_from: an article's pk. Three queries.

    A title that she may not see is told only if it is the same one and public.
    """
    bare = bare_title(title)
    if not bare:
        return []
    found = _same(bare, apart_from) + _alike(bare, apart_from)
    pks = [one.pk for one in found]
    hers = set(visible(by, scope).filter(pk__in=pks).values_list("pk", flat=True))
    told: dict[int, UsedTitle] = {}
    for edition in found:
        same = edition.compared_title.bare == bare
        if edition.pk in hers:
            told.setdefault(edition.article_id, UsedTitle(edition.title, same, edition))
        elif same and edition.is_live():
            told.setdefault(edition.article_id, UsedTitle("", same, None))
    return list(told.values())[:MOST]


def _same(bare: str, apart_from: int | None) -> list[Edition]:
    return list(_in_use(apart_from).filter(compared_title__bare=bare)[: 4 * MOST])


def _alike(bare: str, apart_from: int | None) -> list[Edition]:
    edges = Q(compared_title__begins=bare[:EDGE]) | Q(compared_title__ends=bare[-EDGE:])
    near = _in_use(apart_from).filter(edges).exclude(compared_title__bare=bare)[:MOST_ALIKE]
    return [one for one in near if are_alike(bare, one.compared_title.bare)]


def _in_use(apart_from: int | None) -> EditionQuerySet:
    """What is in work, waits for its time or is public; the newest first."""
    used = Q(state__in=(State.DRAFT, State.SET_ASIDE, State.IN_REVIEW))
    used |= Q(state=State.RELEASED, live_until__gt=timezone.now())
    found = Edition.objects.filter(used).select_related("compared_title").order_by("-pk")
    found = found.defer("lead", "closing", "rendered", "rendered_facts")
    return found.exclude(article=apart_from) if apart_from else found


def _compared(edition: Edition) -> ComparedTitle:
    bare = bare_title(edition.title)[:300]
    return ComparedTitle(edition=edition, bare=bare, begins=bare[:EDGE], ends=bare[-EDGE:])
