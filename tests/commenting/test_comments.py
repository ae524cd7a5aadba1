"""Comments stay with what they are about, are resolved by who writes and reopened by who reviews."""

from dataclasses import replace

import pytest

from accounts.models import AuditEntry, Remark
from bulletins.commenting import comment, place_at, reopen, resolve
from bulletins.document.tree import DocumentSection
from bulletins.drafting import arrange_parts, remove_part, save_part, start_article
from bulletins.drafting.content import part_of
from bulletins.editing.noting import notes_of
from bulletins.models import Comment, Edition, Part, Role
from bulletins.permissions import Hidden, Refused, scope_of
from bulletins.workflow import discard, release_urgently
from tests.office import NOTICE, Office, People, again, released, submitted

pytestmark = pytest.mark.django_db


def fresh(edition: Edition) -> Edition:
    return Edition.objects.with_body().get(pk=edition.pk)


def key_of(edition: Edition, heading: str) -> str:
    return edition.sections.get(heading=heading).key


def rewritten(part: Part, sections: tuple[DocumentSection, ...], people: People) -> None:
    save_part(part, replace(part_of(part), sections=sections), seen=part.revision, by=people.lin)


def test_it_stays_with_its_section_when_numbers_change(draft: Edition, people: People) -> None:
    key, part = key_of(draft, "加强管理"), draft.parts.all()[0]
    comment(draft, key, "请核对数字", by=people.chu)
    first, second = part_of(part).sections
    rewritten(part, (second, DocumentSection(1, "新的一节", "<p>新。</p>"), first), people)
    place = place_at(fresh(draft), key)
    assert place
    assert place.words == "一、加强管理"
    notes = notes_of(fresh(draft), by=people.lin, scope=scope_of(people.lin))
    assert [one.comment.text for one in notes.places[key].notes] == ["请核对数字"]
    assert notes.gone == []


def test_it_stays_with_its_part_when_parts_move(draft: Edition, people: People) -> None:
    first, second = draft.parts.all()
    comment(draft, first.key, "请补数据", by=people.chu)
    arrange_parts(draft, [second.key, first.key], by=people.lin)
    notes = notes_of(fresh(draft), by=people.lin, scope=scope_of(people.lin))
    assert [one.comment.text for one in notes.places[first.key].notes] == ["请补数据"]


def test_where_the_section_is_gone_it_is_listed_as_such(draft: Edition, people: People) -> None:
    part = draft.parts.all()[0]
    comment(draft, key_of(draft, "加强管理"), "这一节多余", by=people.chu)
    rewritten(part, part_of(part).sections[:1], people)
    notes = notes_of(fresh(draft), by=people.lin, scope=scope_of(people.lin))
    (gone,) = notes.gone
    assert gone.words == "二、加强管理"
    assert [(one.comment.text, one.may_resolve) for one in gone.notes] == [("这一节多余", True)]
    resolve(draft, gone.notes[0].comment.pk, by=people.lin)
    assert Comment.objects.get().resolved_by == people.lin


def test_nothing_is_said_of_a_section_that_is_not_there(draft: Edition, people: People) -> None:
    key = key_of(draft, "加强管理")
    part = draft.parts.all()[0]
    rewritten(part, part_of(part).sections[:1], people)
    with pytest.raises(Refused, match="刚刚被删去"):
        comment(draft, key, "请核对", by=people.chu)


