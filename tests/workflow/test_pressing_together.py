"""Two people press together: one of them wins, the other is told in a sentence."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit import verifying
from bulletins import workflow
from bulletins.drafting import save_part, start_article, start_edition
from bulletins.drafting.content import part_of
from bulletins.models import FOREVER, Article, Edition, EditionAuthor, Proof, Review, Role, State
from bulletins.workflow.sealing import digest_of
from tests.office import (
    NOTICE,
    Office,
    People,
    again,
    amended,
    approved,
    released,
    saying,
    scheduled,
    submitted,
)
from tests.together import Act, refusals, together

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def one_wins(*acts: Act) -> str:
    """The sentence that the other one was told."""
    told = refusals(together(*acts))
    assert len(told) == len(acts) - 1, told
    assert list(verifying.faults()) == []
    return told[0]


def test_two_submit(draft: Edition, people: People) -> None:
    told = one_wins(*[lambda: workflow.submit(draft, by=people.lin)] * 2)
    assert "稿件现在是“审核中”" in told
    assert again(draft).round == Proof.objects.count() == 1


def test_two_first_reviewers_agree(draft: Edition, office: Office, people: People) -> None:
    other = office.hire("chu2", Role.FIRST_REVIEWER)
    edition = submitted(draft, people)
    told = one_wins(
        *(
            lambda by=by: workflow.approve(edition, digest=edition.digest, by=by)
            for by in (people.chu, other)
        )
    )
    assert "复审" in told
    assert again(edition).stages_passed == Review.objects.count() == 1


def test_one_agrees_while_the_editor_recalls(draft: Edition, people: People) -> None:
    edition = submitted(draft, people)
    told = refusals(
        together(
            lambda: workflow.approve(edition, digest=edition.digest, by=people.chu),
            lambda: workflow.recall(edition, by=people.lin),
        )
    )
    assert again(edition).state == State.DRAFT
    assert again(edition).stages_passed == 0
    assert len(told) == 1 - Review.objects.count()


def test_one_agrees_while_another_sends_back(
    draft: Edition, office: Office, people: People
) -> None:
    other = office.hire("chu2", Role.FIRST_REVIEWER)
    edition = submitted(draft, people)
    one_wins(
        lambda: workflow.approve(edition, digest=edition.digest, by=people.chu),
        lambda: workflow.send_back(edition, digest=edition.digest, by=other, reason="不妥"),
    )
    assert Review.objects.count() == 1


def test_two_release(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    one_wins(*[lambda: workflow.release(edition, by=people.zhong)] * 2)
    assert Edition.objects.live().get() == edition


def test_one_releases_while_another_sends_back(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    one_wins(
        lambda: workflow.release(edition, by=people.zhong),
        lambda: workflow.send_back(edition, digest=edition.digest, by=people.zhong, reason="不妥"),
    )
    assert Edition.objects.live().exists() == (again(edition).state == State.RELEASED)


def test_one_cancels_while_another_puts_off(draft: Edition, people: People) -> None:
    first = released(draft, people)
    second = scheduled(amended(first, people), people, timezone.now() + DAY)
    later = timezone.now() + 2 * DAY
    told = refusals(
        together(
            lambda: workflow.cancel_release(second, by=people.zhong),
            lambda: workflow.reschedule(second, by=people.zhi, at=later),
        )
    )
    assert again(second).state == State.IN_REVIEW
    assert again(first).live_until == FOREVER
    assert len(told) <= 1  # put off first and cancelled then, both were heard


def test_two_begin_the_next_edition(draft: Edition, people: People) -> None:
    article = released(draft, people).article
    told = one_wins(*[lambda: start_edition(article, by=people.lin)] * 2)
    assert "同时只能有一个新版本" in told
    assert article.editions.count() == 2


def test_one_takes_up_an_edition_while_another_begins_one(draft: Edition, people: People) -> None:
    first = released(draft, people)
    second = amended(first, people)
    workflow.set_aside(second, by=people.lin)
    one_wins(
        lambda: workflow.resume(second, by=people.lin),
        lambda: start_edition(first.article, by=people.lin),
    )
    assert first.article.editions.open().count() == 1


def test_one_cancels_a_release_while_another_begins_the_next_edition(
    draft: Edition, people: People
) -> None:
    first = scheduled(draft, people, timezone.now() + DAY)
    told = refusals(
        together(
            lambda: workflow.cancel_release(first, by=people.zhong),
            lambda: start_edition(first.article, by=people.lin),
        )
    )
    assert len(told) == 1
    assert first.article.editions.open().count() == 1


def test_one_gives_up_what_another_submits(draft: Edition, people: People) -> None:
    one_wins(
        lambda: workflow.discard(draft, by=people.lin),
        lambda: workflow.submit(draft, by=people.lin),
    )
    assert again(draft).state in (State.DISCARDED, State.IN_REVIEW)


@pytest.mark.parametrize("attempt", range(5))
def test_no_text_changes_under_a_digest(draft: Edition, people: People, attempt: int) -> None:
    part = draft.parts.all()[0]
    wanted = saying(part_of(part), "最后一刻的改动")
    told = refusals(
        together(
            lambda: workflow.submit(draft, by=people.lin),
            lambda: save_part(part, wanted, seen=part.revision, by=people.lin),
        )
    )
    edition = again(draft)
    assert edition.state == State.IN_REVIEW
    assert digest_of(edition) == edition.digest
    assert ("最后一刻的改动" in Proof.objects.get().html) == (not told)


def test_who_writes_at_the_last_moment_is_an_author(
    draft: Edition, office: Office, people: People
) -> None:
    """Never a text of hers under review without her name: she might review it."""
    both = office.hire("both", Role.EDITOR, Role.FIRST_REVIEWER)
    part = draft.parts.all()[0]
    wanted = saying(part_of(part), "审稿人的改动")
    together(
        lambda: workflow.submit(draft, by=people.lin),
        lambda: save_part(part, wanted, seen=part.revision, by=both, aware=True),
    )
    wrote = "审稿人的改动" in Proof.objects.get().html
    assert EditionAuthor.objects.filter(edition=draft, user=both).exists() == wrote


def test_articles_released_together_have_numbers_without_a_gap(
    office: Office, people: People
) -> None:
    ready = [
        approved(start_article(NOTICE, column=office.notices, by=people.lin), people)
        for _ in range(6)
    ]
    acts = [lambda one=one: workflow.release(one, by=people.zhong) for one in ready]
    assert refusals(together(*acts)) == []
    assert set(Article.objects.values_list("number", flat=True)) == {1, 2, 3, 4, 5, 6}
    assert list(verifying.faults()) == []
