"""Ids of other people's things in a request: answered as if they did not exist."""

from dataclasses import replace

import pytest

from bulletins.document.tree import DocumentPart
from bulletins.drafting import (
    add_part,
    arrange_parts,
    remove_part,
    save_head,
    save_part,
    start_article,
    start_edition,
)
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Article, Edition, Part, Role
from bulletins.permissions import Hidden, Refused
from bulletins.workflow import approve, close, submit
from tests.office import BULLETIN, NOTICE, PART, Office, People, again, saying, submitted


@pytest.fixture
def elsewhere(office: Office, people: People, places: None) -> Edition:
    """A draft in another column."""
    return start_article(NOTICE, column=office.notices, by=people.lin)


def test_a_part_of_another_edition_is_not_there(
    draft: Edition, elsewhere: Edition, office: Office
) -> None:
    """She may write in the edition that she names, not in the one whose part she names."""
    wang = office.hire("wang", Role.EDITOR, column=office.news)
    foreign = elsewhere.parts.get()
    for forged in (
        lambda part: save_part(part, saying(part_of(foreign), "越界"), seen=1, by=wang),
        lambda part: remove_part(part, seen=1, by=wang),
    ):
        with pytest.raises(Hidden):
            forged(Part(pk=foreign.pk, edition=draft))
        with pytest.raises(Hidden):
            forged(foreign)
    assert part_of(elsewhere.parts.get()).intro == NOTICE.parts[0].intro


def test_keys_of_another_edition_move_nothing(
    draft: Edition, elsewhere: Edition, people: People
) -> None:
    keys = [elsewhere.parts.get().key, *draft.parts.values_list("key", flat=True)]
    assert not arrange_parts(draft, keys, by=people.lin)
    assert elsewhere.parts.get().position == 1


def test_what_never_existed_answers_like_what_is_hidden(office: Office, people: People) -> None:
    nothing = Edition(pk=999, article=Article(pk=999), column=office.news)
    for act in (
        lambda: save_part(Part(pk=999, edition=nothing), PART, seen=1, by=people.lin),
        lambda: add_part(nothing, PART, by=people.lin),
        lambda: remove_part(Part(pk=999, edition=nothing), seen=1, by=people.lin),
        lambda: arrange_parts(nothing, [], by=people.lin),
        lambda: start_edition(nothing.article, by=people.lin),
        lambda: submit(nothing, by=people.lin),
        lambda: close(nothing.article, by=people.lin),
    ):
        with pytest.raises(Hidden):
            act()


def test_the_two_answers_are_the_same_words(
    draft: Edition, elsewhere: Edition, office: Office
) -> None:
    wang = office.hire("wang", Role.EDITOR, column=office.news)
    told = set()
    for pk in (elsewhere.pk, 999):
        with pytest.raises(Hidden) as caught:
            submit(Edition(pk=pk, article=Article(pk=pk)), by=wang)
        told.add(str(caught.value))
    assert len(told) == 1


def test_the_digest_of_another_edition_approves_nothing(
    draft: Edition, elsewhere: Edition, people: People
) -> None:
    one, other = submitted(draft, people), submitted(elsewhere, people)
    with pytest.raises(Refused, match="请重新打开"):
        approve(one, digest=other.digest, by=people.chu)
    assert again(one).stages_passed == 0


def test_a_column_where_she_has_no_grant_is_closed_to_her(draft: Edition, office: Office) -> None:
    wang = office.hire("wang", Role.EDITOR, column=office.news)
    with pytest.raises(Refused, match="没有在栏目“通知公告”中写稿的权限"):
        start_article(NOTICE, column=office.notices, by=wang)
    moved = replace(head_of(draft), column=office.notices)
    with pytest.raises(Refused, match="没有栏目“通知公告”的编辑授权"):
        save_head(draft, moved, seen=1, by=wang)


@pytest.mark.parametrize("regions", [("520000",), ("120000", "520000"), (None,)])
def test_an_article_of_another_region_is_not_begun(
    regions: tuple[str | None, ...], office: Office, places: None
) -> None:
    he = office.hire("he", Role.EDITOR, region="120000")
    document = replace(BULLETIN, parts=tuple(DocumentPart(code, "某地") for code in regions))
    with pytest.raises(Refused, match="您授权以外的地区"):
        start_article(document, column=office.news, by=he)
    own = replace(document, parts=(DocumentPart("120101", "某区"),))
    assert start_article(own, column=office.news, by=he).number == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.EDITOR])
def test_nobody_but_an_editor_begins_an_article(role: Role, office: Office, places: None) -> None:
    region = "120000" if role == Role.CONTRIBUTOR else None
    somebody = office.hire("somebody", role, region=region)
    with pytest.raises(Refused, match="没有在栏目"):
        start_article(replace(BULLETIN, parts=()), column=office.news, by=somebody)
