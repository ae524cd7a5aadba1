"""A prepared question gives what the same question, put anew, would give; whatever it is asked."""

from datetime import date, datetime, timedelta
from inspect import signature
from typing import Any, cast

import pytest
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, transaction
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins.models import Edition, Listing, plans
from bulletins.models.prepared import Together, planned, planned_for_each, prepared
from regions.models import Region
from tests.office import Office, People, again, released

pytestmark = pytest.mark.django_db

Rows = QuerySet[Any, tuple[Any, ...]]


def _by_text(name: str) -> Rows:
    return Listing.objects.filter(list=name).values_list("list", "first_published_at")


def _by_number(number: int) -> Rows:
    return Listing.objects.filter(number=number).values_list("number", "title")


def _by_moment(at: datetime) -> Rows:
    return Listing.objects.filter(live_from__lte=at, live_until__gt=at).values_list("pk", "list")


def _by_day(day: date) -> Rows:
    return Region.objects.filter(valid_to__gt=day).values_list("code", "valid_to")


def _by_several(one: str, other: str) -> Rows:
    return Listing.objects.filter(list__in=(one, other)).values_list("list", "edition__title")


NOON = datetime(2024, 3, 1, 12, tzinfo=timezone.get_default_timezone())


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (_by_text, [("all",), ("column:news",), ('it\'s "%s" % it',)]),
        (_by_number, [(1,), (2,), (99,)]),
        (_by_moment, [(NOON,), (NOON + timedelta(days=36500),)]),
        (_by_day, [(date(1950, 1, 1),), (date(2020, 1, 1),), (date(2999, 1, 1),)]),
        (_by_several, [("all", "column:news"), ("region:120000", ""), ("a", "b")]),
    ],
)
def test_it_answers_as_if_it_were_put_anew(
    office: Office, people: People, draft: Edition, question: Any, asked: list[tuple[Any, ...]]
) -> None:
    released(draft, people)
    Region.objects.filter(pk="120000").update(valid_to=date(2020, 1, 2))
    found = [sorted(prepared(question)(*values)) for values in asked]
    first = next(iter(signature(question).parameters))
    for ask in (planned(question), planned_for_each(first)(question)):
        assert [sorted(ask(*values)) for values in asked] == found
    assert found == [sorted(question(*values)) for values in asked]
    assert any(found)
    assert not all(found)


def _in_order(number: int) -> Together[Any]:
    listed = Listing.objects.filter(number__gt=number).order_by("-number")
    rows = listed.values_list("number", "title", "pinned_until", "deadline", "first_published_at")
    return Together(rows[:2], rows.reverse()[:1])


def test_rows_come_in_their_order_with_what_is_not_known(
    office: Office, people: People, draft: Edition
) -> None:
    """What SQLite gathers into one text is what it would give row by row."""
    released(draft, people)
    first = Listing.objects.get(list="all")
    for number in (7, 8, 9):
        copied = Listing.objects.get(pk=first.pk)
        copied.pk, copied.number, copied.list = None, number, f"other:{number}"
        copied.title = '引号 " 反斜杠 \\ %s 🙂'
        copied.save()
    found = prepared(_in_order)(6)
    assert [row[0] for row in found] == [9, 8, 7]
    assert found == [row for one in _in_order(6).questions for row in one]
    assert found[0][1:] == ('引号 " 反斜杠 \\ %s 🙂', None, None, first.first_published_at)


def test_it_sees_what_was_stored_since(draft: Edition, people: People) -> None:
    ask = prepared(_by_text)
    assert ask("all") == []
    released(draft, people)
    assert [row[1] for row in ask(name="all")] == [again(draft).article.first_published_at]


def test_it_is_one_query_and_is_spelt_once(draft: Edition) -> None:
    spelt = []

    def counted(name: str) -> Rows:
        spelt.append(name)
        return _by_text(name)

    ask = prepared(counted)
    with CaptureQueriesContext(connection) as queries:
        ask("all")
        ask("column:news")
    assert (len(queries), len(spelt)) == (2, 1)


def test_postgresql_plans_it_once_and_not_behind_a_pooler(
    draft: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = planned(_by_text)
    with CaptureQueriesContext(connection) as queries:
        ask("all")
        ask("all")
        monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
        ask("all")
    begun = [one["sql"].split()[0] for one in queries.captured_queries]
    kept = "EXECUTE" if connection.vendor == "postgresql" else "SELECT"
    assert begun == [kept, kept, "SELECT"]


def test_a_list_has_a_plan_of_its_own_as_long_as_there_are_few(
    draft: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(draft, people)
    monkeypatch.setattr(plans, "MOST", 2)
    ask = planned_for_each("name")(_by_text)
    names = ("column:tongbao", "all", "column:tongbao", "region:120000", "all")
    with CaptureQueriesContext(connection) as queries:
        found = [ask(name) for name in names]
    assert found == [list(_by_text(name)) for name in names]
    asked = [one["sql"] for one in queries.captured_queries]
    if connection.vendor == "postgresql":
        assert [one.split()[0] for one in asked] == [*["EXECUTE"] * 3, "SELECT", "EXECUTE"]
        assert asked[0] == asked[2] != asked[1]
    else:
        assert {one.split()[0] for one in asked} == {"SELECT"}


def test_postgresql_does_not_think_again(draft: Edition) -> None:
    """However dear it holds a plan for any value: it is told, for each connection."""
    ask = planned(_by_moment)
    for days in range(8):  # it thinks anew five times, then compares
        ask(NOON + timedelta(days=days))
    assert plans_made() == ([(8, 0)] if connection.vendor == "postgresql" else [])


def plans_made() -> list[tuple[int, int]]:
    """Of the last question: how often any plan was good for it, how often it was planned anew."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans, custom_plans FROM pg_prepared_statements"
            " ORDER BY prepare_time DESC LIMIT 1"
        )
        return list(cursor.fetchall())


def test_it_goes_on_after_an_error_and_on_a_new_connection(draft: Edition) -> None:
    ask = planned(_by_number)
    with pytest.raises((DatabaseError, OverflowError)), transaction.atomic():
        ask(10**30)
    assert ask(1) == []


@pytest.mark.django_db(transaction=True)
def test_it_is_the_first_thing_that_a_connection_is_asked() -> None:
    ask = planned(_by_number)
    connection.close()
    assert ask(1) == []
    connection.close()
    assert ask(1) == []


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_server_dropped_is_another_one() -> None:
    """Looked after at a request's beginning (``config.postgresql``): its plans went with it."""
    ask, engine = planned(_by_number), cast(Any, connections[DEFAULT_DB_ALIAS])
    assert ask(1) == []
    if connection.vendor == "postgresql":
        _drop(engine.connection.info.backend_pid)
    engine.health_check_enabled, engine.health_check_done = True, False
    engine.worked_at = float("-inf")  # not a moment ago
    assert ask(1) == []
    engine.health_check_enabled = False


def _drop(pid: int) -> None:
    """Gone when this returns."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [pid])
        assert cursor.fetchone() == (True,)
    other.close()
