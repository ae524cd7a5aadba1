"""From draft to approval: whose turn it is, and for which text."""

import pytest

from bulletins.drafting import save_head, save_part
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.models import Column, Decision, Edition, EditionAuthor, Proof, Review, Role, State
from bulletins.permissions import Hidden, Refused
from bulletins.workflow import approve, recall, send_back, submit
from tests.office import Office, People, again, approved, saying, submitted


def test_three_people_agree_one_after_the_other(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    for passed, reviewer in enumerate(people.reviewers):
        assert again(edition).stages_passed == passed
        approve(edition, digest=edition.digest, by=reviewer, comment="可以")
    assert again(edition).is_ready
    assert [review.comment for review in edition.reviews.all()] == ["可以"] * 3


@pytest.mark.parametrize("turn", [1, 2])
def test_nobody_agrees_before_his_turn(draft: Edition, people: People, turn: int) -> None:
    edition = submitted(draft, people)
    with pytest.raises(Refused, match="初审"):
        approve(edition, digest=edition.digest, by=people.reviewers[turn])
    assert again(edition).stages_passed == 0


def test_nobody_approves_her_own_words(draft: Edition, office: Office, people: People) -> None:
    both = office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "新的导语"), seen=part.revision, by=both, aware=True)
    edition = submitted(draft, people)
    with pytest.raises(Refused, match="另一位"):
        approve(edition, digest=edition.digest, by=both)
    assert again(edition).stages_passed == 0


def test_one_person_does_not_agree_twice(draft: Edition, office: Office, people: People) -> None:
    all_three = office.hire("all", Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER)
    edition = submitted(draft, people)
    approve(edition, digest=edition.digest, by=all_three)
    with pytest.raises(Refused, match="另一位同事"):
        approve(edition, digest=edition.digest, by=all_three)
    assert again(edition).stages_passed == 1


def test_an_approval_is_for_the_text_that_was_read(draft: Edition, people: People) -> None:
    old = submitted(draft, people)
    recall(old, by=people.lin)
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "改过的导语"), seen=part.revision, by=people.lin)
    new = submitted(draft, people)
    assert new.digest != old.digest
    with pytest.raises(Refused, match="请重新打开"):
        approve(new, digest=old.digest, by=people.chu)
    assert again(new).stages_passed == 0


def test_the_same_text_submitted_again_has_the_same_digest_and_no_approvals(
    draft: Edition, people: People
) -> None:
    first = submitted(draft, people)
    approve(first, digest=first.digest, by=people.chu)
    recall(first, by=people.lin)
    second = submitted(draft, people)
    assert (second.digest, second.stages_passed, second.round) == (first.digest, 0, 2)
    approve(second, digest=second.digest, by=people.chu)
    assert again(second).stages_passed == 1


def test_what_is_sent_back_says_why_and_is_a_draft_again(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    with pytest.raises(Refused, match="理由"):
        send_back(edition, digest=edition.digest, by=people.chu, reason="  ")
    send_back(edition, digest=edition.digest, by=people.chu, reason="数字请核实")
    assert again(edition).state == State.DRAFT
    review = Review.objects.get()
    assert (review.decision, review.comment) == (Decision.SENT_BACK, "数字请核实")
    assert (review.stage, review.role) == (1, Role.FIRST_REVIEWER)


def test_what_all_agreed_to_may_still_be_sent_back_before_release(
    draft: Edition, people: People
) -> None:
    edition = approved(draft, people)
    send_back(edition, digest=edition.digest, by=people.zhong, reason="再核一遍")
    assert again(edition).state == State.DRAFT


def test_nothing_is_written_in_what_was_submitted(draft: Edition, people: People) -> None:
    submitted(draft, people)
    part = draft.parts.all()[0]
    with pytest.raises(Refused, match="撤回"):
        save_part(part, saying(part_of(part), "偷改"), seen=part.revision, by=people.lin)
    with pytest.raises(Refused, match="撤回"):
        save_head(draft, head_of(draft), seen=draft.revision, by=people.lin)


def test_stages_are_those_of_the_day_of_submission(
    draft: Edition, office: Office, people: People
) -> None:
    edition = submitted(draft, people)
    Column.objects.filter(pk=office.news.pk).update(review_stages=1)
    approve(edition, digest=edition.digest, by=people.chu)
    assert not again(edition).is_ready
    assert again(edition).stages == 3


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_column_asks_for_as_many_readers_as_it_has_stages(
    draft: Edition, office: Office, people: People, count: int
) -> None:
    Column.objects.filter(pk=office.news.pk).update(review_stages=count)
    edition = approved(again(draft), people)
    assert edition.is_ready
    last = edition.reviews.last()
    assert last is not None
    assert (edition.reviews.count(), last.role) == (count, Role.FINAL_REVIEWER)


def test_what_is_missing_is_said_all_at_once(draft: Edition, people: People) -> None:
    Edition.objects.filter(pk=draft.pk).update(title="")
    part = draft.parts.all()[1]
    part.sections.all().delete()
    with pytest.raises(Refused, match="没有标题；“贵 州”之下没有内容"):
        submit(draft, by=people.lin)
    assert again(draft).state == State.DRAFT


def test_a_page_that_is_behind_submits_nothing(draft: Edition, people: People) -> None:
    seen = again(draft).changes
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "同事刚改的"), seen=part.revision, by=people.lin)
    with pytest.raises(Refused, match="又有改动"):
        submit(draft, by=people.lin, changes=seen)
    submit(draft, by=people.lin, changes=seen + 1)


def test_a_stopped_column_takes_nothing(draft: Edition, office: Office, people: People) -> None:
    Column.objects.filter(pk=office.news.pk).update(active=False)
    with pytest.raises(Refused, match="停用"):
        submit(draft, by=people.lin)


def test_what_was_submitted_is_kept_word_for_word(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    proof = Proof.objects.get()
    assert (proof.digest, proof.round) == (edition.digest, 1)
    assert "办好网站" in proof.html


def test_an_editor_of_another_column_finds_nothing(
    draft: Edition, office: Office, people: People
) -> None:
    stranger = office.hire("stranger", Role.EDITOR, column=office.notices)
    with pytest.raises(Hidden):
        submit(draft, by=stranger)


def test_who_has_left_does_nothing(draft: Edition, people: People) -> None:
    people.lin.is_active = False
    people.lin.save()
    with pytest.raises(Hidden):
        submit(draft, by=people.lin)


def test_authors_are_who_wrote(draft: Edition, people: People) -> None:
    assert [one.user for one in EditionAuthor.objects.all()] == [people.lin]
