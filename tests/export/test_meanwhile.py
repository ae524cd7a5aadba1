"""What is changed while an export runs, and changed back, is not what is exported."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from django.db import transaction

from bulletins import workflow
from bulletins.models import Article, Column, Edition, Purge, Role
from bulletins.pages.export import exporting
from bulletins.pages.export.exporting import export_site
from bulletins.pages.export.making import Job, Made, make
from bulletins.store import Change, Log, note
from bulletins.workflow.columns import save_column
from tests.export.conftest import Differences, more
from tests.office import Office, People

pytestmark = pytest.mark.django_db
Meanwhile = Callable[[], object]


def around(
    monkeypatch: pytest.MonkeyPatch, before: Sequence[Meanwhile], after: Sequence[Meanwhile] = ()
) -> list[int]:
    """One of them before each round of pages is made, and one when it is; how many were made."""
    firsts, lasts, made = iter(before), iter(after), []

    def _make(tree: Path, jobs: Sequence[Job], processes: int) -> Iterator[Made]:
        next(firsts, lambda: None)()
        made.append(len(jobs))
        yield from make(tree, jobs, processes)
        next(lasts, lambda: None)()

    monkeypatch.setattr(exporting, "make", _make)
    return made


def renamed(office: Office, name: str) -> Meanwhile:
    boss = office.hire(f"guan{name}", Role.ADMINISTRATOR)

    def _renamed() -> None:
        column = Column.objects.get(slug="news")
        column.name = name
        save_column(column, by=boss)

    return _renamed


def test_everything_changed_and_changed_back(
    small: Path, office: Office, differences: Differences, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys are the same before and after; the pages were made in between."""
    wrong, right = renamed(office, "打错的名字"), renamed(office, office.news.name)
    made = around(monkeypatch, [wrong], [right])
    export_site(small, forms=())
    assert made[0] == made[1]
    assert differences(small) == {}
    assert export_site(small, forms=()).made == 0


def test_one_article_changed_and_changed_back(
    small: Path, people: People, differences: Differences, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot have been touched is not made twice."""

    def _archived() -> None:
        workflow.archive(Article.objects.get(number=2), by=people.zhi)

    def _unarchived() -> None:
        workflow.unarchive(Article.objects.get(number=2), by=people.zhi)

    made = around(monkeypatch, [_archived], [_unarchived])
    export_site(small, forms=())
    assert 0 < made[1] < made[0]
    assert differences(small) == {}


def test_a_busy_site_is_exported(
    small: Path,
    office: Office,
    people: People,
    differences: Differences,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Something is released in every round but the last ones."""
    busy = [lambda n=n: more(office, people, f"又一期 {n}") for n in range(4)]
    made = around(monkeypatch, busy)
    export_site(small, forms=())
    assert len(made) < exporting.ROUNDS
    assert max(made[1:]) < made[0] / 2
    assert differences(small) == {}
    assert Edition.objects.live().count() == 6


@pytest.mark.parametrize(
    ("change", "address", "touched"),
    [
        (Change(12), "/articles/12/editions/1/", True),
        (Change(12), "/articles/12/article.docx", True),
        (Change(12), "/articles/1/", False),
        (Change(12, frozenset({"all", "column:news"})), "/columns/news/2026/11/", True),
        (Change(12, frozenset({"all"})), "/columns/news/", False),
        (Change(12, frozenset({"all"})), "/archive/2026/11/", True),
        (Change(12, frozenset({"all"})), "/", True),
        (Change(12), "/tags/%E7%BD%91/", True),
        (Change(12), "/about/", False),
        (Change(12, elsewhere=True), "/articles/1/", True),
        (Change(12, elsewhere=True), "/articles/1/article.docx", False),
        (Change(12, elsewhere=True), "/columns/news/", False),
    ],
)
def test_what_the_log_says_was_touched(
    db: None, change: Change, address: str, touched: bool
) -> None:
    with transaction.atomic():
        note(Change(77, frozenset({"all", "column:news"}), elsewhere=True))
    log = Log()
    assert not log.has_grown()
    with transaction.atomic():
        note(change)
    assert log.has_grown()
    row = Purge.objects.latest("pk").pk
    assert not log.touches(address, row - 1)
    assert log.touches(address, row) is touched
