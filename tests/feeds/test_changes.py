"""The feed of what became of what was public; no title where the reason is a person."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from bulletins import workflow
from bulletins.drafting import save_head, start_article
from bulletins.drafting.head import head_of
from bulletins.models import Edition
from bulletins.workflow.articles.withdrawing import Explanation
from tests.feeds.reading import Read, atom, rss
from tests.office import NOTICE, Office, People, again, amended, approved, released

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
NAME = "张三丰"


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


def entitled(edition: Edition, title: str, kind: str, note: str, people: People) -> Edition:
    """A next edition under another title, released."""
    draft = amended(edition, people, f"导语{title}")
    head = head_of(draft)
    said = replace(head.document, title=title, change_note=note)
    save_head(
        draft, replace(head, document=said, change_kind=kind), seen=draft.revision, by=people.lin
    )
    return released(again(draft), people)


def told(client: Client) -> list[str]:
    return [entry.title for entry in atom(client, "/feeds/changes.atom")]


def whole(client: Client) -> str:
    """Everything that the feed says in both forms."""
    feeds = (client.get(f"/feeds/changes.{form}") for form in ("atom", "rss"))
    return "".join(feed.content.decode() for feed in feeds)


def test_corrections_and_updates_are_told_with_their_note_small_changes_are_not(
    client: Client, live: Edition, people: People
) -> None:
    released(amended(live, people), people)
    assert told(client) == []
    edition = entitled(live, "新题", "correction", "改正<script>一处&", people)
    (entry,) = atom(client, "/feeds/changes.atom")
    assert (entry.title, entry.says) == ("更正：新题", "改正<script>一处&")
    assert entry.id == f"http://testserver/articles/1/#edition-{edition.number}"
    assert entry.link == "http://testserver/articles/1/"
    entitled(live, "再新", "major", "补充一节", people)
    assert told(client) == ["更新：再新", "更正：再新"]
    assert rss(client, "/feeds/changes.rss") == told(client)


def test_a_withdrawal_and_a_restoration_are_told(
    client: Client, live: Edition, people: People
) -> None:
    explanation = Explanation("数字有误，改正后重发。")
    workflow.withdraw(
        live.article, "wrong", by=people.zhi, reason="内部理由", explanation=explanation
    )
    (entry,) = atom(client, "/feeds/changes.atom")
    assert entry.title == "撤下：多地推进网络工作"
    assert entry.says == "原因：内容有误。数字有误，改正后重发。"
    assert "内部理由" not in whole(client)
    workflow.restore(live.article, by=people.zhong)
    assert told(client) == ["恢复公开：多地推进网络工作", "撤下：多地推进网络工作"]


def test_where_the_reason_is_a_person_no_title_and_no_word_is_left(
    client: Client, live: Edition, people: People
) -> None:
    entitled(live, f"关于{NAME}的通报", "correction", f"改正{NAME}的职务", people)
    assert NAME in whole(client)
    explanation = Explanation(f"涉及{NAME}")
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="因", explanation=explanation)
    assert NAME not in whole(client)
    assert told(client) == ["撤下：第 1 号信息", "更正：第 1 号信息"]
    workflow.restore(live.article, by=people.zhong)
    by_name = dict(entry.title.split("：") for entry in atom(client, "/feeds/changes.atom"))
    assert by_name["撤下"] == "第 1 号信息"


def test_a_correction_for_a_persons_sake_takes_earlier_titles_and_notes_away(
    client: Client, live: Edition, people: People
) -> None:
    entitled(live, f"关于{NAME}的通报", "correction", f"改正{NAME}的职务", people)
    entitled(live, "关于一名干部的通报", "privacy", f"隐去{NAME}", people)
    assert NAME not in whole(client)
    assert told(client) == ["更正（涉及个人信息）：第 1 号信息", "更正：关于一名干部的通报"]


def test_a_correction_for_a_persons_sake_takes_earlier_explanations_away(
    client: Client, live: Edition, people: People
) -> None:
    explanation = Explanation(f"{NAME}的职务有误。")
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因", explanation=explanation)
    workflow.restore(live.article, by=people.zhong)
    assert NAME in whole(client)
    entitled(live, "关于一名干部的通报", "privacy", "隐去姓名", people)
    assert NAME not in whole(client)
    said = [one.says for one in atom(client, "/feeds/changes.atom") if "撤下" in one.title]
    assert said == ["原因：内容有误。"]
    later = Explanation("另有疏漏。")
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因", explanation=later)
    assert "另有疏漏。" in whole(client)


def test_a_correction_for_a_persons_sake_takes_earlier_notes_of_closing_away(
    client: Client, office: Office, people: People
) -> None:
    document = replace(NOTICE, closes_at=timezone.now() + DAY)
    notice = released(start_article(document, column=office.notices, by=people.lin), people)
    workflow.close(notice.article, by=people.zhi, note=f"由{NAME}入选")
    assert NAME in whole(client)
    entitled(notice, "公告", "privacy", "隐去姓名", people)
    assert NAME not in whole(client)
    assert "已截止：公告" in told(client)


def test_a_title_to_come_is_not_told(client: Client, live: Edition, people: People) -> None:
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
    workflow.restore(live.article, by=people.zhong)
    draft = amended(live, people)
    head = replace(head_of(draft), change_kind="correction")
    head = replace(head, document=replace(head.document, title="明天的题", change_note="明天的话"))
    save_head(draft, head, seen=draft.revision, by=people.lin)
    workflow.release(approved(again(draft), people), by=people.zhong, at=timezone.now() + DAY)
    assert "明天的" not in whole(client)
    with time_machine.travel(timezone.now() + DAY, tick=False):
        assert "更正：明天的题" in told(client)


def test_notices_that_close_and_periods_that_end_are_told_from_that_second_on(
    client: Client, office: Office, people: People
) -> None:
    now = timezone.now().replace(microsecond=0)
    document = replace(NOTICE, closes_at=now + DAY)
    notice = released(start_article(document, column=office.notices, by=people.lin), people)
    shown = released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    workflow.set_end(shown.article, by=people.zhi, at=now + 2 * DAY)
    with time_machine.travel(now + DAY - timedelta(milliseconds=1), tick=False):
        assert told(client) == []
    with time_machine.travel(now + DAY, tick=False):
        (closed,) = atom(client, "/feeds/changes.atom")
        assert closed.title == "已截止：关于系统维护的通知"
        assert closed.updated == now + DAY
    with time_machine.travel(now + 2 * DAY, tick=False):
        assert told(client) == ["公示期满：关于系统维护的通知", closed.title]
    workflow.close(notice.article, by=people.zhi, note="名额已满")
    (early,) = atom(client, "/feeds/changes.atom")
    assert (early.title, early.says) == (closed.title, "名额已满")
    assert early.id != closed.id


def test_a_new_edition_does_not_close_a_notice_again(
    client: Client, office: Office, people: People
) -> None:
    now = timezone.now().replace(microsecond=0)
    document = replace(NOTICE, closes_at=now + DAY)
    notice = released(start_article(document, column=office.notices, by=people.lin), people)
    with time_machine.travel(now + 3 * DAY, tick=False):
        before: list[Read] = atom(client, "/feeds/changes.atom")
        released(amended(notice, people), people)
        assert atom(client, "/feeds/changes.atom") == before


def test_what_was_withdrawn_before_its_end_did_not_end(
    client: Client, live: Edition, people: People
) -> None:
    workflow.set_end(live.article, by=people.zhi, at=timezone.now() + DAY)
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
    with time_machine.travel(timezone.now() + 2 * DAY, tick=False):
        assert [title.partition("：")[0] for title in told(client)] == ["撤下"]
