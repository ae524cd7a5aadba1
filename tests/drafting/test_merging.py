"""Two people write in one part at once: different sections go together, the same one is asked about."""

from dataclasses import replace
from typing import Any

import pytest

from bulletins.document.html.kept import read_kept
from bulletins.document.tree import DocumentPart, DocumentSection
from bulletins.drafting import Conflict, document_of, merge_head, merge_part, save_head, save_part
from bulletins.drafting.content import part_of
from bulletins.drafting.head import Head, head_of
from bulletins.models import EarlierText, Edition, EditionAuthor, Part, Role
from bulletins.permissions import Refused
from tests.office import Office, People, again


@pytest.fixture
def tianjin(draft: Edition) -> Part:
    return draft.parts.get(region="120000")


def stands(part: Part) -> DocumentPart:
    return part_of(Part.objects.get(pk=part.pk))


def with_body(part: DocumentPart, at: int, body: str) -> DocumentPart:
    sections = list(part.sections)
    sections[at] = replace(sections[at], body=f"<p>{body}</p>")
    return replace(part, sections=tuple(sections))


def test_different_sections_go_together(tianjin: Part, people: People, office: Office) -> None:
    wang, base = office.hire("wang", Role.EDITOR), part_of(tianjin)
    save_part(tianjin, with_body(base, 0, "她写的"), seen=1, by=people.lin)
    assert merge_part(tianjin, with_body(base, 1, "我写的"), seen=1, by=wang)
    assert [one.body for one in stands(tianjin).sections] == ["<p>她写的</p>", "<p>我写的</p>"]
    assert EditionAuthor.objects.filter(edition=tianjin.edition, user=wang).exists()


def test_a_new_section_of_each_is_kept(tianjin: Part, people: People) -> None:
    base = part_of(tianjin)
    hers = replace(base, sections=(*base.sections, DocumentSection(1, "她的", "<p>甲</p>")))
    mine = replace(base, sections=(DocumentSection(1, "我的", "<p>乙</p>"), *base.sections))
    save_part(tianjin, hers, seen=1, by=people.lin)
    merge_part(tianjin, mine, seen=1, by=people.lin)
    found = stands(tianjin)
    assert [one.heading for one in found.sections] == ["我的", "加强宣传", "加强管理", "她的"]
    assert len({one.key for one in found.sections} - {""}) == 4


@pytest.mark.parametrize("seen", [1, 2])
def test_many_new_sections_are_all_kept(tianjin: Part, people: People, seen: int) -> None:
    base = part_of(tianjin)
    save_part(tianjin, with_body(base, 0, "她写的"), seen=1, by=people.lin)
    news = tuple(DocumentSection(1, words, "<p>文。</p>") for words in "子丑寅卯")
    shown = base if seen == 1 else stands(tianjin)
    merge_part(tianjin, replace(shown, sections=(*shown.sections, *news)), seen=seen, by=people.lin)
    found = stands(tianjin).sections
    assert [one.heading for one in found] == ["加强宣传", "加强管理", "子", "丑", "寅", "卯"]
    assert found[0].body == "<p>她写的</p>"


def test_the_same_section_is_asked_about_and_nothing_is_stored(
    tianjin: Part, people: People
) -> None:
    base = part_of(tianjin)
    hers = with_body(with_body(base, 0, "她写的"), 1, "她也写")
    save_part(tianjin, hers, seen=1, by=people.lin)
    with pytest.raises(Conflict) as caught:
        merge_part(tianjin, with_body(base, 0, "我写的"), seen=1, by=people.lin)
    (clash,) = caught.value.clashes
    assert (clash.theirs.body, clash.mine.body) == ("<p>她写的</p>", "<p>我写的</p>")
    # What to go on with has her other section already.
    assert caught.value.yours == with_body(with_body(base, 0, "我写的"), 1, "她也写")
    assert stands(tianjin) == hers


@pytest.mark.parametrize(("chosen", "body"), [((), "我写的"), (("key",), "她写的")])
def test_one_of_the_two_is_chosen(
    tianjin: Part, people: People, chosen: tuple[str, ...], body: str
) -> None:
    base = part_of(tianjin)
    save_part(tianjin, with_body(base, 0, "她写的"), seen=1, by=people.lin)
    with pytest.raises(Conflict) as caught:
        merge_part(tianjin, with_body(base, 0, "我写的"), seen=1, by=people.lin)
    conflict = caught.value
    names = [base.sections[0].key for _ in chosen]
    merge_part(tianjin, conflict.yours, seen=conflict.revision, by=people.lin, theirs=names)
    assert stands(tianjin).sections[0].body == f"<p>{body}</p>"


