"""Regions and years compared, as readers see it."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from itertools import cycle, product
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.matching import Topic
from bulletins.document.matching.profiles import MOST, profiles
from bulletins.drafting import start_article
from bulletins.public.comparing import kept
from bulletins.public.furniture import furniture
from bulletins.public.inspecting.checks import CHECKS
from bulletins.public.inspecting.seen import read
from tests.comparing.conftest import Plans
from tests.comparing.texts import LAST_YEAR, THIS_YEAR
from tests.office import Office, People, amended, released, scheduled

pytestmark = pytest.mark.django_db
THREE = "?article=2&region=120000&region=520000&region=510000"
YEARS = "?region=120000&year=2025&year=2026&old=1&new=2"


def page(client: Client, query: str) -> str:
    answer = client.get(f"/compare/{query}")
    assert answer.status_code == 200, query
    assert answer["X-Robots-Tag"] == "noindex"
    said = answer.content.decode()
    assert '<meta name="robots" content="noindex">' in said
    return said


def rows(client: Client, query: str) -> dict[str, dict[str, list[str]]]:
    """Subject → region → the headings there."""
    found = client.get(f"/compare/{query}").context["rows"]
    return {
        row.name: {cell.voice.name: [one.heading for one in cell.passages] for cell in row.cells}
        for row in found
    }


def test_sections_on_one_subject_stand_in_one_row_and_a_gap_is_a_gap(
    client: Client, plans: Plans
) -> None:
    found = rows(client, THREE)
    assert found["网络安全"] == {
        "天津": ["网络安全"],
        "贵州": ["筑牢关键信息基础设施防线"],
        "四川": ["网络安全和数据保护"],
    }
    assert found["数据安全"] == {
        "天津": [],
        "贵州": ["数据安全"],
        "四川": ["网络安全和数据保护"],  # one section, two subjects
    }
    assert found["应急演练"] == {"天津": ["应急演练"], "贵州": [], "四川": []}
    said = page(client, THREE)
    assert said.count("未提及</p>") == sum(
        not cell for row in found.values() for cell in row.values()
    )
    assert re.search(r"相近度 [5-9]\d%", said)


def test_every_cell_leads_to_its_place_in_the_article(client: Client, plans: Plans) -> None:
    keys = re.findall(r'href="/articles/2/#(\w+)"', page(client, THREE))
    article = client.get("/articles/2/").content.decode()
    assert keys
    assert all(f'id="{key}"' in article for key in keys)


def test_a_bulletin_at_a_glance_says_who_is_silent_on_each_subject(
    client: Client, plans: Plans
) -> None:
    seen = client.get("/compare/?article=2").context["glance"]
    silent = {line.name: [voice.name for voice in line.silent] for line in seen.shared}
    assert silent["网络安全"] == []
    assert silent["数据安全"] == ["天津"]
    assert [line.name for line in seen.own] == ["应急演练"]


def test_who_has_nothing_on_a_subject_is_one_question_away(client: Client, plans: Plans) -> None:
    assert 'name="about"' in page(client, "?article=2")
    about = client.get("/compare/?article=2&about=数据安全").context["about"]
    assert [voice.name for voice in about.silent] == ["天津"]
    assert [one.voice.name for one in about.headed] == ["贵州"]
    (near,) = about.near  # 个人信息, without the word
    assert (near.voice.name, near.heading) == ("四川", "网络安全和数据保护")
    named = client.get("/compare/?article=2&about=手机").context["about"].named
    assert {(one.voice.name, one.word) for one in named} == {("天津", "手机"), ("四川", "手机")}


def test_what_a_stranger_typed_is_in_one_sentence_and_no_heading(
    client: Client, plans: Plans
) -> None:
    typed = "本站已停用请加微信12345"
    html = page(client, f"?article=2&about={typed}")
    assert html.count(typed) == 2  # the box's value, and the sentence that quotes it
    assert not re.search(rf"<(title|h[1-6])\b[^>]*>[^<]*{typed}", html)


def test_regions_within_a_year_speak_with_what_they_said_last_in_it(
    client: Client, plans: Plans
) -> None:
    voices = client.get("/compare/?year=2026&region=120000&region=520000").context["voices"]
    assert [(voice.name, voice.number) for voice in voices] == [("天津", 3), ("贵州", 2)]
    said = page(client, "?year=2025&region=120000&region=510000")
    assert "2025年没有公开的信息" in said


def test_two_years_of_a_region_say_what_stayed_changed_came_and_went(
    client: Client, plans: Plans
) -> None:
    steps = client.get(f"/compare/{YEARS}").context["steps"]
    told = {(step.after or step.before)[0].passage.heading: step.kind for step in steps}
    assert told == {
        "网络安全": "same",
        "老年人上网": "changed",
        "网上政务": "changed",
        "应急演练": "new",
        "图书馆开放": "gone",
    }
    said = page(client, YEARS)
    assert '<ins><b class="tag">增</b>、周四</ins>' in said
    assert '<del><b class="tag">删</b>五步</del>' in said
    assert '<ins><b class="tag">增</b>四步</ins>' in said
    assert said.index("五步</del>") < said.index("四步</ins>")


def test_a_section_that_was_split_is_called_split(client: Client, plans: Plans) -> None:
    from bulletins.public.comparing.voices import newest_in
    from bulletins.public.comparing.years import steps

    now = timezone.now()
    (sichuan, guizhou) = newest_in(2026, ["510000", "520000"], now)
    (split,) = [one for one in steps(sichuan, guizhou) if one.kind == "split"]
    assert [side.passage.heading for side in split.after] == [
        "筑牢关键信息基础设施防线",
        "数据安全",
    ]
    (merged,) = [one for one in steps(guizhou, sichuan) if one.kind == "merged"]
    assert merged.said == "两节并为一节"


def test_without_a_choice_the_two_texts_whose_titles_are_alike_are_compared(
    client: Client, plans: Plans
) -> None:
    """Not the newest: 天津简讯 is no plan."""
    chosen = client.get("/compare/?region=120000&year=2025&year=2026").context["choices"]
    assert [one.chosen.number for one in chosen] == [1, 2]
    assert [[text.number for text in one.texts] for one in chosen] == [[1], [3, 2]]
    chosen = client.get("/compare/?region=120000&year=2025&year=2026&new=3").context["choices"]
    assert [one.chosen.number for one in chosen] == [1, 3]


MISTAKES = [
    ("?article=2&region=120000", "请至少选两个地区"),
    ("?article=2&region=120000&region=120000", "请至少选两个地区"),
    ("?year=2026&region=120000", "请至少选两个地区"),
    ("?year=2026", "请至少选两个地区"),
    ("?article=2&region=120000&region=999999", "请至少选两个地区"),
    ("?article=2&region=120000&region=520000&region=999999", "没有写到的"),
    ("?year=2026&region=999999&region=999998", "没有找到选中的地区"),
    (
        "?year=2026" + "".join(f"&region=1{n}0000" for n in range(1, 8)),
        "最多比较六个地区，您选了 7 个",
    ),
    ("?region=120000&year=2026&year=2026", "请选两个不同的年份"),
    ("?region=&year=2025&year=2026", "请选一个地区"),
    ("?region=120000&region=520000&year=2025&year=2026", "请只选一个地区"),
    ("?region=120000&year=2024&year=2025&year=2026", "只能比较两个年份"),
    ("?region=999999&year=2025&year=2026", "没有找到选中的地区"),
    ("?region=520000&year=2023&year=2024", "没有公开的信息"),
    ("?article=3", "只写了一个地区"),
    ("?article=x", "认不出"),
]


def test_a_mistake_is_answered_by_a_sentence(client: Client, plans: Plans) -> None:
    for query, sentence in MISTAKES:
        assert sentence in page(client, query), query


NONSENSE = [
    "",
    "0",
    "-1",
    "x",
    "9" * 5000,
    "1e9",
    "٣",
    "\x00",
    "'; --",
    "<script>",
    "𠀀",
    "120000",
]


NAMES = ["article", "region", "year", "about", "old", "new", "at", "nix"]


def test_no_nonsense_brings_the_page_down(client: Client, plans: Plans) -> None:
    """Alone, and beside what makes sense."""
    beside: list[dict[str, Any]] = [
        {},
        {"article": "2"},
        {"region": ["120000", "520000"], "year": "2026"},
    ]
    for (name, value), rest in zip(product(NAMES, NONSENSE), cycle(beside), strict=False):
        answer = client.get("/compare/", {**rest, name: [value, value]})
        assert answer.status_code in (200, 404), (name, value, rest)
        assert b"<script>" not in answer.content
    for value in NONSENSE:
        answer = client.get("/compare/table.csv", {"article": "2", "region": ["120000", value]})
        assert answer.status_code == 302, value


def test_a_thousand_regions_are_too_many_and_nothing_is_asked_of_them(
    client: Client, plans: Plans
) -> None:
    many = [f"{code:06}" for code in range(110000, 111000)]
    answer = client.get("/compare/", {"year": "2026", "region": many})
    assert "您选了 100 个" in answer.content.decode()


def test_a_table_can_be_taken_along_and_no_cell_is_a_formula(client: Client, plans: Plans) -> None:
    said = client.get(f"/compare/table.csv{THREE}")
    text = said.getvalue().decode("utf-8-sig")
    assert said["Content-Disposition"].startswith("attachment")
    assert text.splitlines()[0].startswith('"主题","天津","天津 相近度（%）"')
    assert "未提及" in text
    assert '"\'=1+1银发课堂"' in text or "二、=1+1银发课堂" in text
    assert not re.search(r'(?m)(^|,)"=', text)
    book = zipfile.ZipFile(io.BytesIO(client.get(f"/compare/table.xlsx{THREE}").getvalue()))
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    glance = client.get("/compare/table.csv?article=2").getvalue().decode("utf-8-sig")
    assert '"数据安全","2","贵州、四川","天津"' in glance
    years = client.get(f"/compare/table.csv{YEARS}").getvalue().decode("utf-8-sig")
    assert '"不再提及"' in years


def test_what_cannot_be_compared_is_no_table(client: Client, plans: Plans) -> None:
    answer = client.get("/compare/table.xlsx?article=3")
    assert (answer.status_code, answer["Location"]) == (302, "/compare/?article=3")
    assert client.get("/compare/table.exe?article=2").status_code == 404


QUERIES = {
    "": 5,
    "?region=120100": 6,
    "?article=2": 4,
    "?article=2&about=数据安全": 4,
    "?article=2&region=120000&region=520000": 4,
    THREE: 4,
    "?year=2026&region=120000&region=520000": 4,
    "?year=2026&region=120000&region=520000&region=510000&region=430000": 4,
    YEARS: 8,
}


def test_queries_are_few_and_do_not_grow(
    client: Client, plans: Plans, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for query, number in QUERIES.items():
        client.get(f"/compare/{query}")  # what is counted once is kept
        with django_assert_num_queries(number, info=query):
            client.get(f"/compare/{query}")


def test_only_what_is_public_is_compared(
    client: Client, plans: Plans, office: Office, people: People
) -> None:
    """Neither a draft, nor what is scheduled, nor the next text of an article."""
    secret = "密件：尚未公开"
    start_article(
        THIS_YEAR.__class__(title=secret, parts=THIS_YEAR.parts), column=office.news, by=people.lin
    )
    waiting = start_article(
        THIS_YEAR.__class__(title=secret, parts=LAST_YEAR.parts), column=office.news, by=people.lin
    )
    scheduled(waiting, people, timezone.now() + timedelta(days=1))
    amended(plans.this_year, people, intro=secret)
    for query in ("", THREE, YEARS, "?article=2", "?year=2026&region=120000&region=520000"):
        assert secret not in page(client, query)
    assert client.get("/compare/?article=4").status_code == 404
    # Who signs in and asks for another moment is shown what everybody is.
    client.force_login(people.lin)
    assert secret not in page(client, THREE + "&at=2027-01-01T00:00")


def test_what_is_withdrawn_is_gone_from_every_comparison(
    client: Client, plans: Plans, people: People
) -> None:
    page(client, "?article=2")  # kept, and not shown again
    workflow.withdraw(plans.this_year.article, "wrong", by=people.zhi, reason="因")
    assert client.get("/compare/?article=2").status_code == 410
    assert client.get(f"/compare/table.csv{THREE}").status_code == 410
    voices = client.get("/compare/?year=2026&region=120000&region=520000").context["voices"]
    assert [voice.number for voice in voices] == [3, 0]
    assert THIS_YEAR.title not in page(client, "?region=120000&year=2025&year=2026")


def test_a_corrected_text_is_compared_as_it_is_now(
    client: Client, plans: Plans, people: People
) -> None:
    page(client, "?article=2")
    released(amended(plans.this_year, people), people)
    assert client.get("/compare/?article=2").context["edition"].number == 2


def test_a_region_leads_to_its_comparison(client: Client, plans: Plans) -> None:
    assert 'href="/compare/?region=120000"' in client.get("/regions/120000/").content.decode()
    said = page(client, "?region=120000")
    assert "天津的两个年份" in said
    assert re.search(r'value="120000" checked', said)


def test_every_page_is_as_public_pages_are(client: Client, plans: Plans) -> None:
    """What ``check_pages`` asks of a page, of those with a question mark, too."""
    for query in QUERIES:
        seen = read("/compare/", 200, "compare", furniture(), page(client, query).encode())
        assert [fault for check in CHECKS for fault in check(seen)] == [], query


def test_an_empty_site_has_a_page(client: Client, db: None) -> None:
    assert "比较各地区" in page(client, "")


def test_one_comparison_at_a_time_and_none_twice(
    client: Client, plans: Plans, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "WAITING", 0.05)
    queries = ("?article=2", THREE, YEARS)
    with kept.TURN:
        for query in queries:
            answer = client.get(f"/compare/{query}")
            assert (answer.status_code, answer["Retry-After"]) == (503, "5"), query
            assert "请过几秒刷新本页" in answer.content.decode()
        assert client.get("/compare/table.csv?article=2").status_code == 503
    before = [page(client, query) for query in queries]
    with kept.TURN:  # nothing is left to be worked out
        assert [page(client, query) for query in queries] == before


def test_of_many_long_sections_no_more_is_looked_at_than_of_few() -> None:
    topics = [Topic("", "网络", f"{n}" + "网络安全" * 400) for n in range(400)]
    found = profiles(topics)
    cut = profiles([replace(one, text=one.text[: MOST // 400]) for one in topics])
    assert found == cut
    assert profiles(topics[:2]) != profiles(
        [replace(one, text=one.text[:300]) for one in topics[:2]]
    )
