"""Earlier texts in public: what changed is said on top, the history below, the old text is kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.drafting import save_head, start_article
from bulletins.drafting.head import head_of
from bulletins.files import store_attachment, store_picture
from bulletins.models import Edition, Role
from tests.editing.test_richtext import picture
from tests.office import (
    BULLETIN,
    Office,
    People,
    again,
    amended,
    approved,
    changed,
    released,
    saying,
    scheduled,
    submitted,
)
from tests.public.test_articles import page, words

pytestmark = pytest.mark.django_db
FIRST_DAY = datetime(2021, 3, 15, 1, 13, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(FIRST_DAY) as found:
        yield found


@pytest.fixture
def live(clock: time_machine.Traveller, draft: Edition, people: People) -> Edition:
    return released(draft, people)


def history(html: str) -> list[str]:
    found = re.search(r'(?s)<section class="history".*?</section>', html)
    lines = re.findall(r"(?s)<li>(.*?)</li>", found[0]) if found else []
    return [" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in lines]


def test_a_text_that_was_never_changed_says_nothing_of_editions(
    client: Client, live: Edition
) -> None:
    html = page(client, "/articles/1/")
    assert "更新" not in words(html)
    assert history(html) == []


def test_a_correction_is_said_on_top_with_a_jump_and_below_with_the_old_text(
    client: Client, live: Edition, people: People, clock: time_machine.Traveller
) -> None:
    clock.move_to(FIRST_DAY + 3 * DAY)
    released(changed(live, people, "改过的导语", note="导语中的数字有误"), people)
    html = page(client, "/articles/1/")
    key = live.parts.all()[0].key
    assert f'3月18日更新：<a href="#{key}">更正一处</a>。导语中的数字有误' in html
    assert f'id="{key}"' in html
    assert "首次发布: 2021-03-15 09:13 更新: 2021-03-18 09:13" in " ".join(
        re.sub(r"<[^>]+>", " ", html).split()
    )
    assert history(html) == [
        "2021-03-18 09:13 更正一处 导语中的数字有误 看更改前的文字",
        "2021-03-15 09:13 首次发布",
    ]
    assert '<a href="/articles/1/editions/1/" rel="nofollow">看更改前的文字</a>' in html
    clock.move_to(FIRST_DAY + 400 * DAY)
    assert "2021年3月18日更新" in page(client, "/articles/1/")


def test_the_old_text_says_when_it_was_public_and_what_became_of_it(
    client: Client, live: Edition, people: People, clock: time_machine.Traveller
) -> None:
    clock.move_to(FIRST_DAY + 3 * DAY)
    released(changed(live, people, "改过的导语"), people)
    answer = client.get("/articles/1/editions/1/")
    html = answer.content.decode()
    assert "公开于 2021-03-15 09:13 至 2021-03-18 09:13" in html
    assert '<a href="/articles/1/">看现在的文字</a>' in html
    assert "一年来，各单位扎实推进。" in html
    assert re.search(r"<del>.*一年来.*</del>", html)
    assert '<meta name="robots" content="noindex">' in html
    assert answer["X-Robots-Tag"] == "noindex"
    assert "canonical" not in html
    assert html.count("<h1>") == 1
    now = page(client, "/articles/1/editions/2/")
    assert "就是现在的文字" in now
    assert "下一版的改动" not in now
    assert {client.get(f"/articles/1/editions/{n}/").status_code for n in (3, 9)} == {404}


def test_what_is_to_come_is_not_betrayed(
    client: Client, live: Edition, people: People, clock: time_machine.Traveller
) -> None:
    """Neither by its number nor by the end of the present text."""
    before = page(client, "/articles/1/"), page(client, "/articles/1/editions/1/")
    later = timezone.now() + DAY
    workflow.release(
        approved(changed(live, people, "明天的导语"), people), by=people.zhong, at=later
    )
    assert (page(client, "/articles/1/"), page(client, "/articles/1/editions/1/")) == before
    assert client.get("/articles/1/editions/2/").status_code == 404
    clock.move_to(later)
    assert "更正一处" in page(client, "/articles/1/")
    assert client.get("/articles/1/editions/2/").status_code == 200


def test_minor_changes_have_no_line(client: Client, live: Edition, people: People) -> None:
    released(amended(live, people), people)
    html = page(client, "/articles/1/")
    assert "更新" not in words(html)
    assert history(html) == []


def test_after_a_minor_change_the_last_real_one_still_stands_on_top(
    client: Client, live: Edition, people: People, clock: time_machine.Traveller
) -> None:
    clock.move_to(FIRST_DAY + DAY)
    second = released(changed(live, people, "改过的导语", "major", "补充"), people)
    clock.move_to(FIRST_DAY + 2 * DAY)
    released(amended(second, people, "改过的导语。"), people)
    html = page(client, "/articles/1/")
    assert "3月16日更新：" in html
    assert "修改一处" in html
    assert len(history(html)) == 2


def test_about_a_person_everything_before_is_closed_in_the_same_moment(
    client: Client, office: Office, people: People, places: None
) -> None:
    file = store_attachment(b"%PDF-1.7\n...", "名单.pdf", by=people.lin)
    shown = store_picture(picture(), "图.png", by=people.lin)
    part = saying(BULLETIN.parts[0], f'张某某</p><p><img src="file:{shown.pk}" alt=""></p><p>文')
    said = replace(BULLETIN, title="关于张某某", parts=(part,))
    first = released(start_article(said, column=office.news, by=people.lin), people)
    second = released(changed(first, people, "张某某的电话", note="张某某"), people)
    files = [f"/articles/1/files/{one.pk}" for one in (shown,)]
    assert client.get("/articles/1/editions/1/").status_code == 200
    picture_answer = client.get(files[0])
    b"".join(picture_answer.streaming_content)  # type: ignore[attr-defined]
    assert picture_answer.status_code == 200
    third = changed(second, people, "某人", "privacy", "隐去姓名")
    head = head_of(third)
    document = replace(head.document, title="关于某人")
    save_head(third, replace(head, document=document), seen=third.revision, by=people.lin)
    third = approved(again(third), people)
    assert client.get("/articles/1/editions/1/").status_code == 200
    workflow.release(third, by=people.zhong)
    for address in ("/articles/1/editions/1/", "/articles/1/editions/2/"):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "张某某" not in answer.content.decode()
        assert "原因：涉及个人信息" in answer.content.decode()
        assert 'href="/articles/1/"' in answer.content.decode()
    closed = client.get(files[0])
    assert closed.status_code == 410
    assert "no-store" in closed["Cache-Control"]
    assert client.get(f"/articles/1/files/{'0' * 64}").status_code == 404
    html = page(client, "/articles/1/")
    assert "张某某" not in html
    assert "看更改前的文字" not in html
    assert [line.split(" ", 2)[2] for line in history(html)] == [
        "更正（涉及个人信息） 隐去姓名",
        "更正一处",
        "首次发布",
    ]
    assert "张某某" not in page(client, "/articles/1/editions/3/")
    assert file.pk


def test_what_was_withdrawn_does_not_come_back_by_a_corrected_text(
    client: Client, live: Edition, people: People, clock: time_machine.Traveller
) -> None:
    clock.move_to(FIRST_DAY + DAY)
    workflow.withdraw(live.article, "mistaken", by=people.zhi, reason="因")
    clock.move_to(FIRST_DAY + 2 * DAY)
    released(changed(live, people, "改过的导语", "major", "重新核实"), people)
    assert client.get("/articles/1/editions/1/").status_code == 410
    html = page(client, "/articles/1/")
    assert [line.split(" ", 2)[2] for line in history(html)] == [
        "修改一处 重新核实",
        "撤下 原因：误发",
        "首次发布",
    ]


def test_what_was_restored_says_when_it_was_away(
    client: Client, live: Edition, people: People, clock: time_machine.Traveller
) -> None:
    clock.move_to(FIRST_DAY + DAY)
    second = released(changed(live, people, "改过的导语", "major"), people)
    clock.move_to(FIRST_DAY + 2 * DAY)
    workflow.withdraw(second.article, "checking", by=people.zhi, reason="因")
    clock.move_to(FIRST_DAY + 3 * DAY)
    workflow.restore(second.article, by=people.zhong)
    html = page(client, "/articles/1/")
    assert "3月16日更新：" in html
    assert history(html) == [
        "2021-03-18 09:13 恢复公开 与原来的文字相同",
        "2021-03-17 09:13 撤下 原因：核实中暂停公开",
        "2021-03-16 09:13 修改一处 改动 看更改前的文字",
        "2021-03-15 09:13 首次发布",
    ]
    assert client.get("/articles/1/editions/1/").status_code == 200
    assert "公开于 2021-03-16 09:13 至 2021-03-17 09:13" in page(client, "/articles/1/editions/2/")


def test_after_its_end_it_came_back(
    client: Client, live: Edition, people: People, clock: time_machine.Traveller
) -> None:
    workflow.set_end(live.article, by=people.zhi, at=FIRST_DAY + DAY)
    clock.move_to(FIRST_DAY + 2 * DAY)
    workflow.restore(live.article, by=people.zhong)
    assert history(page(client, "/articles/1/"))[:2] == [
        "2021-03-17 09:13 恢复公开 与原来的文字相同",
        "2021-03-16 09:13 公示期满",
    ]


def test_an_urgent_release_says_so_and_when_it_was_reviewed(
    client: Client, draft: Edition, people: People
) -> None:
    workflow.release_urgently(submitted(draft, people), by=people.zhi, reason="台风")
    assert "首次发布 紧急签发，尚待补审" in history(page(client, "/articles/1/"))[0]
    for reviewer in people.reviewers:
        workflow.approve(again(draft), digest=again(draft).digest, by=reviewer)
    assert "首次发布 紧急签发，已补审" in history(page(client, "/articles/1/"))[0]


def test_a_first_date_that_was_set_back_says_by_whom_when_and_why(
    client: Client, live: Edition, office: Office, clock: time_machine.Traveller
) -> None:
    boss = office.hire("boss", Role.ADMINISTRATOR)
    clock.move_to(FIRST_DAY + DAY)
    workflow.backdate(live.article, by=boss, at=FIRST_DAY - 90 * DAY, reason="原刊于报纸")
    html = page(client, "/articles/1/")
    assert history(html)[0] == (
        "2021-03-16 09:13 改首次发布时间"
        " 管理员由2021年3月15日09:13改为2020年12月15日09:13。理由：原刊于报纸"
    )
    assert "首次发布" in history(html)[1]


def test_however_many_editions_the_number_of_queries_is_the_same(
    client: Client, live: Edition, people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        client.get("/articles/1/")
    last = live
    for number in range(3):
        last = released(changed(last, people, f"第{number}次"), people)
        with django_assert_num_queries(4):
            client.get("/articles/1/")
        with django_assert_num_queries(18):
            client.get("/articles/1/editions/1/")


def test_the_first_edition_may_come_second_and_its_past_is_told(
    client: Client, draft: Edition, people: People
) -> None:
    first = scheduled(draft, people, timezone.now() + DAY)
    second = changed(first, people, "抢先公开的导语")
    workflow.set_aside(second, by=people.lin)
    workflow.cancel_release(first, by=people.zhong)
    workflow.recall(again(first), by=people.lin)
    workflow.set_aside(again(first), by=people.lin)
    workflow.resume(again(second), by=people.lin)
    released(again(second), people)
    workflow.resume(again(first), by=people.lin)
    head = head_of(again(first))
    said = replace(head.document, change_note="改回原文")
    head = replace(head, change_kind="correction", document=said)
    save_head(first, head, seen=again(first).revision, by=people.lin)
    released(again(first), people)
    assert len(history(page(client, "/articles/1/"))) == 2
    assert "抢先公开的导语" in page(client, "/articles/1/editions/2/")
    record = client.get("/articles/1/record.json").json()
    assert [one["number"] for one in record["editions"]] == [2, 1]