def test_a_choice_holds_while_a_third_saves_elsewhere(tianjin: Part, people: People) -> None:
    base = part_of(tianjin)
    save_part(tianjin, with_body(base, 0, "她写的"), seen=1, by=people.lin)
    save_part(tianjin, with_body(stands(tianjin), 1, "第三人"), seen=2, by=people.lin)
    mine, key = with_body(base, 0, "我写的"), base.sections[0].key
    merge_part(tianjin, mine, seen=2, by=people.lin, theirs=[key])
    assert [one.body for one in stands(tianjin).sections] == ["<p>她写的</p>", "<p>第三人</p>"]


def test_what_was_empty_when_both_began_is_shown_whole(draft: Edition, people: People) -> None:
    part = draft.parts.get(region="120000")
    save_part(part, DocumentPart("120000", key=part.key), seen=1, by=people.lin)
    both = (replace(part_of(part), intro="<p>她</p>"), replace(part_of(part), intro="<p>我</p>"))
    save_part(part, both[0], seen=2, by=people.lin)
    with pytest.raises(Conflict) as caught:
        merge_part(part, both[1], seen=2, by=people.lin)
    assert not caught.value.clashes
    assert caught.value.yours == both[1]


def test_who_does_not_say_what_she_saw_is_merged_with_nothing(
    tianjin: Part, people: People
) -> None:
    base = part_of(tianjin)
    hers, mine = with_body(base, 0, "她写的"), with_body(base, 0, "我写的")
    save_part(tianjin, hers, seen=1, by=people.lin)
    # Her own version is kept beside the history: it never stood there, and is nobody's base.
    merge_part(tianjin, mine, seen=2, by=people.lin, theirs=[base.sections[0].key])
    assert EarlierText.objects.filter(revision=0).exists()
    with pytest.raises(Conflict) as caught:
        merge_part(tianjin, with_body(base, 1, "另改"), seen=0, by=people.lin)
    assert not caught.value.clashes
    assert stands(tianjin) == hers


def titled(head: Head, **fields: Any) -> Head:
    return replace(head, document=replace(head.document, **fields))


def test_different_fields_go_together_and_tags_add_up(draft: Edition, people: People) -> None:
    base = head_of(draft)
    save_head(draft, titled(base, title="她的标题", tags=("网络", "天津")), seen=1, by=people.lin)
    mine = titled(base, subtitle="我的副标题", tags=("治理",))
    assert merge_head(draft, mine, seen=1, by=people.lin)
    found = document_of(again(draft))
    assert (found.title, found.subtitle, found.tags) == (
        "她的标题",
        "我的副标题",
        ("天津", "治理"),
    )


def test_the_same_field_is_asked_about(draft: Edition, people: People) -> None:
    base = head_of(draft)
    save_head(draft, titled(base, title="她的", source="甲报"), seen=1, by=people.lin)
    with pytest.raises(Conflict) as caught:
        merge_head(draft, titled(base, title="我的"), seen=1, by=people.lin)
    assert [one.name for one in caught.value.clashes] == ["title"]
    assert caught.value.yours == titled(base, title="我的", source="甲报")
    assert document_of(again(draft)).title == "她的"


def test_a_field_that_was_not_chosen_is_kept(draft: Edition, people: People) -> None:
    base = head_of(draft)
    save_head(draft, titled(base, title="她的", source="甲报"), seen=1, by=people.lin)
    mine = titled(base, title="我的", subtitle="我的副标题")
    merge_head(draft, mine, seen=2, by=people.lin, theirs=["title"])
    found = document_of(again(draft))
    assert (found.title, found.subtitle) == ("她的", "我的副标题")
    (kept,) = EarlierText.objects.filter(key="", revision=0)
    assert read_kept(kept.html).title == kept.heading == "我的"
    # It never stood there, and is nobody's base.
    with pytest.raises(Conflict):
        merge_head(draft, titled(base, title="又一个"), seen=0, by=people.lin)


@pytest.mark.parametrize("theirs", [["column"], ["change_kind"], ["attachments", "pk"], []])
def test_a_choice_without_words_keeps_no_text(
    draft: Edition, people: People, theirs: list[str]
) -> None:
    merge_head(draft, head_of(draft), seen=1, by=people.lin, theirs=theirs)
    assert not EarlierText.objects.exists()


def test_who_may_not_write_keeps_nothing_by_choosing(draft: Edition, people: People) -> None:
    with pytest.raises(Refused):
        merge_head(draft, head_of(draft), seen=1, by=people.chu, theirs=["title"])
    assert not EarlierText.objects.exists()
