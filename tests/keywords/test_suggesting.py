"""Tags for a text, and for what somebody begins to type."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from bulletins.drafting import start_article
from bulletins.keywords import offered, suggested
from bulletins.keywords.commonness import FEW
from bulletins.listing import ALL, tag_list
from bulletins.models import Edition, ListCount, Role
from bulletins.permissions import scope_of
from tests.office import NOTICE, Office, People, released

pytestmark = pytest.mark.django_db
TEXT = "天津组织应急演练。应急演练检查广播。数字乡村志愿者到场，数字乡村服务点照常。"


def public(name: str, count: int) -> None:
    """A tag that readers find on so many articles."""
    tag, _ = Tag.objects.get_or_create(name=name)
    ListCount.objects.create(list=tag_list(tag.slug), count=count, at="2026-01-01T00:00Z")


def everything(count: int) -> None:
    ListCount.objects.create(list=ALL, count=count, at="2026-01-01T00:00Z")


def test_tags_under_which_readers_find_such_texts_come_first(db: None) -> None:
    public("广播", 3)
    assert suggested(TEXT)[:3] == ["广播", "应急演练", "数字乡村"]


def test_a_tag_that_tags_everything_is_not_suggested(db: None) -> None:
    everything(4 * FEW)
    public("应急演练", 4 * FEW)
    assert "应急演练" not in suggested(TEXT)
    ListCount.objects.filter(list=ALL).update(count=400 * FEW)
    assert "应急演练" in suggested(TEXT)


def test_in_a_young_office_no_tag_is_too_common(db: None) -> None:
    everything(FEW - 1)
    public("应急演练", FEW - 1)
    assert "应急演练" in suggested(TEXT)


def test_what_is_taken_is_not_suggested_again(db: None) -> None:
    assert "应急演练" not in suggested(TEXT, taken=["应急演练"])


def test_a_region_is_no_tag_though_somebody_made_it_one(places: None) -> None:
    public("天津", 2)
    assert "天津" not in suggested(TEXT)


def test_a_tag_of_a_hidden_draft_is_neither_offered_nor_put_first(
    office: Office, people: People, places: None
) -> None:
    secret = replace(NOTICE, tags=("广播秘密", "广播"))
    start_article(secret, column=office.notices, by=people.lin)
    outsider = office.hire("wai", Role.EDITOR, column=office.news)
    assert offered("广播", by=outsider, scope=scope_of(outsider)) == []
    assert suggested(TEXT)[0] != "广播"
    names = [name for name, _ in offered("广播", by=people.lin, scope=scope_of(people.lin))]
    assert names == ["广播", "广播秘密"]


def test_what_begins_so_stands_before_what_holds_it_and_the_used_before_the_rest(
    people: People,
) -> None:
    for name, count in (("全民阅读", 9), ("阅读推广", 2), ("阅读周", 5)):
        public(name, count)
    found = offered("阅读", by=people.lin, scope=scope_of(people.lin))
    assert found == [("阅读周", 5), ("阅读推广", 2), ("全民阅读", 9)]


def test_released_tags_are_offered_with_their_number(
    draft: Edition, office: Office, people: People
) -> None:
    released(draft, people)
    stranger = office.hire("wai", Role.EDITOR, column=office.notices)
    assert offered("网", by=stranger, scope=scope_of(stranger)) == [("网络", 1)]


def test_the_number_of_queries_does_not_grow_with_the_tags(people: People) -> None:
    scope = scope_of(people.lin)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            offered("标", by=people.lin, scope=scope)
            suggested(TEXT)
        return len(seen)

    public("标一", 1)
    few = queries()
    for number in range(2, 40):
        public(f"标{number}", number)
    assert queries() == few <= 14
