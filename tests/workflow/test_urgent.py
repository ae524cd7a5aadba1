"""紧急签发: public before all have agreed; the missing reviews are due soon, and go on record."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bulletins.models import Decision, Edition, EditionAuthor, ReleasedAs, State
from bulletins.permissions import Refused
from bulletins.workflow import approve, release_urgently, send_back
from tests.office import People, again, amended, approved, released, submitted


@pytest.fixture
def urgent(draft: Edition, people: People) -> Edition:
    """Released by the desk at night, read by nobody yet."""
    edition = submitted(draft, people)
    release_urgently(edition, by=people.zhi, reason="台风红色预警")
    return again(edition)


def test_it_is_public_at_once_and_says_so(urgent: Edition, people: People) -> None:
    assert Edition.objects.live().get() == urgent
    assert (urgent.released_as, urgent.released_by) == (ReleasedAs.URGENT, people.zhi)
    assert urgent.awaits_late_review
    assert urgent.review_due_at
    due_in = urgent.review_due_at - timezone.now()
    assert timedelta(hours=23) < due_in <= timedelta(hours=24)


def test_the_missing_reviews_follow_in_their_order(urgent: Edition, people: People) -> None:
    with pytest.raises(Refused, match="初审"):
        approve(urgent, digest=urgent.digest, by=people.fu)
    for reviewer in people.reviewers:
        assert again(urgent).awaits_late_review
        approve(urgent, digest=urgent.digest, by=reviewer)
    edition = again(urgent)
    assert not edition.awaits_late_review
    assert (edition.state, edition.released_as) == (State.RELEASED, ReleasedAs.URGENT)
    with pytest.raises(Refused, match="没有在等审核"):
        approve(urgent, digest=urgent.digest, by=people.zhong)


def test_who_released_it_does_not_review_it_late(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    approve(edition, digest=edition.digest, by=people.chu)
    approve(edition, digest=edition.digest, by=people.fu)
    release_urgently(again(edition), by=people.zhong, reason="台风")
    with pytest.raises(Refused, match="补审须由另一位同事"):
        approve(edition, digest=edition.digest, by=people.zhong)
    assert again(edition).awaits_late_review


def test_reviews_from_before_count(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    approve(edition, digest=edition.digest, by=people.chu)
    release_urgently(edition, by=people.zhong, reason="台风")
    assert again(edition).stages_passed == 1
    approve(edition, digest=edition.digest, by=people.fu)


def test_an_objection_is_kept_and_what_is_public_stays_so(urgent: Edition, people: People) -> None:
    send_back(urgent, digest=urgent.digest, by=people.chu, reason="数字有误")
    edition = again(urgent)
    assert (edition.state, edition.stages_passed) == (State.RELEASED, 0)
    assert edition.is_live()
    assert edition.awaits_late_review
    assert [review.decision for review in edition.reviews.all()] == [Decision.SENT_BACK]


def test_when_all_have_agreed_nothing_is_urgent(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    with pytest.raises(Refused, match="请直接签发"):
        release_urgently(edition, by=people.zhi, reason="台风")


def test_a_reason_is_asked_for(draft: Edition, people: People) -> None:
    with pytest.raises(Refused, match="请写明紧急签发（限时补审）的理由"):
        release_urgently(submitted(draft, people), by=people.zhi, reason=" \u3000")
    assert not Edition.objects.live().exists()


def test_nobody_releases_her_own_words_urgently(draft: Edition, people: People) -> None:
    EditionAuthor.objects.create(edition=draft, user=people.zhi)
    edition = submitted(draft, people)
    with pytest.raises(Refused, match="另一位"):
        release_urgently(edition, by=people.zhi, reason="台风")


def test_what_is_released_in_the_ordinary_way_cannot_be_sent_back(
    draft: Edition, people: People
) -> None:
    edition = released(draft, people)
    with pytest.raises(Refused, match="已经公开，不能退回"):
        send_back(edition, digest=edition.digest, by=people.zhong, reason="反悔")


def test_an_urgent_correction_replaces_what_is_public(draft: Edition, people: People) -> None:
    first = released(draft, people)
    second = submitted(amended(first, people), people)
    release_urgently(second, by=people.zhi, reason="隐去号码")
    assert Edition.objects.live().get() == second
    assert again(first).live_until == again(second).live_from
