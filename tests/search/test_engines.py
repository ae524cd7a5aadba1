"""Each engine answers as the reference does, so both answer the same: in each pass of the suite
this is asked of the database in use.
"""

import typing
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from bulletins.indexing import engine
from bulletins.indexing.engines.candidates import EVERYTHING
from bulletins.indexing.entering import entries
from bulletins.indexing.expressions import All, Any, But, Expression, Has
from bulletins.indexing.slots import index_of, rows_of, state
from bulletins.models.passage import Passage, Slot
from tests.search.reference import Index, holding

pytestmark = pytest.mark.django_db
MANY = 400
TARGETS = (
    "SELECT attstattarget FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
    " WHERE relname = ANY(%s)"
)
STRANGE = ("!", "NEAR", "AND", "not", "اب", "@", "_网", "\ue000", "x" * 60, "𠀀𠀁", "^", "0")


@pytest.fixture(scope="module")
def index(_judged_corpus: dict[int, str], django_db_blocker: DjangoDbBlocker) -> Index:
    """The public slot as the reference has it."""
    with django_db_blocker.unblock():
        rows = rows_of(state().slot)._default_manager.all()
        found = {pk: set(tokens.split(" ")) - {""} for pk, tokens in entries(rows)}
    assert len(found) > 800
    return found


def test_a_few_hundred_expressions_hold_for_the_same_passages(index: Index) -> None:
    wrong = [asked for asked in _expressions(index) if _answer(asked) != holding(index, asked)]
    assert wrong == []


def test_the_expressions_are_worth_asking(index: Index) -> None:
    sizes = [len(holding(index, asked)) for asked in _expressions(index)]
    assert sum(size == 0 for size in sizes) < MANY / 2
    assert sum(size > 20 for size in sizes) > MANY / 8


def test_the_newest_come_first_and_no_more_than_asked_for(index: Index) -> None:
    for asked in list(_expressions(index))[:60]:
        whole = holding(index, asked)
        assert _answer(asked, limit=7) == whole[:7]
        middle = sorted(index)[len(index) // 2]
        assert _answer(asked, below=middle) == [pk for pk in whole if pk < middle]


def test_the_text_comes_along_when_it_is_asked_for(index: Index) -> None:
    asked = Has("网络")
    bare = engine().find(state().slot, asked, 50)
    told = engine().find(state().slot, asked, 50, words=True)
    assert {one.words for one in bare} == {""}
    assert [one._replace(words="", context="") for one in told] == bare
    assert all("网络" in one.words.replace(" ", "") for one in told)


@pytest.mark.parametrize("token", STRANGE)
def test_strange_tokens_are_tokens(index: Index, token: str) -> None:
    asked = Has(token)
    assert _answer(asked) == holding(index, asked)
    assert _answer(But(Has("网络"), asked)) == holding(index, But(Has("网络"), asked))


@pytest.fixture
def far_apart(index: Index) -> list[int]:
    """Passages in the desk's slot with ids as a large index has them: 5,000 between any two."""
    rows = list(rows_of(state().slot)._default_manager.order_by("pk")[:240])
    there = [_copied(row, n * 5_000) for n, row in enumerate(rows, start=1)]
    rows_of(Slot.DESK)._default_manager.bulk_create(there)
    engine().enter(Slot.DESK, entries(there))
    return [row.pk for row in there]


@pytest.mark.parametrize("start", [5_000, 400_000, 1_200_000])
@pytest.mark.parametrize("limit", [1, 7, 1_000])
def test_nothing_is_lost_between_the_newest_and_the_oldest(
    far_apart: list[int], start: int, limit: int
) -> None:
    with engine().asking(Slot.DESK) as asking:
        whole = [one.id for one in asking.find(Has("@t"), 1_000)]
        assert whole == sorted(whole, reverse=True)
        assert len(whole) > 10
        assert [one.id for one in asking.find(Has("@t"), limit)] == whole[:limit]
        middle = [pk for pk in whole if 300_000 < pk < 900_000]
        found = asking.find(Has("@t"), 1_000, below=900_000, above=300_000)
        assert [one.id for one in found] == middle
        asking.start = start
        assert len(asking.find(Has("@t"), limit)) == min(limit, len(whole))
        for above, there in ((0, whole), (300_000, [pk for pk in whole if pk > 300_000])):
            assert sorted(_paged(asking, limit, above), reverse=True) == there


def _paged(asking: typing.Any, limit: int, above: int) -> Iterator[int]:
    """Ids, so many at once, each behind the last of those before."""
    last = EVERYTHING
    while found := asking.find(Has("@t"), limit, below=last, above=above):
        yield from (one.id for one in found)
        last = found[-1].id


def _copied(row: Passage, pk: int) -> Passage:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return rows_of(Slot.DESK)(**values | {"id": pk})


def _answer(asked: Expression, limit: int = 100_000, **more: int) -> list[int]:
    with engine().asking(state().slot) as asking:
        return [one.id for one in asking.find(asked, limit, **more)]


def _expressions(index: Index) -> Iterator[Expression]:
    """Of common tokens and rare ones, up to four deep; the same in every run."""
    chance = Random("expressions")  # noqa: S311  repeatable is what it must be
    times = Counter(token for tokens in index.values() for token in tokens)
    common = sorted(token for token, many in times.items() if many > len(index) / 40)
    rare = sorted(times)
    return (_made(chance, common, rare, 3) for _ in range(MANY))


def _made(chance: Random, common: list[str], rare: list[str], deep: int) -> Expression:
    if not deep or chance.random() < 0.25:
        return Has(chance.choice(common if chance.random() < 0.7 else rare))
    some = tuple(_made(chance, common, rare, deep - 1) for _ in range(chance.randint(2, 3)))
    which = chance.randrange(4)
    return But(some[0], some[1]) if not which else All(some) if which == 1 else Any(some)


def test_no_sample_of_tokens_is_kept(index: Index) -> None:
    """PostgreSQL would make those of 30,000 rows at every ANALYZE, and choose no plan by them."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(TARGETS, [[index_of(slot) for slot in Slot]])
        assert cursor.fetchall() == [(0,)] * len(Slot)
