"""The desk's page of a report: what it shows to whom, and what its buttons do."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins.editing.desk import reports_of
from bulletins.models import Edition, ErrorReport, Role, SpecialDay
from bulletins.permissions import scope_of
from bulletins.reporting import Said, receive, subject_at, subject_of
from tests.editing.doors import at_desk
from tests.editing.test_desk import desk, section
from tests.office import Office, People, amended, released

pytestmark = pytest.mark.django_db
LIST = "/admin/bulletins/errorreport/"
HOSTILE = "<script>alert(1)</script>\u200f{{ 1 }}"


@pytest.fixture
def report(draft: Edition, people: People) -> ErrorReport:
    live = released(draft, people)
    about = subject_of(1, live.sections.all()[0].key)
    assert about
    return receive(about, Said("typo", HOSTILE, "改", "022-12345678"), form="x")


def test_its_words_are_shown_and_never_run(report: ErrorReport, people: People) -> None:
    page = at_desk(people.zhi).get(f"{LIST}{report.pk}/change/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert f"/admin/bulletins/edition/correct/1/{report.key}/" in page
    assert f'href="/articles/1/#{report.key}"' in page
    assert "022-12345678" in page


def test_lists_and_files_hold_nothing_that_the_reader_wrote(
    report: ErrorReport, people: People
) -> None:
    receive(subject_at(f"首页{HOSTILE}"), Said("other", "某处"), form="y")
    client = at_desk(people.zhi)
    for address in (LIST, f"{LIST}?q={report.receipt}", f"{LIST}?state=已收到"):
        page = client.get(address).content.decode()
        assert report.receipt in page
        assert "022-" not in page
        assert "<script>alert" not in page
    csv = b"".join(client.get(f"{LIST}list.csv").streaming_content)  # type: ignore[attr-defined]
    assert "错别字" in csv.decode("utf-8-sig")
    assert not any(word in csv.decode("utf-8-sig") for word in ("script", "022", "首页"))


def test_it_says_whether_the_text_was_changed_since(report: ErrorReport, people: People) -> None:
    live = Edition.objects.live().get()
    released(amended(live, people), people)
    page = at_desk(people.zhi).get(f"{LIST}{report.pk}/change/").content.decode()
    assert "读者看到的是第 1 版；现在公开的是第 2 版" in page


def test_buttons_act_once_and_say_what_came_of_it(report: ErrorReport, people: People) -> None:
    client, address = at_desk(people.zhi), f"{LIST}{report.pk}/change/"
    for said, status, told in (
        ({"do": "take_up", "seen": "0"}, 302, "处理中"),
        ({"do": "answer", "seen": "1", "answer": ""}, 200, "请写明答复"),
        ({"do": "answer", "seen": "0", "answer": "已改"}, 409, "您打开之后有了变化"),
        ({"do": "dismiss", "seen": "1", "reason": ""}, 200, "请选择不受理的原因"),
        ({"do": "answer", "seen": "x", "answer": "已改"}, 200, ""),
        ({"do": "answer", "seen": "1", "answer": "已改\0"}, 200, ""),
        ({"do": "answer", "seen": "1", "answer": "已改"}, 302, "已答复"),
        ({"do": "empty", "seen": "2"}, 302, "已删去"),
        ({"do": "erase", "seen": "2"}, 404, ""),
    ):
        page = client.post(address, said)
        assert page.status_code == status, said
        shown = client.get(address) if status == 302 else page
        assert told in shown.content.decode(), said
    report.refresh_from_db()
    assert (report.answer, report.words, report.revision) == ("已改", "", 3)


def test_the_desk_is_red_at_ninety_days_and_asks_one_question_more(
    report: ErrorReport, people: People
) -> None:
    assert "应在" in section("纠错", desk(people.zhi))
    for days, level in ((10, "urgent late"), (60, "urgent warned"), (90, "urgent failing")):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            page = desk(people.zhi)
        assert f'<li class="{level}">' in page
    assert section("纠错", desk(people.chu)) == ""


def test_however_much_waits_the_desk_asks_the_same(
    report: ErrorReport, people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    scope = scope_of(people.zhi)
    for number in range(12):
        receive(subject_at("/"), Said("typo", f"{number}"), form="z")
    with django_assert_num_queries(1):
        found = reports_of(scope, timezone.now())
    assert found
    assert (len(found.waiting), found.more) == (10, True)


def test_administrators_say_which_days_are_worked(office: Office) -> None:
    client = at_desk(office.hire("wei", Role.ADMINISTRATOR))
    add = "/admin/bulletins/specialday/add/"
    assert client.post(add, {"day": "2026-10-10", "works": "on", "name": "调休"}).status_code == 302
    assert "已存在" in client.post(add, {"day": "2026-10-10"}).content.decode()
    day = SpecialDay.objects.get()
    assert day.works
    client.post(f"/admin/bulletins/specialday/{day.pk}/delete/", {"post": "yes"})
    assert not SpecialDay.objects.exists()
