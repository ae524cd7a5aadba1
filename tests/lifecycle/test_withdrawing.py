"""撤下, 恢复公开: gone at once from everywhere, and back word for word."""

import time
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEntry, User
from bulletins import workflow
from bulletins.drafting import document_of, start_article, start_edition
from bulletins.editing.admin.states import shown_state
from bulletins.models import Article, Edition, Listing, Redirect, Role, State, Withdrawal
from bulletins.permissions import Refused
from bulletins.workflow.articles.withdrawing import Explanation
from bulletins.workflow.sealing import digest_of
from tests.office import (
    NOTICE,
    Office,
    People,
    again,
    amended,
    approved,
    released,
    scheduled,
    submitted,
)
from tests.refusals import lifted


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


@pytest.fixture
def boss(office: Office) -> User:
    return office.hire("boss", Role.ADMINISTRATOR)


def withdraw(edition: Edition, people: People, kind: str = "wrong") -> Withdrawal:
    return workflow.withdraw(edition.article, kind, by=people.zhi, reason="数字待核")


def lists_now() -> set[str]:
    now = timezone.now()
    return set(
        Listing.objects.filter(live_from__lte=now, live_until__gt=now).values_list(
            "list", flat=True
        )
    )


def test_at_once_it_is_in_no_list(live: Edition, people: People) -> None:
    assert lists_now()
    withdraw(live, people)
    assert not Edition.objects.live().exists()
    assert lists_now() == set()


def test_what_was_there_can_still_be_seen_by_the_time_machine(
    live: Edition, people: People
) -> None:
    before = timezone.now()
    withdraw(live, people)
    assert Edition.objects.live(before).get() == live
    assert Listing.objects.of("all", before).count() == 1


def test_it_comes_back_word_for_word_under_the_same_seal(live: Edition, people: People) -> None:
    withdraw(live, people)
    back = workflow.restore(live.article, by=people.zhong)
    assert (back.number, back.released_as, back.restored_from) == (2, "restored", live)
    assert (back.digest, back.salt) == (live.digest, live.salt) == (digest_of(back), back.salt)
    assert document_of(again(back)) == document_of(again(live))
    assert back.rendered == again(live).rendered
    assert Edition.objects.live().get() == back
    standing = Withdrawal.objects.get()
    assert (standing.restored_by, standing.restored_at) == (people.zhong, standing.restored_at)
    assert Article.objects.get().first_published_at == live.article.first_published_at


def test_twice_withdrawn_it_still_names_the_reviewed_edition(live: Edition, people: People) -> None:
    for _ in "12":
        withdraw(live, people)
        back = workflow.restore(live.article, by=people.zhong)
    assert (back.number, back.restored_from) == (3, live)
    assert Withdrawal.objects.filter(restored_at=None).count() == 0


def test_a_draft_in_work_stays_as_it_is(live: Edition, people: People) -> None:
    fresh = amended(live, people)
    withdraw(live, people)
    workflow.restore(live.article, by=people.zhong)
    assert again(fresh).state == State.DRAFT
    assert document_of(again(fresh)).parts[0].intro == "<p>更正后的导语</p>"


def test_while_another_edition_is_reviewed_the_old_one_does_not_come_back(
    live: Edition, people: People
) -> None:
    fresh = submitted(amended(live, people), people)
    withdraw(live, people)
    with pytest.raises(Refused, match="正在审核"):
        workflow.restore(live.article, by=people.zhong)
    workflow.recall(fresh, by=people.lin)
    workflow.restore(live.article, by=people.zhong)


def test_a_corrected_edition_ends_the_withdrawal(live: Edition, people: People) -> None:
    withdraw(live, people)
    fresh = approved(amended(live, people), people)
    with pytest.raises(Refused, match="不能定时"):
        workflow.release(fresh, by=people.zhong, at=timezone.now() + timedelta(days=1))
    workflow.release(fresh, by=people.zhong)
    assert Withdrawal.objects.get().restored_by == people.zhong
    assert Edition.objects.live().get() == fresh


def test_the_desk_does_not_bring_it_back_by_an_urgent_release(
    live: Edition, people: People
) -> None:
    withdraw(live, people)
    fresh = submitted(amended(live, people), people)
    with pytest.raises(Refused, match="只有终审可以恢复"):
        workflow.release_urgently(fresh, by=people.zhi, reason="急")


def test_what_was_to_come_does_not_come(live: Edition, people: People) -> None:
    later = scheduled(amended(live, people), people, timezone.now() + timedelta(days=2))
    withdraw(live, people)
    assert again(later).state == State.IN_REVIEW
    assert again(later).is_ready
    assert not Edition.objects.live(timezone.now() + timedelta(days=3)).exists()
    assert AuditEntry.objects.latest("seq").detail["unscheduled"] == [2]


@pytest.mark.parametrize("work", ["draft", "submitted"])
def test_an_edition_in_work_gives_way_and_loses_nothing(
    live: Edition, people: People, work: str
) -> None:
    scheduled(amended(live, people), people, timezone.now() + timedelta(days=2))
    third = amended(live, people, "第三稿")
    if work == "submitted":
        third = submitted(third, people)
    said = document_of(again(third))
    withdraw(live, people)
    assert again(third).state == State.SET_ASIDE
    assert document_of(again(third)).parts == said.parts


