"""Who writes what in a draft; who is told before; who finds nothing."""

from dataclasses import replace

import pytest

from accounts.models import User
from bulletins.document.tree import Document
from bulletins.drafting import (
    add_part,
    arrange_parts,
    remove_part,
    save_head,
    save_part,
    start_article,
)
from bulletins.drafting.authors import Unaware
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Edition, EditionAuthor, Part, Role
from bulletins.permissions import Hidden, Refused
from bulletins.workflow import approve, set_aside, submit
from tests.office import PART, Office, People, again, saying, submitted

TIANJIN, GUIZHOU = "120000", "520000"


@pytest.fixture
def tianjin(draft: Edition) -> Part:
    return draft.parts.get(region=TIANJIN)


@pytest.fixture
def guizhou(draft: Edition) -> Part:
    return draft.parts.get(region=GUIZHOU)


@pytest.fixture
def jin(office: Office) -> User:
    """信息员 of 天津."""
    return office.hire("jin", Role.CONTRIBUTOR, region=TIANJIN)


def new(part: Part) -> int:
    return Part.objects.get(pk=part.pk).revision


def test_a_contributor_writes_the_text_of_her_region(tianjin: Part, jin: User) -> None:
    assert save_part(tianjin, saying(part_of(tianjin), "天津的新稿"), seen=1, by=jin)
    assert EditionAuthor.objects.filter(user=jin).exists()


def test_another_regions_part_is_not_there_for_her(guizhou: Part, jin: User) -> None:
    with pytest.raises(Hidden):
        save_part(guizhou, saying(part_of(guizhou), "越界"), seen=1, by=jin)
    with pytest.raises(Hidden):
        remove_part(guizhou, seen=1, by=jin)
    assert new(guizhou) == 1


@pytest.mark.parametrize("change", [{"region": GUIZHOU}, {"region": None}, {"heading": "天津市"}])
def test_a_contributor_changes_neither_region_nor_heading(
    tianjin: Part, jin: User, change: dict[str, str | None]
) -> None:
    wanted = replace(saying(part_of(tianjin), "新"), **change)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="不能改它的地区和标题"):
        save_part(tianjin, wanted, seen=1, by=jin)
    assert new(tianjin) == 1


def test_a_contributor_neither_adds_nor_removes_nor_arranges_nor_writes_around(
    draft: Edition, tianjin: Part, guizhou: Part, jin: User
) -> None:
    for forbidden in (
        lambda: add_part(draft, PART, by=jin),
        lambda: remove_part(tianjin, seen=1, by=jin),
        lambda: arrange_parts(draft, [guizhou.key, tianjin.key], by=jin),
        lambda: save_head(draft, head_of(draft), seen=1, by=jin),
        lambda: submit(draft, by=jin),
    ):
        with pytest.raises(Refused) as caught:
            forbidden()
        assert not isinstance(caught.value, Hidden)
    assert again(draft).changes == 0


def test_a_contributor_does_not_choose_keys(tianjin: Part, guizhou: Part, jin: User) -> None:
    wanted = replace(saying(part_of(tianjin), "新"), key=guizhou.key)
    save_part(tianjin, wanted, seen=1, by=jin)
    assert Part.objects.get(pk=tianjin.pk).key == tianjin.key != guizhou.key


def test_an_editor_of_one_region_may_not_take_a_part_to_another(
    tianjin: Part, guizhou: Part, office: Office
) -> None:
    he = office.hire("he", Role.EDITOR, region=TIANJIN)
    with pytest.raises(Refused, match="需要该地区的编辑授权"):
        save_part(tianjin, replace(part_of(tianjin), region=GUIZHOU), seen=1, by=he)
    with pytest.raises(Refused, match="需要该地区的编辑授权"):
        add_part(tianjin.edition, replace(PART, region=None), by=he)
    assert save_part(tianjin, replace(part_of(tianjin), region="120102"), seen=1, by=he)


