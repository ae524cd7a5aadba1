"""A draft laid aside, taken up, given up; and the next edition of an article."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from bulletins.drafting import document_of, save_head, save_part, start_edition
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Column, Edition, EditionAuthor, State
from bulletins.permissions import Hidden, Refused
from bulletins.workflow import VERBS, discard, resume, set_aside, submit
from tests.office import Office, People, again, amended, approved, released, saying, scheduled


def test_a_draft_laid_aside_is_not_written_in_until_taken_up(
    draft: Edition, people: People
) -> None:
    set_aside(draft, by=people.lin)
    part = draft.parts.all()[0]
    with pytest.raises(Refused, match=r"已搁置.*请先点“继续”"):
        save_part(part, saying(part_of(part), "新"), seen=part.revision, by=people.lin)
    resume(draft, by=people.lin)
    assert save_part(part, saying(part_of(part), "新"), seen=part.revision, by=people.lin)


def test_a_draft_laid_aside_makes_room_for_another(draft: Edition, people: People) -> None:
    first = released(draft, people)
    second = amended(first, people)
    with pytest.raises(Refused, match="第 2 版正在草稿"):
        start_edition(first.article, by=people.lin)
    set_aside(second, by=people.lin, reason="先发更正")
    third = start_edition(first.article, by=people.lin)
    assert third.number == 3
    with pytest.raises(Refused, match="第 3 版还是草稿"):
        resume(second, by=people.lin)
    discard(third, by=people.lin)
    resume(second, by=people.lin)
    assert again(second).state == State.DRAFT


@pytest.mark.parametrize("aside", [False, True])
def test_what_is_given_up_stays_readable_and_nothing_leads_back(
    draft: Edition, people: People, aside: bool
) -> None:
    text = document_of(again(draft))
    if aside:
        set_aside(draft, by=people.lin)
    discard(draft, by=people.lin, reason="重复")
    assert again(draft).state == State.DISCARDED
    assert document_of(again(draft)) == text
    assert not [verb.name for verb in VERBS.values() if State.DISCARDED in verb.sources]


def test_only_an_open_draft_is_laid_aside(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    for verb in (set_aside, discard):
        with pytest.raises(Refused, match="稿件现在是“审核中”"):
            verb(edition, by=people.lin)


def test_the_next_edition_is_a_copy_with_the_same_keys_and_no_authors(
    draft: Edition, people: People
) -> None:
    first = released(draft, people)
    second = start_edition(first.article, by=people.lin)
    assert document_of(again(second)) == document_of(again(first))
    assert (second.number, second.state, second.digest) == (2, State.DRAFT, "")
    assert not EditionAuthor.objects.filter(edition=second).exists()
    assert Edition.objects.live().get() == first


def test_the_next_edition_may_begin_while_the_first_still_waits_for_its_day(
    draft: Edition, people: People
) -> None:
    first = scheduled(draft, people, timezone.now() + timedelta(days=1))
    assert start_edition(first.article, by=people.lin).number == 2


def test_before_anything_was_released_there_is_no_next_edition(
    draft: Edition, people: People
) -> None:
    with pytest.raises(Hidden):
        start_edition(draft.article, by=people.lin)


@pytest.mark.parametrize("note", ["", "只写了说明"])
def test_an_edition_in_which_nothing_changed_is_not_submitted(
    draft: Edition, people: People, note: str
) -> None:
    first = released(draft, people)
    second = start_edition(first.article, by=people.lin)
    head = replace(head_of(second), change_kind="minor")
    head = replace(head, document=replace(head.document, change_note=note))
    save_head(second, head, seen=second.revision, by=people.lin)
    with pytest.raises(Refused, match="完全相同"):
        submit(second, by=people.lin)
    assert again(second).state == State.DRAFT


def test_a_correction_says_what_was_changed(draft: Edition, people: People) -> None:
    second = amended(released(draft, people), people)
    for kind, why in (("", "没有说明修改类别"), ("correction", "没有修改说明")):
        head = replace(head_of(again(second)), change_kind=kind)
        save_head(second, head, seen=again(second).revision, by=people.lin)
        with pytest.raises(Refused, match=why):
            submit(second, by=people.lin)


def test_a_draft_moved_to_a_stricter_column_is_reviewed_as_there(
    draft: Edition, office: Office, people: People
) -> None:
    _file(draft, office.notices, people)
    _file(draft, office.news, people)
    submit(draft, by=people.lin)
    assert again(draft).stages == 3


def test_what_was_public_in_a_stricter_column_is_reviewed_as_there(
    draft: Edition, office: Office, people: People
) -> None:
    second = amended(released(draft, people), people)
    _file(second, office.notices, people)
    submit(second, by=people.lin)
    assert again(second).stages == 3


def test_a_new_edition_in_a_stricter_column_is_reviewed_as_there(
    draft: Edition, office: Office, people: People
) -> None:
    _file(draft, office.notices, people)
    second = amended(released(draft, people), people)
    _file(second, office.news, people)
    submit(second, by=people.lin)
    assert again(second).stages == 3


def test_another_column_alone_is_something_to_review(
    draft: Edition, office: Office, people: People
) -> None:
    second = start_edition(released(draft, people).article, by=people.lin)
    _file(second, office.local, people)
    submit(second, by=people.lin)
    assert again(second).column == office.local


def _file(edition: Edition, column: Column, people: People) -> None:
    head = replace(head_of(again(edition)), column=column, change_kind="minor")
    save_head(edition, head, seen=again(edition).revision, by=people.lin)
