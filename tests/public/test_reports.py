"""Telling of an error: without an account, a cookie or a script; whatever is sent, nothing is lost."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from bulletins import workflow
from bulletins.models import Edition, ErrorReport
from bulletins.public import reports
from bulletins.public.throttling import Limit, caller_of
from bulletins.reporting import answer, dismiss, take_up
from tests.office import People, changed, released

pytestmark = pytest.mark.django_db
NEW = "/reports/new/"
SCRIPT = "</textarea><script>alert(1)</script>{{ 7|add:7 }}"


@pytest.fixture(autouse=True)
def _counting_anew() -> None:
    cache.clear()


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


def secret(client: Client, query: str = "") -> str:
    found = re.search(r'name="form" value="([^"]+)"', client.get(f"{NEW}{query}").content.decode())
    assert found
    return found[1]


def send(client: Client, **said: Any) -> Any:
    """headers: of the request; all else is what the form says."""
    headers = said.pop("headers", None)
    words = {"place": "首页", "kind": "typo", "words": "有错字", "form": secret(client)} | said
    return client.post(NEW, words, headers=headers)


def sole() -> ErrorReport:
    return ErrorReport.objects.get()


def test_a_report_leads_to_its_receipt_and_needs_no_cookie(client: Client, live: Edition) -> None:
    key = live.parts.all()[0].key
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(f"{NEW}?article=1&key={key}")
    said = page.content.decode()
    assert "多地推进网络工作" in said
    assert "其中：天 津" in said
    sent = send(strict, article="1", key=key, words="错", contact="022-12345678")
    assert (sent.status_code, sent["Location"]) == (303, f"/reports/{sole().receipt}/")
    receipt = strict.get(sent["Location"])
    assert not strict.cookies
    for answer_ in (page, sent, receipt):
        assert answer_["Cache-Control"] == "no-store"
        assert "noindex" in answer_["X-Robots-Tag"]
    said = receipt.content.decode()
    assert sole().receipt in said
    assert f'href="/articles/1/#{key}"' in said
    assert "022-12345678" not in said
    assert (sole().edition, sole().key, sole().region_id) == (live, key, "120000")


def test_each_page_asks_a_fixed_number_of_questions(
    client: Client, live: Edition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    send(client, article="1", key="")
    for address, queries in (
        (NEW, 1),
        (f"{NEW}?article=1", 8),
        (f"/reports/{sole().receipt}/", 9),
        ("/reports/", 1),
    ):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"words": "  \u3000\u200b\r\n"}, "请写明哪里有误"),
        ({"words": "字" * 1001}, "最多 1000 字，现在 1001 字"),
        ({"proposal": "😀" * 1001}, "现在 1001 字"),
        ({"contact": "1" * 101}, "“怎样联系您”最多 100 字"),
        ({"kind": ""}, "请选择是哪一类问题"),
        ({"kind": "\0"}, "请选择是哪一类问题"),
        ({"place": "\0 "}, "请写明是哪个页面"),
        ({"place": "页" * 501}, "“哪个页面”最多 500 字"),
        ({"website": "https://spam.example"}, "请把“请勿填写”一栏清空"),
        ({"form": "x"}, "页面打开得太久"),
        ({"form": "\0"}, "页面打开得太久"),
    ],
)
def test_a_refusal_says_why_and_keeps_what_was_typed(
    client: Client, said: dict[str, str], told: str
) -> None:
    typed = {"words": f"错：{SCRIPT}", "proposal": "改成对", "contact": "某人"} | said
    page = send(client, **typed)
    text = page.content.decode()
    assert (page.status_code, ErrorReport.objects.count()) == (422, 0)
    assert told in text
    assert "<script>alert" not in text
    if "proposal" not in said:
        assert "改成对" in text
    if "words" not in said:
        assert "&lt;/textarea&gt;&lt;script&gt;alert(1)" in text
        assert "7|add:7" in text
    again = client.post(NEW, fields(text) | {"kind": "typo", "website": ""} | fixed(said))
    assert again.status_code == 303


def fields(text: str) -> dict[str, str]:
    """What a browser would send if the form were only corrected."""
    found = re.search(r'name="form" value="([^"]+)"', text)
    assert found
    return {"form": found[1], "words": "有错字", "place": "首页"}


def fixed(said: dict[str, str]) -> dict[str, str]:
    return {name: "首页" for name in said if name == "place"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 422),
        ({"Origin": "https://evil.example"}, 422),
        ({"Origin": "https://[evil"}, 422),
        ({"Origin": "http://elsewhere.example", "Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "null"}, 303),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, 303),
        ({}, 303),
    ],
)
def test_another_site_cannot_send_in_a_readers_name(
    client: Client, headers: dict[str, str], status: int
) -> None:
    page = send(client, headers=headers)
    assert page.status_code == status
    if status == 422:
        assert "别的网站" in page.content.decode()
        assert "有错字" in page.content.decode()


def test_sent_twice_gone_back_and_sent_again_is_one_report(client: Client) -> None:
    form = secret(client)
    places = {send(client, form=form)["Location"] for _ in range(2)}
    places.add(send(client)["Location"])  # with another form: she went back
    assert places == {f"/reports/{sole().receipt}/"}
    assert send(client, form=form, words="还有一处")["Location"] not in places


def test_what_is_stored_is_what_can_be_seen(client: Client) -> None:
    send(client, words="a\0b\u202ec\u200bd\r\ne😀مرحبا", place="\u202e首页")
    assert (sole().words, sole().place) == ("abcd\ne😀مرحبا", "首页")


def test_a_form_is_good_for_a_day_and_then_renewed(client: Client) -> None:
    form = secret(client)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        page = send(client, form=form)
        assert "页面打开得太久" in page.content.decode()
        assert client.post(NEW, {"kind": "typo"} | fields(page.content.decode())).status_code == 303


def test_too_much_at_once_is_not_even_read(client: Client) -> None:
    page = client.post(NEW, {"words": "字" * 100_000})
    assert page.status_code == 413
    assert "写得短些" in page.content.decode()


def test_ten_an_hour_from_one_address_and_nothing_typed_is_lost(client: Client) -> None:
    for number in range(10):
        assert send(client, words=f"错 {number}").status_code == 303
    page = send(client, words="第十一处")
    assert (page.status_code, "分钟后再按" in page.content.decode()) == (429, True)
    assert "第十一处" in page.content.decode()
    assert 0 < int(page["Retry-After"]) <= 3600
    assert send(client, words="错 3").status_code == 303  # that one is there already
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert send(elsewhere, words="第十一处").status_code == 303


def test_everybody_together_is_limited_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "SENT", Limit("few", each=10, all=2))
    for number in range(3):
        page = send(Client(REMOTE_ADDR=f"203.0.113.{number}"), words=f"错 {number}")
    assert page.status_code == 429


@pytest.mark.parametrize(
    ("own", "neighbour", "stranger"),
    [
        ("203.0.113.9", "203.0.113.200", "203.0.114.9"),
        ("2001:db8:1:2::3", "2001:db8:1:9::3", "2001:db8:2:2::3"),
    ],
)
def test_a_network_is_limited_and_shuts_out_nobody_else(
    client: Client, monkeypatch: pytest.MonkeyPatch, own: str, neighbour: str, stranger: str
) -> None:
    monkeypatch.setattr(reports, "SENT", Limit("wide", each=10, wide=1))
    said = [(own, 303), (neighbour, 429), (stranger, 303)]
    for number, (address, status) in enumerate(said):
        page = send(Client(REMOTE_ADDR=address), words=f"错 {number}")
        assert page.status_code == status


@pytest.mark.parametrize(
    ("behind", "address", "forwarded", "caller"),
    [
        (False, "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (True, "127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "", "x", "unknown"),
        (False, "2001:db8:1:2:3::4", "", "2001:db8:1:2::/64"),
    ],
)
def test_who_calls_is_what_our_own_proxy_says(
    rf: Any, settings: Settings, behind: bool, address: str, forwarded: str, caller: str
) -> None:
    settings.BEHIND_PROXY = behind
    request = rf.get("/", REMOTE_ADDR=address, headers={"X-Forwarded-For": forwarded})
    assert caller_of(request) == caller


def test_a_receipt_is_found_as_typed_and_guessing_is_slowed_down(client: Client) -> None:
    send(client)
    typed = sole().receipt.lower().replace("-", " ")
    assert client.get("/reports/", {"receipt": typed})["Location"] == f"/reports/{sole().receipt}/"
    nobody = "/reports/JC-2026-2222-2222/"
    asked = [client.get(nobody).status_code for _ in range(16)]
    asked += [client.get("/reports/", {"receipt": "jc-2"}).status_code for _ in range(16)]
    assert asked == [404] * 30 + [429] * 2
    told = f"/reports/{sole().receipt}/"
    assert client.get(told).status_code == 429  # who guesses learns nothing by a hit either
    assert client.get("/reports/", {"receipt": typed}).status_code == 429
    assert Client(REMOTE_ADDR="203.0.113.9").get(told).status_code == 200
    assert Client(REMOTE_ADDR="203.0.113.9").get(told.lower()).status_code == 404


def test_who_has_the_receipt_sees_how_it_stands_and_none_of_the_readers_words(
    client: Client, people: People
) -> None:
    send(client, words="<b>错字</b>", proposal="改成那样", contact="022-12345678")
    zhi, seen = people.zhi, []
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: take_up(sole(), seen=0, by=zhi),
        lambda: dismiss(sole(), "unclear", seen=1, by=zhi),
        lambda: answer(sole(), f"谢谢{SCRIPT}", seen=2, by=zhi),
    ]
    for step in steps:
        step()
        seen.append(client.get(f"/reports/{sole().receipt}/").content.decode())
    for text, state in zip(seen, ("已收到", "处理中", "不受理", "已答复"), strict=True):
        assert f'<p class="report-state">{state}</p>' in text
        for hidden in ("错字", "改成那样", "12345678", "<script>alert", "zhi"):
            assert hidden not in text
    assert "所说的情况不够清楚" in seen[2]
    assert "谢谢&lt;/textarea&gt;" in seen[3]


def test_of_what_is_public_no_more_the_receipt_tells_no_title(
    client: Client, live: Edition, people: People
) -> None:
    send(client, article="1", key=live.parts.all()[0].key)
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="误")
    page = client.get(f"/reports/{sole().receipt}/").content.decode()
    assert "多地推进" not in page
    assert "天 津" not in page


def test_an_answer_older_than_a_correction_for_a_persons_sake_is_not_shown(
    client: Client, live: Edition, people: People
) -> None:
    send(client, article="1", key="")
    told = f"/reports/{sole().receipt}/"
    answer(sole(), "某人的名字已改", seen=0, by=people.zhi)
    assert "某人的名字" in client.get(told).content.decode()
    released(changed(live, people, "某单位", "privacy", "隐去姓名"), people)
    page = client.get(told).content.decode()
    assert "某人的名字" not in page
    assert "此前的答复不再显示" in page
    answer(sole(), "名字已隐去", seen=1, by=people.zhi)
    assert "名字已隐去" in client.get(told).content.decode()


def test_what_is_withdrawn_while_somebody_writes_is_taken_by_its_address(
    client: Client, live: Edition, people: People
) -> None:
    form = secret(client, "?article=1")
    workflow.withdraw(live.article, "wrong", by=people.zhi, reason="误")
    sent = client.post(NEW, {"form": form, "article": "1", "kind": "typo", "words": "错"})
    assert sent.status_code == 303
    assert (sole().place, sole().edition) == ("/articles/1/", None)


def test_a_link_names_only_what_is_public_and_prints_no_strangers_words(
    client: Client, draft: Edition
) -> None:
    draft.article.number = 7
    draft.article.save()
    for query in ("?article=7", "?article=٣", f"?article={'9' * 5000}", "?article=7&path=x"):
        page = client.get(f"{NEW}{query}")
        assert page.status_code == 200
        assert "多地推进" not in page.content.decode()
    spoof = client.get(NEW, {"path": "/请拨打110转账/"}).content.decode()
    assert "请拨打" not in spoof
    assert "/%E8%AF%B7" in spoof


def test_every_page_leads_there(client: Client) -> None:
    assert 'href="/reports/new/">我要找错' in client.get("/").content.decode()
    missing = client.get("/nothing-here/").content.decode()
    assert 'href="/reports/new/?path=%2Fnothing-here%2F"' in missing
