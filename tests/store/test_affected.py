"""Which addresses a change touches: a list as short as the article has lists."""

import pytest

from bulletins.store.affected import Change, affected, without_doubles

CHANGES = ["/feeds/changes.atom", "/feeds/changes.rss"]


def test_a_closed_notice_touches_its_pages_and_its_lists_and_no_other_article() -> None:
    lists = frozenset({"all", "column:notices", "column:notices:open", "region:120000", "tag:net"})
    found = affected(Change(12, lists))
    assert found[:3] == ["/articles/12/*", *CHANGES]
    assert {"/columns/notices/*", "/regions/120000/*", "/tags/net/*", "/", "/archive/*"} <= {*found}
    assert {"/feeds/columns/notices.atom", "/feeds/regions/120000.rss", "/feeds/site.rss"} <= {
        *found
    }
    assert "/articles/*" not in found
    assert len(found) == len(set(found)) < 30


def test_a_late_review_touches_nothing_but_the_article() -> None:
    assert affected(Change(12)) == ["/articles/12/*", *CHANGES]


def test_what_other_pages_named_takes_all_articles_along() -> None:
    assert "/articles/*" in affected(Change(12, elsewhere=True))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (["/articles/*", "/articles/12/*", "/"], ["/", "/articles/*"]),
        (["/articles/1/*", "/articles/12/*"], ["/articles/1/*", "/articles/12/*"]),
        (["/regions/", "/regions/12/*"], ["/regions/", "/regions/12/*"]),
        (["/a/", "/a/"], ["/a/"]),
    ],
)
def test_what_lies_below_another_one_is_not_said_twice(said: list[str], left: list[str]) -> None:
    assert without_doubles(said) == left
