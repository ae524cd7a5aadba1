"""?at=: staff see how it stood, in their scope; readers never see more than what is public now."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.moments import read_moment, write_moment
from bulletins.drafting import start_article
from bulletins.files import store_picture
from bulletins.models import Edition, Role
from bulletins.workflow.articles.validity import Force
from tests.editing.test_richtext import picture
from tests.office import (
    BULLETIN,
    NOTICE,
    Office,
    People,
    changed,
    released,
    saying,
    scheduled,
)

pytestmark = pytest.mark.django_db
OLD, NEW, PRESENT = "从前的导语", "改过的导语", datetime(2021, 7, 1, 2, tzinfo=UTC)
THEN = "?at=2021-06-01T09:30"
LISTS = ("/", "/columns/news/", "/regions/120000/", "/archive/", "/tags/网络/", "/archive/2021/03/")


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2021, 3, 15, 1, tzinfo=UTC)) as found:
        yield found


@pytest.fixture
def live(clock: time_machine.Traveller, office: Office, people: People, places: None) -> Edition:
    """It said OLD, with a picture, from March on; since June 10 it says NEW; now it is July."""
    shown = store_picture(picture(), "图.png", by=people.lin)
    part = saying(BULLETIN.parts[0], f'{OLD}</p><p><img src="file:{shown.pk}" alt="图"></p><p>文')
    said = replace(BULLETIN, parts=(part, *BULLETIN.parts[1:]))
    first = released(start_article(said, column=office.news, by=people.lin), people)
    clock.move_to(datetime(2021, 6, 10, 2, tzinfo=UTC))
    second = released(changed(first, people, NEW), people)
    clock.move_to(PRESENT)
    return second


@pytest.fixture
def staff(live: Edition, people: People) -> Client:
    client = Client()
    client.force_login(people.zhi)
    return client


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_an_article_as_it_stood_says_so(staff: Client) -> None:
    answer = staff.get(f"/articles/1/{THEN}")
    html = answer.content.decode()
    assert "您看到的是2021年6月1日09:30时的样子；导航和页脚是现在的。" in html
    assert OLD in html
    assert NEW not in html
    assert "更新记录" not in html
    assert "data-article" not in html
    assert answer["Cache-Control"] == "private, no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    part = read(staff, f"/articles/1/regions/120000/{THEN}")
    assert OLD in part
    assert "您看到的是2021年6月1日09:30" in part
    assert NEW in read(staff, "/articles/1/?at=2021-06-10T10:01")


def test_its_pictures_are_of_that_time_too(staff: Client, live: Edition, people: People) -> None:
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="因")
    html = read(staff, f"/articles/1/{THEN}")
    address = html.partition('src="/articles/1/files/')[2].partition('"')[0]
    assert address.endswith("?at=2021-06-01T09:30")
    answer: Any = staff.get(f"/articles/1/files/{address}")
    assert b"".join(answer.streaming_content)
    assert answer["Cache-Control"] == "private, no-store"
    assert Client().get(f"/articles/1/files/{address}").status_code == 410
    assert staff.get("/articles/1/").status_code == 410


@pytest.mark.parametrize("address", LISTS)
def test_a_list_as_it_stood(staff: Client, live: Edition, people: People, address: str) -> None:
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
    html = read(staff, f"{address}{THEN}")
    assert f'href="/articles/1/{THEN}"' in html
    assert "您看到的是2021年6月1日09:30" in html
    assert "/articles/1/" not in staff.get(address).content.decode()


def test_before_it_was_public_a_list_does_not_hold_it(staff: Client) -> None:
    for address in ("/columns/news/", "/regions/120000/", "/archive/"):
        assert "/articles/1/" not in read(staff, f"{address}?at=2021-03-15T08:59")
        assert "/articles/1/" in read(staff, f"{address}?at=2021-03-15T09:01")
    answer = staff.get("/articles/1/?at=2021-03-15T08:59")
    assert answer.status_code == 404
    assert "那时没有公开" in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"


def test_links_stay_in_that_time(
    staff: Client, office: Office, people: People, clock: time_machine.Traveller
) -> None:
    clock.move_to(datetime(2021, 5, 1, tzinfo=UTC))
    for number in range(21):
        said = replace(NOTICE, title=f"通知{number}")
        released(start_article(said, column=office.notices, by=people.lin), people)
    clock.move_to(PRESENT)
    html = read(staff, f"/columns/notices/{THEN}")
    older = html.partition('<a href="/columns/notices/before/')[2].partition('"')[0]
    assert older.endswith(THEN)
    assert "通知0" in read(staff, f"/columns/notices/before/{older}")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("2099-01-01T00:00", "2099年1月1日00:00还没有到"),
        ("2021-07-01T10:05", "还没有到"),
        *((bad, "请写一个过去的时间") for bad in ("", "昨天", "2021-13-01", "0001-01-01T00:00")),
        *((bad, "请写一个过去的时间") for bad in ("9999-12-31T23:59-23:59", "1e9", "%00", "<b>")),
    ],
)
def test_what_is_to_come_or_no_time_shows_now_and_says_so(
    staff: Client, live: Edition, people: People, asked: str, sentence: str
) -> None:
    later = datetime(2098, 1, 1, tzinfo=UTC)
    scheduled(changed(live, people, "将来的导语"), people, later)
    for address in ("/articles/1/", "/articles/1/regions/120000/", *LISTS):
        html = read(staff, f"{address}?at={asked}")
        assert sentence in html
        assert "您看到的是现在的样子" in html
        assert "将来的导语" not in html
        assert "<b>" not in html.partition('role="note"')[2].partition("</div>")[0]
    assert NEW in read(staff, f"/articles/1/?at={asked}")


def test_readers_see_now_whatever_they_ask(
    live: Edition, people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """To the letter, with the same headers, in as many queries; nobody asks who they are."""
    reader = Client()
    addresses = ["/articles/1/", "/articles/1/regions/120000/", *LISTS]
    for address in addresses:
        plain, asked = reader.get(address), reader.get(f"{address}{THEN}")
        assert asked.content == plain.content
        assert dict(asked.headers) == dict(plain.headers)
        assert "Cookie" not in asked.get("Vary", "")
    with django_assert_num_queries(4):
        reader.get(f"/articles/1/{THEN}")
    forged = Client()
    forged.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    assert forged.get(f"/articles/1/{THEN}").content == reader.get("/articles/1/").content


def test_who_has_no_role_is_a_reader(live: Edition, office: Office) -> None:
    nobody = Client()
    nobody.force_login(office.hire("nobody"))
    assert nobody.get(f"/articles/1/{THEN}").content == Client().get("/articles/1/").content


def test_without_a_moment_nobody_is_asked_who_she_is(staff: Client) -> None:
    assert "Cookie" not in staff.get("/articles/1/").get("Vary", "")


def test_outside_her_scope_it_is_as_readers_see_it(
    live: Edition, office: Office, people: People
) -> None:
    stranger = Client()
    stranger.force_login(office.hire("ting", Role.EDITOR, column=office.notices))
    html = read(stranger, f"/articles/1/{THEN}")
    assert NEW in html
    assert OLD not in html
    listed = read(stranger, f"/archive/{THEN}")
    assert "/articles/1/" in listed
    assert "不归您看的稿件仍是现在的样子" in listed
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
    assert stranger.get(f"/articles/1/{THEN}").status_code == 410
    assert "/articles/1/" not in read(stranger, f"/archive/{THEN}")


def test_whoever_sees_one_part_alone_does_not_read_the_others(
    live: Edition, office: Office, people: People
) -> None:
    partly = Client()
    partly.force_login(office.hire("jin", Role.CONTRIBUTOR, region="120000"))
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
    assert partly.get(f"/articles/1/{THEN}").status_code == 410
    assert "/articles/1/" not in read(partly, f"/archive/{THEN}")


def test_counts_are_of_that_time(
    staff: Client, live: Edition, office: Office, people: People
) -> None:
    assert "共 1 条" in read(staff, f"/tags/网络/{THEN}")
    assert staff.get("/tags/网络/?at=2021-03-15T08:59").status_code == 404


def test_of_an_erased_text_nothing_is_shown_at_any_moment(
    staff: Client, live: Edition, office: Office, people: People
) -> None:
    boss = office.hire("boss", Role.ADMINISTRATOR, Role.EDITOR)
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="因")
    html = read(staff, f"/articles/1/{THEN}")
    picture_of_it = re.search(r'src="(/articles/1/files/[^"]*)"', html)
    assert picture_of_it
    assert OLD in html
    workflow.erase(live.article, by=boss, reason="依申请")
    owner = Client()
    owner.force_login(boss)
    for person in (staff, owner):
        for address in (
            f"/articles/1/{THEN}",
            f"/articles/1/regions/120000/{THEN}",
            picture_of_it[1],
        ):
            answer = person.get(address)
            assert answer.status_code == 410
            assert OLD not in answer.content.decode()
        for address in ("/columns/news/", "/regions/120000/", "/archive/", "/archive/2021/03/"):
            said = read(person, f"{address}{THEN}")
            assert "/articles/1/" not in said
            assert BULLETIN.title not in said


def test_the_edition_page_leads_to_it_even_after_a_withdrawal(
    staff: Client, live: Edition, people: People, clock: time_machine.Traveller
) -> None:
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
    clock.move_to(datetime(2021, 7, 5, tzinfo=UTC))
    html = read(staff, reverse("admin:bulletins_edition_change", args=[live.pk]))
    earlier = re.search(r'href="([^"]*)">看从前的样子', html)
    assert earlier
    assert NEW in read(staff, earlier[1])


@pytest.mark.parametrize(
    ("asked", "moment"),
    [
        ("2021-06-01T09:30", datetime(2021, 6, 1, 1, 30, tzinfo=UTC)),
        ("2021-06-01 09:30", datetime(2021, 6, 1, 1, 30, tzinfo=UTC)),
        (" 2021-06-01T09:30:15 ", datetime(2021, 6, 1, 1, 30, 15, tzinfo=UTC)),
        ("2021-06-01T09:30Z", datetime(2021, 6, 1, 9, 30, tzinfo=UTC)),
        ("2021-06-01", datetime(2021, 5, 31, 16, tzinfo=UTC)),
    ],
)
def test_moments_are_of_beijing(asked: str, moment: datetime) -> None:
    assert read_moment(asked) == moment
    assert read_moment(write_moment(moment)) == moment


def test_home_and_the_regions_as_they_stood(
    staff: Client, live: Edition, people: People, places: None
) -> None:
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="因")
    assert 'href="/regions/120000/"' not in staff.get("/").content.decode()
    for address in ("/", "/regions/"):
        assert f'href="/regions/120000/{THEN}"' in read(staff, f"{address}{THEN}")
        assert "/regions/120000/?" not in read(staff, f"{address}?at=2021-03-15T08:59")
        assert "您看到的是" not in read(Client(), f"{address}{THEN}")


@pytest.fixture
def notice(clock: time_machine.Traveller, office: Office, people: People, places: None) -> Edition:
    """Since March; closes at the end of June. Now it is the fifth of June."""
    closes = datetime(2021, 6, 30, 16, tzinfo=UTC)
    said = replace(NOTICE, closes_at=closes)
    found = released(start_article(said, column=office.notices, by=people.lin), people)
    clock.move_to(datetime(2021, 6, 5, 2, tzinfo=UTC))
    return found


def test_what_became_of_an_article_is_set_back_too(
    notice: Edition, people: People, clock: time_machine.Traveller
) -> None:
    article, by = notice.article, people.zhi
    workflow.close(article, by=by, note="名额已满")
    clock.shift(86400)
    workflow.extend(article, by=by, at=datetime(2021, 8, 1, 16, tzinfo=UTC))
    clock.shift(86400)
    workflow.set_validity(article, Force("repealed", date(2021, 6, 1), "新办法"), by=by)
    workflow.archive(article, by=by)
    clock.move_to(PRESENT)
    staff = Client()
    staff.force_login(by)
    first, closed, put_off, now = (
        read(staff, f"/articles/1/?at=2021-06-{day}T12:00") for day in ("04", "05", "06", "30")
    )
    assert "2021年6月30日（星期三）24:00" in first
    assert "名额已满" not in first
    assert "已提前截止" in closed
    assert "2021年8月1日（星期日）24:00" in put_off
    assert ["废止" in one for one in (first, put_off, now)] == [False, False, True]
    assert ["归档" in one for one in (first, put_off, now)] == [False, False, True]
