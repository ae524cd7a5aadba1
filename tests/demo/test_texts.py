"""The texts of the demo: understood without a doubt, on whatever day they are loaded."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.demo import moments
from bulletins.demo.documents import reading_of
from bulletins.demo.markup import html_of
from bulletins.demo.pictures import draw
from bulletins.demo.scripts import read_script, scripts
from bulletins.document.wording import BEIJING
from regions.names import Gazetteer

DAYS = st.dates(date(2025, 1, 1), date(2040, 12, 31))
MONDAY = date(2024, 3, 18)


@pytest.mark.parametrize("today", [date(2028, 2, 29), date(2027, 1, 1)])
def test_nothing_in_them_is_doubtful_or_lost_but_what_is_meant_to_be(today: date) -> None:
    gazetteer = Gazetteer.packaged()
    told: dict[str, list[str]] = {}
    for script in scripts():
        if script.text and not script.said("导入"):
            since = (
                moments.past(script.said("发布"), today).date() if script.said("发布") else today
            )
            reading = reading_of(script, since, gazetteer)
            assert reading.lost == ""
            assert "{" not in html_of(moments.spoken(script.text, since))
            told |= {script.name: [notice.code for notice in reading.notices]}
    assert {name: codes for name, codes in told.items() if codes} == {
        "02-faults": ["number.gap", "part.empty"]
    }


@given(
    DAYS, st.sampled_from(["1天前 09:00", "5天前 23:59", "3月12日 09:13", "12月31日 10:00 前年"])
)
def test_what_was_published_was_so_on_a_working_day_before_today(today: date, said: str) -> None:
    then = moments.past(said, today).astimezone(BEIJING).date()
    assert then < today
    assert then.weekday() < 5


@given(DAYS)
def test_the_same_day_of_two_years_is_a_year_apart(today: date) -> None:
    one, other = (moments.past(f"3月12日 09:13{years}", today) for years in ("", " 上年"))
    assert 360 <= (one - other).days <= 370


def test_days_are_spoken_from_the_day_of_publication() -> None:
    said = "{年}年、{年-1}年；{年月-3}；{月日+14}前；{年月日+19}；{周六}"
    assert moments.spoken(said, MONDAY) == (
        "2024年、2023年；2023年12月；4月1日前；2024年4月8日；3月23日（星期六）"
    )


def test_a_deadline_without_an_hour_is_the_end_of_its_day() -> None:
    assert moments.ahead("2天后", MONDAY) == datetime(2024, 3, 21, tzinfo=BEIJING)
    assert moments.ahead("2天后 17:00", MONDAY) == datetime(2024, 3, 20, 17, tzinfo=BEIJING)


def test_a_moment_that_cannot_be_read_is_no_moment() -> None:
    with pytest.raises(ValueError, match="昨天"):
        moments.past("昨天", MONDAY)


def test_a_file_is_a_head_and_a_text() -> None:
    script = read_script("栏目：news\n标签：甲、乙\n经过：送审\n改：旧 → 新\n\n题\n\n文", "a")
    assert script.said("栏目") == "news"
    assert script.several("标签") == ["甲", "乙"]
    assert (script.acts, script.changes) == (("送审",), (("旧", "新"),))
    assert script.text == "题\n\n文"


def test_rows_links_and_bold_words_become_html_and_signs_stay_signs() -> None:
    html = html_of("题<1>\n| 甲 | 乙 |\n| 1 | **2** |\n[见](https://a.example/)3<4")
    assert "<h1>题&lt;1&gt;</h1>" in html
    assert "<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td><strong>2</strong>" in html
    assert '<p><a href="https://a.example/">见</a>3&lt;4</p>' in html


@pytest.mark.parametrize("said", ["柱图 1 2", "对比 1 2", "折线 3 2 1", "山水 7"])
def test_the_same_picture_is_drawn_every_time(said: str) -> None:
    assert draw(said) == draw(said)
    assert draw(said).startswith(b"\x89PNG")
