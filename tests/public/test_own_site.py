"""A site of its own: colours, pictures, footer, days of mourning, its own words."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins.document.wording import BEIJING
from bulletins.files import store_picture
from bulletins.models import SiteSettings, StoredFile
from bulletins.models.colours import DARK, LEAST, on_dark, ratio
from bulletins.public.furniture import furniture
from bulletins.public.theme import proved
from tests.editing.test_richtext import picture
from tests.office import Office, People

pytestmark = pytest.mark.django_db
GREY = "public/mourning.css"


def site(**said: object) -> None:
    SiteSettings.objects.create(pk=1, name="海河网", **said)


def html(client: Client, address: str = "/") -> str:
    return client.get(address).content.decode()


def test_the_eye_tells_black_from_white_best() -> None:
    assert round(ratio("#000000", "#ffffff"), 1) == 21
    assert ratio("#777777", "#777777") == 1


@pytest.mark.parametrize("colour", ["#000000", "#1d4f91", "#8f2a20", "#0b6b3a"])
def test_a_colour_that_is_worked_out_can_be_read_in_the_dark(colour: str) -> None:
    assert all(ratio(on_dark(colour), ground) > LEAST for ground in DARK.values())


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"accent": "#e0a0a0"}, "2.1"),
        ({"accent": "#1d4f91", "accent_dark": "#1d4f91"}, "选浅一些的颜色"),
        ({"accent_dark": "#f09a8e"}, "也要选主色"),
        ({"accent": "red"}, "六位小写"),
        ({"mourning_from": date(2026, 12, 13)}, "起止两天"),
        ({"mourning_from": date(2026, 12, 13), "mourning_until": date(2026, 12, 12)}, "不能早于"),
        ({"fault_address": "javascript:alert(1)"}, "URL"),
        ({"home": "columns"}, "首页布局写成"),
    ],
)
def test_what_would_not_do_is_refused_with_a_sentence(
    said: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        SiteSettings(pk=1, **said).full_clean()
    assert sentence in str(refused.value)


def test_own_colours_come_from_our_own_origin(client: Client) -> None:
    assert "/theme/" not in html(client)
    site(accent="#1d4f91")
    address = f"/theme/1d4f91-{on_dark('#1d4f91')[1:]}.css"
    assert f'href="{address}"' in html(client)
    answer = client.get(address)
    assert "--accent: #1d4f91;" in answer.content.decode()
    assert (answer["Content-Type"], answer["Cache-Control"].split(",")[0]) == (
        *("text/css; charset=utf-8", "public"),
    )


def test_other_colours_are_nobodys_until_the_preview_leads_to_them(client: Client) -> None:
    site(accent="#1d4f91")
    other = furniture()
    SiteSettings.objects.update(accent="#7a1f2b")
    assert client.get(other.theme).status_code == 404
    address = proved(other).theme
    answer = client.get(address)
    assert "--accent: #1d4f91;" in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    proof = address.partition("?")[2]
    assert client.get(f"/theme/1d4f92-8ea7c8.css?{proof}").status_code == 404
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "name", ["000000-ffffff.css", "1d4f91.css", "1D4F91-8ea7c8.css", "x" * 64, "1d4f91-}x{}a.css"]
)
def test_nothing_else_is_a_theme(client: Client, name: str) -> None:
    assert client.get(f"/theme/{name}").status_code == 404


def test_a_picture_is_served_while_it_is_the_sites(client: Client, people: People) -> None:
    shown = store_picture(picture(), "标.png", by=people.lin)
    site(logo=shown, mark=shown, mark_address="https://bszs.example.cn/1")
    address = f"/theme/{shown.pk}"
    assert html(client).count(f'src="{address}"') == 2
    assert f'width="{shown.width}" height="{shown.height}"' in html(client)
    answer = client.get(address)
    assert answer["Content-Type"] == "image/png"
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")  # type: ignore[attr-defined]
    SiteSettings.objects.update(logo=None, mark=None)
    assert client.get(address).status_code == 404
    assert StoredFile.objects.filter(pk=shown.pk).exists()


def test_pages_are_grey_from_the_first_to_the_last_day_in_beijing(client: Client) -> None:
    day = date(2026, 12, 13)
    site(mourning_from=day, mourning_until=day)
    begins = datetime(2026, 12, 13, tzinfo=BEIJING)
    moments = {
        begins - timedelta(seconds=1): False,
        begins: True,
        begins + timedelta(hours=23, minutes=59): True,
        begins + timedelta(days=1): False,
    }
    for moment, grey in moments.items():
        with time_machine.travel(moment, tick=False):
            assert (GREY in html(client)) is grey, moment
            assert (GREY in html(client, "/nothing/")) is grey, moment


def test_the_elder_mode_may_be_the_first_that_is_shown(client: Client) -> None:
    assert "data-elder-first" not in html(client)
    site(elder=True)
    assert '<html lang="zh-CN" data-elder-first>' in html(client)
    assert 'id="elder" class="visually-hidden" autocomplete="off" checked' in html(client)


def test_own_words_stand_for_ours_and_are_text(client: Client) -> None:
    site(about="第一段\n\n<b>第二段</b>", privacy="我们的说法")
    assert "<p>第一段</p>" in html(client, "/about/")
    assert "&lt;b&gt;第二段" in html(client, "/about/")
    assert "Cookie" not in html(client, "/privacy/")


def test_the_order_of_the_front_page_is_the_sites(client: Client, office: Office) -> None:
    site(home="regions columns:2")
    with_blocks = client.get("/").context
    assert with_blocks["blocks"] == []
    assert with_blocks["empty"]


def test_what_stands_around_a_page_takes_one_query(
    client: Client, people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    site(accent="#1d4f91", logo=store_picture(picture(), "标.png", by=people.lin))
    with django_assert_num_queries(2):
        client.get("/about/")
