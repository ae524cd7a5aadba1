"""The pages on which desk staff close, archive, withdraw and restore what is public."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bulletins import workflow
from bulletins.document.wording import BEIJING
from bulletins.models import Article, Edition, Role, Withdrawal
from bulletins.workflow.articles.withdrawing import Explanation
from tests.editing.doors import at_desk
from tests.office import Office, People, released


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


def page(edition: Edition) -> str:
    return reverse("admin:bulletins_edition_change", args=[edition.pk])


def verb(edition: Edition, name: str) -> str:
    return reverse("admin:bulletins_edition_article", args=[edition.pk, name])


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_desk_withdraws_in_two_clicks_and_is_reminded_of_copies(
    live: Edition, people: People
) -> None:
    client = at_desk(people.zhi)
    assert verb(live, "withdraw") in text(client, page(live))
    said = {"kind": "checking", "reason": "读者来电，数字待核"}
    answer = client.post(verb(live, "withdraw"), said, follow=True)
    after = answer.content.decode()
    assert "已撤下" in after
    assert "由zhi撤下（核实中暂停公开）" in after
    assert "还没有写公开说明" in after
    assert "公众号" in after
    assert not Edition.objects.live().exists()
    # 值班 cannot bring it back, and is not offered to; 终审 is.
    assert verb(live, "restore") not in after
    assert verb(live, "restore") in text(at_desk(people.zhong), page(live))


def test_what_was_typed_is_kept_when_it_is_refused(live: Edition, people: People) -> None:
    said = {"kind": "wrong", "reason": "", "explanation": "改正后重发", "see_instead": "www"}
    answer = at_desk(people.zhi).post(verb(live, "withdraw"), said)
    assert answer.status_code == 200
    assert "改正后重发" in answer.content.decode()
    assert "这不是可用的网址" in answer.content.decode()
    assert Withdrawal.objects.count() == 0


def test_two_at_once_are_told(live: Edition, people: People) -> None:
    client = at_desk(people.zhi)
    workflow.withdraw(live.article, "wrong", by=people.zhong, reason="误")
    answer = client.post(verb(live, "withdraw"), {"kind": "wrong", "reason": "误"})
    assert (answer.status_code, "已于" in answer.content.decode()) == (409, True)


def test_a_day_without_a_time_ends_at_its_midnight(live: Edition, people: People) -> None:
    day = (timezone.now().astimezone(BEIJING) + timedelta(days=3)).date()
    client = at_desk(people.zhi)
    client.post(verb(live, "set_end"), {"day": day.isoformat(), "clock": ""})
    ends = Article.objects.get().ends_at
    assert ends is not None
    assert ends.astimezone(BEIJING).isoformat() == f"{day + timedelta(days=1)}T00:00:00+08:00"
    assert f'value="{day.isoformat()}"' in text(client, verb(live, "set_end"))
    assert "24:00" in text(client, page(live))


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2026-13-01", "٢٠٢٦-01-01"])
def test_absurd_days_get_a_sentence(live: Edition, people: People, day: str) -> None:
    answer = at_desk(people.zhi).post(verb(live, "set_end"), {"day": day})
    assert answer.status_code in (200, 409)
    assert 'role="alert"' in answer.content.decode()
    assert Article.objects.get().ends_at is None


def test_the_box_says_what_became_of_it(live: Edition, office: Office, people: People) -> None:
    client = at_desk(people.zhi)
    force = {"kind": "repealed", "since": "2026-01-01", "basis": "新办法", "check_by": "2027-01-01"}
    client.post(verb(live, "set_validity"), force)
    client.post(verb(live, "archive"))
    boss = at_desk(office.hire("boss", Role.ADMINISTRATOR))
    boss.post(
        verb(live, "backdate"), {"day": "2020-05-01", "clock": "09:00", "reason": "原刊于报纸"}
    )
    said = text(client, page(live))
    assert "废止，自 2026年1月1日 起（新办法）" in said
    assert "由zhi归档" in said
    assert "由boss改首次发布时间为 " in said
    assert verb(live, "unarchive") in said


def test_a_draft_has_no_box(draft: Edition, people: People) -> None:
    assert "article-box" not in text(at_desk(people.lin), page(draft))


def test_a_stranger_learns_nothing(live: Edition, office: Office) -> None:
    stranger = at_desk(office.hire("wang", Role.DESK, column=office.notices))
    assert stranger.get(verb(live, "withdraw")).status_code == 404
    assert stranger.post(verb(live, "withdraw"), {}).status_code == 404


def test_erasing_asks_for_the_number_and_says_what_readers_find(
    live: Edition, people: People, office: Office
) -> None:
    boss = office.hire("boss", Role.ADMINISTRATOR)
    told = Explanation("内有当事人姓名，待处理")
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="因", explanation=told)
    client, address = at_desk(boss), verb(live, "erase")
    assert "内有当事人姓名" in text(client, address)
    said = {"number": 2, "reason": "依申请", "explanation": "依申请删除", "see_instead": ""}
    assert "编号与这篇稿件不符" in client.post(address, said).content.decode()
    assert client.post(address, said | {"number": 1}).status_code == 302
    gone = Client().get("/articles/1/").content.decode()
    assert ["依申请删除" in gone, "姓名" in gone] == [True, False]