def test_it_is_explained_later(live: Edition, people: People) -> None:
    standing = withdraw(live, people)
    assert standing.explanation == ""
    workflow.explain(live.article, Explanation("数字有误，改正后重发。"), by=people.zhi)
    standing.refresh_from_db()
    assert standing.explanation == "数字有误，改正后重发。"


def test_it_is_withdrawn_once_and_with_a_reason(live: Edition, people: People) -> None:
    with pytest.raises(Refused, match="请写明撤下的理由"):
        workflow.withdraw(live.article, "wrong", by=people.zhi, reason=" ")
    with pytest.raises(Refused, match="没有这一种撤下原因"):
        workflow.withdraw(live.article, "boring", by=people.zhi, reason="因")
    withdraw(live, people)
    with pytest.raises(Refused, match="撤下"):
        withdraw(live, people)


def test_a_text_that_was_meddled_with_is_not_restored(live: Edition, people: People) -> None:
    withdraw(live, people)
    with lifted("section_no_update"):
        live.sections.update(body="<p>改过</p>")
    with pytest.raises(Refused, match="绕过程序改动"):
        workflow.restore(live.article, by=people.zhong)


def test_a_text_not_yet_reviewed_is_not_restored(draft: Edition, people: People) -> None:
    workflow.release_urgently(submitted(draft, people), by=people.zhi, reason="台风")
    withdraw(again(draft), people)
    with pytest.raises(Refused, match="补审"):
        workflow.restore(draft.article, by=people.zhong)


def test_what_was_set_aside_before_a_later_edition_is_compared_with_what_readers_saw_last(
    live: Edition, people: People
) -> None:
    """A draft has a lower number than the restored edition; the next one copies the latter."""
    second = amended(live, people, "第二版")
    workflow.set_aside(second, by=people.lin)
    withdraw(live, people)
    back = workflow.restore(live.article, by=people.zhong)
    workflow.resume(second, by=people.lin)
    released(again(second), people)
    fresh = start_edition(live.article, by=people.lin)
    assert fresh.parts.all()[0].intro == "<p>第二版</p>"
    assert back.number > second.number


def test_what_came_to_its_end_is_withdrawn_too_and_then_has_no_title(
    live: Edition, people: People, boss: User, client: Client
) -> None:
    workflow.set_end(live.article, by=people.zhi, at=timezone.now() + timedelta(seconds=0.5))
    time.sleep(0.6)  # the database asks its own clock whether anything of it is public
    assert live.title in client.get("/articles/1/").content.decode()
    withdraw(live, people, "privacy")
    gone = client.get("/articles/1/")
    assert gone.status_code == 410
    assert live.title not in gone.content.decode()
    assert live.title not in client.get("/feeds/changes.atom").content.decode()
    assert shown_state(again(live)) == "已撤下"
    workflow.erase(live.article, by=boss, reason="依申请")
    assert again(live).title != live.title


def test_what_never_was_public_can_be_erased(draft: Edition, people: People, boss: User) -> None:
    later = scheduled(draft, people, timezone.now() + timedelta(days=1))
    with pytest.raises(Refused, match="先取消它的发布"):
        workflow.erase(draft.article, by=boss, reason="依申请")
    workflow.cancel_release(later, by=people.zhong)
    workflow.erase(draft.article, by=boss, reason="依申请")
    assert again(draft).state == State.DISCARDED
    assert again(draft).title != draft.title


def test_nothing_comes_back_in_the_way_of_what_is_scheduled(live: Edition, people: People) -> None:
    ends = timezone.now() + timedelta(days=1)
    workflow.set_end(live.article, by=people.zhi, at=ends)
    with time_machine.travel(ends + timedelta(days=1), tick=False):
        scheduled(amended(live, people), people, timezone.now() + timedelta(days=2))
        with pytest.raises(Refused, match="第 2 版已定于"):
            workflow.restore(live.article, by=people.zhong)


def test_a_text_whose_term_is_over_is_not_read_again_beside_the_next(
    live: Edition, people: People, client: Client
) -> None:
    ends = timezone.now() + timedelta(days=1)
    workflow.set_end(live.article, by=people.zhi, at=ends)
    with time_machine.travel(ends + timedelta(days=1), tick=False):
        released(amended(live, people), people)
        assert client.get("/articles/1/").status_code == 200
        assert "公示期满" in client.get("/articles/1/editions/1/").content.decode()
        assert client.get("/articles/1/editions/1/").status_code == 410


@pytest.mark.parametrize(
    "elsewhere",
    ["/articles/2", "/articles/%32/", "/articles/1/", "/old/1.html", "http://testserver//evil.cn/"],
)
def test_readers_are_sent_on_to_an_article_only_and_else_read_why(
    live: Edition, office: Office, people: People, client: Client, elsewhere: str
) -> None:
    released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    Redirect.objects.create(path="/old/1.html", article=live.article)
    told = Explanation("改用新文", elsewhere)
    workflow.withdraw(live.article, "replaced", by=people.zhi, reason="因", explanation=told)
    assert client.get("/articles/1/").status_code == 410
    workflow.explain(live.article, Explanation("", "/articles/2/"), by=people.zhi)
    assert client.get("/articles/1/")["Location"] == "/articles/2/"
