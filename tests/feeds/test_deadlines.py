"""deadline.ics: a notice's deadline for a calendar, in the letter of RFC 5545."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from bulletins import workflow
from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.models import Edition
from bulletins.public import ics
from tests.office import NOTICE, Office, People, released

pytestmark = pytest.mark.django_db

FILE = "/articles/1/deadline.ics"
MONDAY = datetime(2026, 11, 30, 9, tzinfo=BEIJING)
LONG = (
    "关于征求《办法（征求意见稿）》意见的公告；请各单位、各部门，于截止时间以前；反馈, 逾期不候\\"
)


@pytest.fixture
def notice(office: Office, people: People) -> Edition:
    with time_machine.travel(MONDAY, tick=False):
        closes = datetime(2026, 12, 4, tzinfo=BEIJING)
        document = replace(NOTICE, title=LONG, closes_at=closes)
        return released(start_article(document, column=office.notices, by=people.lin), people)


def read(client: Client) -> dict[str, str]:
    """Unfolded and unescaped, as a calendar reads it."""
    with time_machine.travel(MONDAY, tick=False):
        answer = client.get(FILE)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.content.endswith(b"\r\n")
    lines = answer.content.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    whole = answer.content.decode().replace("\r\n ", "").split("\r\n")
    assert whole[0] == "BEGIN:VCALENDAR"
    assert whole[-2] == "END:VCALENDAR"
    return dict(line.split(":", 1) for line in whole if line)


def test_the_deadline_is_a_moment_in_utc(client: Client, notice: Edition) -> None:
    said = read(client)
    assert said["VERSION"] == "2.0"
    assert said["DTSTART"] == "20261203T160000Z"
    assert said["DTSTAMP"] == "20261130T010000Z"
    assert said["UID"] == "deadline-1@testserver"
    assert said["URL"] == "http://testserver/articles/1/"


def test_its_texts_are_escaped_and_folded_between_characters(
    client: Client, notice: Edition
) -> None:
    said = read(client)
    escaped = LONG.replace("\\", "\\\\").replace(",", "\\,")
    assert said["SUMMARY"] == f"截止：{escaped}"
    assert "2026年12月3日（星期四）24:00（北京时间）\\nhttp://testserver/" in said["DESCRIPTION"]


@pytest.mark.parametrize(
    ("raw", "spelt"),
    [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        ("一\r\n二\n三", "一\\n二\\n三"),
        ("一\rEND:VEVENT", "一\\nEND:VEVENT"),
        ("一\x00\u202e二", "一二"),
    ],
)
def test_no_text_can_break_out_of_its_line(raw: str, spelt: str) -> None:
    assert ics.text(raw) == spelt


def test_an_extension_moves_the_same_entry(client: Client, notice: Edition, people: People) -> None:
    before = read(client)
    with time_machine.travel(MONDAY, tick=False):
        later = datetime(2026, 12, 11, 4, tzinfo=UTC)
        workflow.extend(notice.article, by=people.zhi, at=later)
    after = read(client)
    assert after["UID"] == before["UID"]
    assert after["DTSTART"] == "20261211T040000Z"
    assert "原定 2026年12月3日（星期四）24:00" in after["DESCRIPTION"]


def test_a_page_leads_to_it_while_it_asks(client: Client, notice: Edition) -> None:
    with time_machine.travel(MONDAY, tick=False):
        assert f'<a href="{FILE}">加入日历</a>' in client.get("/articles/1/").content.decode()
    with time_machine.travel(datetime(2026, 12, 4, tzinfo=BEIJING), tick=False):
        assert FILE not in client.get("/articles/1/").content.decode()


def test_what_has_no_deadline_has_no_entry_and_what_is_withdrawn_is_gone(
    client: Client, notice: Edition, office: Office, people: People
) -> None:
    released(start_article(NOTICE, column=office.notices, by=people.lin), people)
    assert client.get("/articles/2/deadline.ics").status_code == 404
    assert client.get("/articles/3/deadline.ics").status_code == 404
    with time_machine.travel(MONDAY + timedelta(days=1), tick=False):
        workflow.withdraw(notice.article, "wrong", by=people.zhi, reason="因")
        assert client.get(FILE).status_code == 410


def test_the_asked_host_is_not_in_it(client: Client, notice: Edition, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["*"]  # type: ignore[attr-defined]
    with time_machine.travel(MONDAY, tick=False):
        answer = client.get(FILE, headers={"host": "evil.example"})
    assert b"evil" not in answer.content