@pytest.mark.parametrize("role", [Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER])
def test_a_reviewer_is_told_before_she_becomes_an_author(
    tianjin: Part, office: Office, role: Role
) -> None:
    both = office.hire("both", Role.EDITOR, role)
    wanted = saying(part_of(tianjin), "新")
    with pytest.raises(Unaware, match="您一改动即成为作者，须由他人审核"):
        save_part(tianjin, wanted, seen=1, by=both)
    assert new(tianjin) == 1
    assert not EditionAuthor.objects.filter(user=both).exists()
    assert save_part(tianjin, wanted, seen=1, by=both, aware=True)
    assert save_part(tianjin, saying(wanted, "再改"), seen=2, by=both)  # told once is told


def test_every_way_of_writing_tells_her(draft: Edition, tianjin: Part, office: Office) -> None:
    both = office.hire("both", Role.EDITOR, Role.FINAL_REVIEWER)
    head = head_of(draft)
    other_head = replace(head, document=replace(head.document, title="改"))
    keys = list(draft.parts.values_list("key", flat=True))
    for write in (
        lambda: add_part(draft, PART, by=both),
        lambda: remove_part(tianjin, seen=1, by=both),
        lambda: arrange_parts(draft, keys[::-1], by=both),
        lambda: save_head(draft, other_head, seen=1, by=both),
    ):
        with pytest.raises(Unaware):
            write()
    assert again(draft).changes == 0


def test_saving_nothing_new_tells_nobody_anything(
    draft: Edition, tianjin: Part, office: Office
) -> None:
    both = office.hire("both", Role.EDITOR, Role.FINAL_REVIEWER)
    assert not save_part(tianjin, part_of(tianjin), seen=1, by=both)
    assert not save_head(draft, head_of(draft), seen=1, by=both)
    assert not EditionAuthor.objects.filter(user=both).exists()


def test_a_reviewer_of_another_column_need_not_be_told(
    tianjin: Part, office: Office, people: People
) -> None:
    wang = office.hire("wang", Role.EDITOR)
    wang.grants.create(role=Role.FINAL_REVIEWER, column=office.notices)
    assert save_part(tianjin, saying(part_of(tianjin), "新"), seen=1, by=wang)


def test_who_wrote_one_region_does_not_review_the_whole(
    draft: Edition, tianjin: Part, jin: User, people: People
) -> None:
    save_part(tianjin, saying(part_of(tianjin), "天津的新稿"), seen=1, by=jin)
    jin.grants.create(role=Role.FIRST_REVIEWER)
    edition = submitted(draft, people)
    with pytest.raises(Refused, match="另一位"):
        approve(edition, digest=edition.digest, by=jin)


@pytest.mark.parametrize("state", ["draft", "set_aside", "in_review"])
def test_a_stranger_is_not_told_how_far_it_came(
    state: str, draft: Edition, tianjin: Part, office: Office, people: People
) -> None:
    if state == "set_aside":
        set_aside(draft, by=people.lin)
    elif state == "in_review":
        submitted(draft, people)
    stranger = office.hire("stranger", Role.EDITOR, column=office.notices)
    keys = list(draft.parts.values_list("key", flat=True))
    for act in (
        lambda: save_part(tianjin, saying(part_of(tianjin), "新"), seen=1, by=stranger),
        lambda: add_part(draft, PART, by=stranger),
        lambda: remove_part(tianjin, seen=1, by=stranger),
        lambda: arrange_parts(draft, keys[::-1], by=stranger),
        lambda: save_head(draft, head_of(draft), seen=1, by=stranger),
        lambda: submit(draft, by=stranger),
    ):
        with pytest.raises(Hidden):
            act()


def test_what_has_no_parts_yet_is_the_editors_and_nobody_elses(
    office: Office, people: People, places: None
) -> None:
    """A lead alone is a text of no region: who answers for one region does not release it."""
    he = office.hire("he", Role.EDITOR, region=TIANJIN)
    edition = start_article(
        Document(title="快讯", lead="<p>快讯</p>"), column=office.notices, by=he
    )
    submit(edition, by=he)
    local = office.hire("local", Role.FINAL_REVIEWER, region=TIANJIN)
    digest = again(edition).digest
    with pytest.raises(Hidden):
        approve(edition, digest=digest, by=local)
    approve(edition, digest=digest, by=people.zhong)
