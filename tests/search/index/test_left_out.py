"""What is scheduled changes no answer; what is excluded or elsewhere is in none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import start_article
from bulletins.models import Edition
from bulletins.search.answering import answer
from bulletins.search.finding import find
from bulletins.search.query import known_at, understand
from bulletins.search.results import Results
from tests.office import BULLETIN, Office, People, released, scheduled
from tests.search.index.looking import numbers

Say = Callable[[str, str], Edition]
ASKED = "春节放假安排通知"


@pytest.fixture
def draft_of(office: Office, people: People) -> Say:
    return lambda title, text: start_article(
        Document(title=title, parts=(DocumentPart(intro=f"<p>{text}</p>"),)),
        column=office.notices,
        by=people.lin,
    )


def asked(typed: str) -> Results:
    now = timezone.now()
    return answer(understand(typed, known_at(now)), now=now).results


@pytest.mark.parametrize(("typed", "many"), [(ASKED, 1), ("春节 通知", 10)])
def test_what_is_scheduled_changes_no_answer(
    draft_of: Say, people: People, typed: str, many: int
) -> None:
    for n in range(3):
        released(draft_of(f"放假{n}", "春节期间的安排。另有通知。"), people)
    before = asked(typed)
    assert before.groups
    then = timezone.now() + timedelta(days=2)
    for n in range(many):
        scheduled(draft_of(f"{ASKED}{n}", f"{ASKED}。春节。通知。"), people, then)
    assert asked(typed) == before


def test_what_is_excluded_is_no_section_of_an_answer(
    office: Office, people: People, places: None
) -> None:
    """Also where only a title led to the article."""
    named = replace(BULLETIN, title="组织培训")
    released(start_article(named, column=office.news, by=people.lin), people)
    now = timezone.now()
    [group] = find(understand("组织培训", known_at(now)), now=now).groups
    assert [hit.place for hit in group.hits if "贵州" in hit.place]
    for typed in ("组织培训 -贵州", "组织培训 -贵州省"):
        [group] = find(understand(typed, known_at(now)), now=now).groups
        assert not [hit.place for hit in group.hits if "贵州" in hit.place], typed


def test_what_is_excluded_is_nothing_of_a_column(draft_of: Say, people: People) -> None:
    released(draft_of("考试安排", "略"), people)
    live = released(draft_of("培训安排", "略"), people)
    for typed in ("栏目:通知公告 -考试", "栏目:通知公告 -考试安排"):
        assert numbers(typed) == [live.article.number], typed
