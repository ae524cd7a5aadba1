"""What must be so whatever was killed when; each names itself where it does not hold."""

import time
from collections import Counter
from itertools import pairwise
from typing import Any

from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import Count
from django.utils import timezone

from accounts.audit.verifying import faults
from accounts.models import AuditEntry
from bulletins.document.html.page import WRITER
from bulletins.erasing import finish
from bulletins.listing import counts, relist
from bulletins.listing.writing import rebuild
from bulletins.models import (
    Article,
    Decision,
    EarlierText,
    Edition,
    EditionAuthor,
    Erasure,
    Import,
    ListCount,
    Listing,
    Outgoing,
    Part,
    Placing,
    Proof,
    Review,
    Section,
    State,
    StoredFile,
    Withdrawal,
)
from bulletins.rendering import facts_of, render
from bulletins.workflow.sealing import digest_of
from bulletins.workflow.standing import standing_withdrawal
from tests.refusals import undone

OF_ARTICLES: tuple[Any, ...] = (Edition, Withdrawal, Placing)
OF_EDITIONS: tuple[Any, ...] = (
    *(Part, Section, Review, Proof, EarlierText, EditionAuthor, Outgoing),
)
PATIENCE = 30  # seconds
OTHERS = (
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


def sessions() -> set[int]:
    """Who else is at the server now: a browser's loop in this process has a connection of its own."""
    if connection.vendor != "postgresql":
        return set()
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        return {pid for (pid,) in cursor.fetchall()}


def wait_for_the_engine(known: set[int]) -> None:
    """A server notices only after a while that who asked is dead; a file's lock is gone at once.

    known: the sessions that were there before.
    """
    until = time.monotonic() + PATIENCE
    while sessions() - known:
        assert time.monotonic() < until, "the victim's session did not end"
        time.sleep(0.002)


def start_again() -> None:
    """What every start does."""
    if Erasure.objects.filter(done_at=None).exists():
        finish()
    assert not Erasure.objects.filter(done_at=None).exists()


def snapshot(article: int) -> dict[str, Any]:
    """All that a verb may change of an article, but what is derived."""
    found: dict[str, Any] = {"article": list(Article.objects.filter(pk=article).values())}
    for model in OF_ARTICLES:
        found[model.__name__] = _rows_of(model, article=article)
    for model in OF_EDITIONS:
        found[model.__name__] = _rows_of(model, edition__article=article)
    return found


def derived(article: int) -> list[Any]:
    """What is made of it: lists and their counts."""
    counted = list(ListCount.objects.order_by("pk").values())
    return [_rows_of(Listing, edition__article=article), counted]


def _rows_of(model: Any, **where: int) -> list[Any]:
    return list(model._default_manager.filter(**where).order_by("pk").values())


def entries_since(seq: int) -> list[str]:
    return list(
        AuditEntry.objects.filter(seq__gt=seq).order_by("seq").values_list("action", flat=True)
    )


def last_entry() -> int:
    return AuditEntry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def check_article(pk: int) -> None:
    """Everything that concerns one article, after whatever happened to it."""
    article = Article.objects.get(pk=pk)
    editions = list(Edition.objects.filter(article=article).with_body().order_by("pk"))
    _intervals_are_apart(editions)
    _nothing_is_half_done(article, editions)
    for edition in editions:
        _seals_and_prints_agree(edition)
    _lists_are_as_if_made_now(article)


def check_everything() -> None:
    """The chain, all lists and counts, the files."""
    assert list(faults()) == []
    kept = {(one.list, one.edition_id, _row(one)) for one in Listing.objects.all()}
    numbers = _counted()
    with undone():
        list(rebuild())
        assert {(one.list, one.edition_id, _row(one)) for one in Listing.objects.all()} == kept
        assert _counted() == numbers
    for file in StoredFile.objects.all():
        assert default_storage.exists(file.content.name or ""), file
    for one in Import.objects.all():
        assert default_storage.exists(one.original.name or ""), one


def _intervals_are_apart(editions: list[Edition]) -> None:
    live = sorted(
        (one.live_from, one.live_until) for one in editions if one.live_from and one.live_until
    )
    assert all(one[1] <= after[0] for one, after in pairwise(live)), live
    open_ones = [one for one in editions if one.state in (State.DRAFT, State.IN_REVIEW)]
    assert len(open_ones) <= 1


def _nothing_is_half_done(article: Article, editions: list[Edition]) -> None:
    withdrawn = standing_withdrawal(article)
    now = timezone.now()
    if withdrawn:
        assert not [one for one in editions if one.is_live(now) or one.is_scheduled(now)]
        assert any(one.live_until == withdrawn.at for one in editions)
    if article.erased_at:
        assert withdrawn
        assert not [one for one in editions if one.title or one.salt or one.rendered]
        assert not Erasure.objects.get(article=article).files
    assert bool(article.number) >= any(one.live_from for one in editions)
    begun = [one for one in editions if one.live_from and one.live_from <= now]
    assert not begun or article.first_published_at is not None


def _seals_and_prints_agree(edition: Edition) -> None:
    own = edition.reviews.filter(round=edition.round, decision=Decision.APPROVED)
    if edition.state in (State.IN_REVIEW, State.RELEASED) and edition.stages:
        assert own.count() == edition.stages_passed
        assert edition.proofs.filter(round=edition.round, digest=edition.digest).exists()
    if edition.state in (State.IN_REVIEW, State.RELEASED) and not edition.is_erased:
        assert digest_of(edition) == edition.digest
    if edition.state == State.RELEASED and not edition.is_erased:
        assert (edition.rendered_by, edition.rendered) == (WRITER, render(edition))
        kept: Any = edition.rendered_facts
        assert {name: kept[name] for name in ("jumps", "tags", "files")} == _as_kept(edition)


def _as_kept(edition: Edition) -> dict[str, Any]:
    facts: Any = facts_of(edition.pk)
    return {name: [list(row) for row in facts[name]] for name in ("jumps", "tags", "files")}


def _lists_are_as_if_made_now(article: Article) -> None:
    mine = Listing.objects.filter(edition__article=article)
    kept = {(one.list, one.edition_id, _row(one)) for one in mine}
    numbers = _counted()
    with undone():
        relist(article)
        assert {(one.list, one.edition_id, _row(one)) for one in mine.all()} == kept
        assert _counted() == numbers


def _row(one: Listing) -> tuple[Any, ...]:
    return (
        *(one.first_published_at, one.live_from, one.live_until, one.number, one.title),
        *(one.regions, one.link, one.pinned_until, one.archived_at, one.deadline),
    )


def _counted() -> Counter[str]:
    """What the kept counts come to now, which is what is there."""
    now = timezone.now()
    names = set(ListCount.objects.values_list("list", flat=True))
    said = Counter({name: held for name, held in counts(names, now).items() if held})
    live = Listing.objects.filter(live_from__lte=now, live_until__gt=now).order_by()
    there = Counter(dict(live.values_list("list").annotate(held=Count("pk"))))
    assert said == there
    return said
