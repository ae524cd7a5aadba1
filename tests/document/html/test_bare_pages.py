"""Pages without a site around them, and without a title in their head: nothing saved is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document.html import read_html
from bulletins.document.outline import published
from bulletins.document.parse import Reading, parse
from bulletins.document.plain import bare
from regions.names import Gazetteer

SAID = (
    *("停水通知", "明日停水", "请备水", "关于举办读书活动的通知", "活动定于周五举行", "谢谢配合"),
    *("请各位读者按时参加。", "因设备检修，本周五暂停办理业务，请相互转告。", "三楼会议室"),
)
FACTS = ("时间：2024-03-01 09:00", "来源：示范网", "责任编辑：某某", "2024-03-01", "作者：某某")
NAMES = ("content", "info", "title", "article", "main", "detail", "print", "side", "hot", "", "")
TAGS = (
    "<p>{}</p>",
    "<div>{}</div>",
    "<h2>{}</h2>",
    "<ul><li>{}</li></ul>",
    "<p><span>{}</span></p>",
)


def read(body: str) -> Reading:
    page = f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>"
    return parse(read_html(page.encode()), Gazetteer.packaged())


def words(reading: Reading) -> str:
    document = reading.document
    parts = [
        part.heading + part.intro + "".join((s.heading or "") + s.body for s in part.sections)
        for part in document.parts
    ]
    return bare(document.title + document.lead + "".join(parts) + document.closing)


def lines(said: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, line: tag.format(line), st.sampled_from(TAGS), st.sampled_from(said)
    )


BOXES = st.recursive(
    lines(SAID) | lines(FACTS),
    lambda inner: st.builds(
        lambda name, boxes: f'<div class="{name}">{"".join(boxes)}</div>',
        st.sampled_from(NAMES),
        st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(lines(SAID), st.lists(BOXES, min_size=1, max_size=3))
def test_what_a_bare_page_says_is_in_the_document(first: str, boxes: list[str]) -> None:
    page = first + "".join(boxes)
    reading = read(page)
    kept = words(reading)
    assert reading.lost == ""
    assert [line for line in SAID if line in page and bare(line) not in kept] == []


FACT_LINES = "<p>时间：2024-03-01 09:00</p><p>来源：示范网</p><p>责任编辑：某某</p>"
TEXT = "<p>停水通知</p><p>明日停水，请备水</p>"


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="content">{TEXT}</div><div class="info">{FACT_LINES}</div>',
        f'<div class="content">{FACT_LINES}</div>{TEXT}',
        f'{TEXT}<div class="content">{FACT_LINES}</div>',
        f'<div class="content"><p>停水通知</p>{FACT_LINES}<p>明日停水，请备水</p></div>',
        "<table><tr><td>停水通知</td></tr><tr><td>时间：2024-03-01 来源：示范网</td></tr>"
        "<tr><td>明日停水，请备水</td></tr></table>",
    ],
)
def test_a_box_of_facts_is_never_the_article(body: str) -> None:
    kept = words(read(body))
    assert "停水通知" in kept
    assert "明日停水，请备水" in kept


def test_facts_below_the_text_do_not_cut_it_off() -> None:
    reading = read(
        '<div class="content"><p>停水通知</p><p>因检修，明日停水。</p>'
        "<p>发布时间：2024-03-01 09:00　来源：示范网</p></div>"
    )
    assert reading.document.title == "停水通知"
    assert "因检修，明日停水。" in words(reading)
    assert published(reading.document) == "2024-03-01 09:00"


def test_the_same_facts_as_a_list() -> None:
    reading = read(
        "<h1>年度工作综述</h1><ul><li>发布时间：2024-03-01 09:05</li><li>信息来源：示范日报</li></ul>"
        "<div><p>围绕年度目标，扎实推进数据共享。</p></div>"
    )
    assert published(reading.document) == "2024-03-01 09:05"
    assert reading.document.source == "示范日报"


def test_beside_a_short_text_even_a_short_line_elsewhere_is_named() -> None:
    menu = "".join(f'<a href="/c{number}">栏目{number}号</a>' for number in range(6))
    page = (
        f"<html><head><title>示范区政府网</title></head><body><div class='nav'>{menu}</div>"
        "<div><div><p>请自备水桶</p></div></div><div><h2>停水通知</h2>"
        "<div class='content'><p>因检修，明日停水。</p><p>请各位居民相互转告。</p></div></div>"
        "</body></html>"
    )
    reading = parse(read_html(page.encode()), Gazetteer.packaged())
    said = words(reading) + "".join(notice.message for notice in reading.notices)
    assert "请自备水桶" in said
    assert "栏目1号" not in said
