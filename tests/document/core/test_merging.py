"""Two people in one part: both keep what they wrote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document.merging import merge, take
from bulletins.document.tree import DocumentPart, DocumentSection
from tests.document.lean import lean


def section(key: str, body: str = "", heading: str = "") -> DocumentSection:
    return DocumentSection(1, heading or f"标题{key}", body or f"<p>{key}</p>", key=key)


BASE = DocumentPart("120000", "天 津", "<p>导语</p>", (section("a"), section("b"), section("c")))


def with_sections(*sections: DocumentSection) -> DocumentPart:
    return replace(BASE, sections=sections)


def keys(part: DocumentPart) -> str:
    return "".join(one.key for one in part.sections)


def test_changes_to_different_sections_go_together() -> None:
    theirs = with_sections(section("a", "<p>他</p>"), section("b"), section("c"))
    mine = with_sections(section("a"), section("b"), section("c", "<p>我</p>"))
    merged = merge(BASE, theirs, mine)
    assert not merged.clashes
    assert [one.body for one in merged.part.sections] == ["<p>他</p>", "<p>b</p>", "<p>我</p>"]


def test_the_same_section_is_a_clash_with_both_versions() -> None:
    theirs, mine = (
        with_sections(section("a", "<p>他</p>")),
        with_sections(section("a", "<p>我</p>")),
    )
    base = with_sections(section("a"))
    merged = merge(base, theirs, mine)
    (clash,) = merged.clashes
    assert (clash.name, clash.theirs.body, clash.mine.body) == ("a", "<p>他</p>", "<p>我</p>")
    assert merged.part == mine
    assert take(merged.part, theirs, ["a"]) == theirs


def test_what_was_chosen_stands_as_the_other_has_it_or_is_gone_with_it() -> None:
    theirs = replace(with_sections(section("a"), section("x"), section("c")), intro="<p>他</p>")
    assert take(BASE, theirs, []) == BASE
    assert keys(take(BASE, theirs, ["b"])) == "ac"
    assert keys(take(BASE, theirs, ["x"])) == "axbc"
    assert take(BASE, theirs, ["intro"]) == replace(BASE, intro="<p>他</p>")


def test_what_both_added_alike_stands_there_once() -> None:
    theirs = with_sections(*BASE.sections, section("x", "<p>新</p>", "新增"))
    mine = with_sections(*BASE.sections, section("y", "<p>新</p>", "新增"))
    assert merge(BASE, theirs, mine).part == theirs


def test_the_same_change_twice_is_no_clash() -> None:
    both = with_sections(section("a", "<p>同</p>"), section("b"), section("c"))
    assert merge(BASE, both, both) == merge(BASE, both, BASE)


def test_new_sections_of_both_stand_where_they_were_put() -> None:
    theirs = with_sections(section("a"), section("x"), section("b"), section("c"))
    mine = with_sections(section("a"), section("b"), section("y"), section("c"), section("z"))
    assert keys(merge(BASE, theirs, mine).part) == "axbycz"


def test_what_one_took_out_is_out_unless_the_other_changed_it() -> None:
    gone = with_sections(section("a"), section("c"))
    assert keys(merge(BASE, gone, BASE).part) == "ac"
    changed = with_sections(section("a"), section("b", "<p>改</p>"), section("c"))
    for theirs, mine in ((gone, changed), (changed, gone)):
        merged = merge(BASE, theirs, mine)
        assert [clash.name for clash in merged.clashes] == ["b"]
        assert merged.part == mine


def test_the_order_follows_whoever_moved_something() -> None:
    moved = with_sections(section("c"), section("a"), section("b"))
    assert keys(merge(BASE, moved, BASE).part) == keys(merge(BASE, BASE, moved).part) == "cab"


def test_heading_and_intro_are_settled_like_sections() -> None:
    theirs, mine = replace(BASE, intro="<p>他</p>"), replace(BASE, heading="津")
    merged = merge(BASE, theirs, mine)
    assert (merged.part.intro, merged.part.heading, merged.clashes) == ("<p>他</p>", "津", ())
    clash = merge(BASE, theirs, replace(BASE, intro="<p>我</p>")).clashes[0]
    assert (clash.name, clash.theirs, clash.mine) == ("intro", "<p>他</p>", "<p>我</p>")


@pytest.mark.parametrize("keys", ["", "a"])
def test_sections_without_keys_of_their_own_are_no_guess(keys: str) -> None:
    twice = with_sections(section(keys, heading="甲"), section(keys, heading="乙"))
    for act in (lambda: take(twice, BASE, []), lambda: merge(BASE, BASE, twice)):
        with pytest.raises(ValueError, match="by key"):
            act()


LETTERS = "abcdefgh"
BODIES = st.sampled_from(["<p>一</p>", "<p>二</p>", "<p>三</p>"])


@st.composite
def parts(draw: st.DrawFn) -> DocumentPart:
    order = draw(st.permutations(LETTERS))[: draw(st.integers(0, 8))]
    return with_sections(*(section(key, draw(BODIES)) for key in order))


@lean
@given(parts(), parts(), parts())
def test_no_section_that_somebody_wrote_or_kept_is_lost(
    base: DocumentPart, theirs: DocumentPart, mine: DocumentPart
) -> None:
    merged = merge(base, theirs, mine)
    before = {one.key: one for one in base.sections}
    shown = [*merged.part.sections]
    shown += [one for clash in merged.clashes for one in (clash.theirs, clash.mine) if one]
    for side in (theirs, mine):
        for one in side.sections:
            if before.get(one.key) != one:
                assert one in shown
    assert len(set(keys(merged.part))) == len(keys(merged.part))


@lean
@given(parts(), parts())
def test_who_changed_nothing_gets_what_the_other_made(
    base: DocumentPart, theirs: DocumentPart
) -> None:
    assert merge(base, theirs, base).part == theirs
    assert merge(base, base, theirs).part == theirs
    assert not merge(base, theirs, base).clashes
