"""Two people who are the first to put something into a list, at once."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from bulletins import workflow
from bulletins.drafting import save_head, start_article, start_edition
from bulletins.drafting.head import head_of
from bulletins.listing import counts, facet_list, tag_list
from bulletins.listing.counting import recount
from bulletins.models import Edition, Listing
from bulletins.workflow.articles.validity import Force
from tests.office import NOTICE, Office, People, again, approved, released
from tests.together import refusals, together

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 5


def counted(name: str) -> int:
    """As it was kept; and it is what counting anew finds, as is every other count."""
    names = sorted({*Listing.objects.values_list("list", flat=True)})
    kept = counts(names, timezone.now())
    recount()
    assert counts(names, timezone.now()) == kept
    return kept[name]


@pytest.fixture
def notices(office: Office, people: People) -> list[Edition]:
    """Public ones."""
    drafts = [start_article(NOTICE, column=office.notices, by=people.lin) for _ in range(MANY)]
    return [released(one, people) for one in drafts]


def test_the_first_papers_that_are_repealed(notices: list[Edition], people: People) -> None:
    repealed = Force("repealed", date(2026, 1, 1))
    acts = [
        lambda it=one.article: workflow.set_validity(it, repealed, by=people.zhi) for one in notices
    ]
    assert refusals(together(*acts)) == []
    assert counted(facet_list("notices", "repealed")) == MANY


def test_the_first_editions_with_a_tag(notices: list[Edition], people: People) -> None:
    ready = [approved(tagged(one, "防汛", people), people) for one in notices]
    acts = [lambda one=one: workflow.release(one, by=people.zhong) for one in ready]
    assert refusals(together(*acts)) == []
    assert counted(tag_list(ready[0].edition_tags.get().tag.slug)) == MANY


def tagged(before: Edition, tag: str, people: People) -> Edition:
    """The next edition, which differs in its tag alone."""
    fresh = start_edition(before.article, by=people.lin, kind="minor")
    head = head_of(fresh)
    said = replace(head.document, tags=(tag,))
    save_head(fresh, replace(head, document=said), seen=fresh.revision, by=people.lin)
    return again(fresh)