def test_who_writes_resolves_and_who_reviews_reopens(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    said = comment(edition, "", "标题请再想想", by=people.chu)
    with pytest.raises(Refused, match="不能解决"):
        resolve(edition, said.pk, by=people.fu)
    assert resolve(edition, said.pk, by=people.lin).resolved_by == people.lin
    with pytest.raises(Refused, match="不能重开"):
        reopen(edition, said.pk, by=people.lin)
    assert reopen(edition, said.pk, by=people.fu).resolved_at is None


def test_whoever_said_it_may_take_it_as_done(draft: Edition, people: People) -> None:
    said = comment(draft, "", "请核对", by=people.chu)
    assert resolve(draft, said.pk, by=people.chu).resolved_by == people.chu


def test_the_words_can_be_erased_and_are_not_in_the_chain(draft: Edition, people: People) -> None:
    said = comment(draft, "", "绝密的意见", by=people.chu)
    entry = AuditEntry.objects.get(action="comment")
    assert (entry.remark_id, entry.detail["key"]) == (said.remark_id, "")
    assert "绝密" not in str(AuditEntry.objects.values().get(pk=entry.pk))
    Remark.objects.update(text="", salt="")
    assert Comment.objects.get().text == ""


@pytest.mark.parametrize("words", ["", " \u3000\n", "\0"])
def test_an_empty_one_is_refused(draft: Edition, people: People, words: str) -> None:
    with pytest.raises(Refused, match="请写明"):
        comment(draft, "", words, by=people.chu)


def test_one_that_is_too_long_is_refused_and_not_cut(draft: Edition, people: People) -> None:
    assert comment(draft, "", "甲\r\n" * 500, by=people.chu).text == "甲\n" * 499 + "甲"
    with pytest.raises(Refused, match="最长 1000 字，现在 1001 字"):
        comment(draft, "", "甲" * 1001, by=people.chu)


def test_a_contributor_reads_and_writes_beside_her_part_only(
    draft: Edition, office: Office, people: People
) -> None:
    xin = office.hire("xin", Role.CONTRIBUTOR, region="520000")
    tianjin, guizhou = draft.parts.all()
    comment(draft, tianjin.key, "天津请补", by=people.chu)
    comment(draft, "", "全文请短", by=people.chu)
    comment(draft, key_of(draft, "提升能力"), "贵州请补", by=people.chu)
    notes = notes_of(fresh(draft), by=xin, scope=scope_of(xin))
    shown = [one.comment.text for place in notes.places.values() for one in place.notes]
    assert shown == ["贵州请补"]
    assert comment(draft, guizhou.key, "已补", by=xin)
    for key in (tianjin.key, ""):
        with pytest.raises(Hidden):
            comment(draft, key, "越界", by=xin)


def test_a_comment_of_another_text_is_not_there(
    draft: Edition, office: Office, people: People
) -> None:
    other = start_article(NOTICE, column=office.notices, by=people.lin)
    said = comment(other, "", "请核对", by=people.zhi)
    for act in (resolve, reopen):
        with pytest.raises(Hidden):
            act(draft, said.pk, by=people.lin)


def test_what_is_public_or_given_up_is_not_discussed(
    draft: Edition, office: Office, people: People
) -> None:
    said = comment(draft, "", "请核对", by=people.chu)
    public = released(draft, people)
    with pytest.raises(Refused, match="已签发，不能再批注"):
        comment(public, "", "迟了", by=people.chu)
    with pytest.raises(Refused, match="已签发，不能再批注"):
        resolve(public, said.pk, by=people.lin)
    given_up = start_article(NOTICE, column=office.notices, by=people.lin)
    discard(given_up, by=people.lin)
    with pytest.raises(Refused, match="已作废"):
        comment(again(given_up), "", "迟了", by=people.zhong)


def test_what_waits_for_late_reviews_is(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    release_urgently(edition, by=people.zhi, reason="台风")
    assert comment(again(edition), "", "补审时发现数字有误", by=people.chu)


def test_a_part_that_is_taken_out_leaves_its_comments(draft: Edition, people: People) -> None:
    part = draft.parts.all()[1]
    comment(draft, part.key, "贵州请补", by=people.chu)
    remove_part(part, seen=1, by=people.lin)
    (gone,) = notes_of(fresh(draft), by=people.chu, scope=scope_of(people.chu)).gone
    assert gone.words == "贵 州"
