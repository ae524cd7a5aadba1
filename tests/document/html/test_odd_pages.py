"""Pages whose names, hidden boxes, tables, lists and line ends would mislead a hasty reader."""

import contextlib
import time
from collections.abc import Callable

import pytest

from bulletins.document.blocks import Block, Source
from bulletins.document.html import read_html
from bulletins.document.notices import Unreadable

SAY = "围绕年度目标，扎实推进数据共享、平台整合和队伍建设，确保各项任务落到实处，按季度报送进展。"
NOT_OURS = (
    "本站所载内容未经许可不得转载，联系我们请致函本站，建议使用新版浏览器访问本站，感谢您的支持。"
)
NEWS = "".join(
    f'<li><a href="/n{n}">示范市召开第{n}次工作会议，部署任务</a></li>' for n in range(40)
)


def page(body: str, head: str = "") -> Source:
    whole = f"<html><head><title>年度工作综述</title>{head}</head><body>{body}</body></html>"
    return read_html(whole.encode())


def texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks]


def only(source: Source) -> Block:
    (block,) = source.blocks
    return block


@pytest.mark.parametrize(
    "box", ["print", "link", "main position", "comment", "hot-content", "bottom"]
)
def test_a_box_with_the_text_is_the_article_whatever_it_is_called(box: str) -> None:
    body = f'<div class="nav"><ul>{NEWS}</ul></div><div><div class="{box}"><p>{SAY}</p></div></div>'
    assert texts(page(body)) == [SAY]


def test_an_unclosed_menu_does_not_swallow_the_article() -> None:
    body = f'<div class="nav"><ul>{NEWS}</ul><div class="TRS_Editor"><p>{SAY}</p><p>{SAY}</p></div>'
    assert texts(page(body))[-2:] == [SAY, SAY]


def test_an_article_shorter_than_its_footer() -> None:
    body = (
        f'<div class="top"><ul>{NEWS}</ul></div><div class="con"><p>现予公告，请予支持。</p></div>'
        f'<div class="footer"><p>{NOT_OURS}</p><p>{NOT_OURS}</p></div>'
    )
    found = "".join(texts(page(body)))
    assert "现予公告，请予支持。" in found
    assert "不得转载" not in found


def test_a_text_spread_over_sibling_boxes_is_kept_whole() -> None:
    body = "".join(f"<div><p>{number}、{SAY}</p></div>" for number in "一二三四")
    assert [text[0] for text in texts(page(f"<div>{body}</div>"))] == ["一", "二", "三", "四"]


def test_words_before_the_box_of_the_text_belong_to_it() -> None:
    body = f"<h1>年度工作综述</h1><p>各单位：</p><div><p>{SAY}</p><p>{SAY}</p></div>"
    assert "各单位：" in texts(page(body))


def test_links_to_files_beside_the_text_are_not_a_link_bar() -> None:
    body = (
        f'<div class="content"><p>{SAY}</p><div class="links">附件：'
        '<a href="https://example.org/a.docx">申报表</a></div></div>'
    )
    assert '<a href="https://example.org/a.docx">申报表</a>' in "".join(
        block.html for block in page(body).blocks
    )


def test_a_box_around_the_name_of_a_file_leaves_its_link() -> None:
    block = only(read_html('<a href="https://example.org/a.pdf"><div>附件1</div></a>'))
    assert block.html == '<p><a href="https://example.org/a.pdf">附件1</a></p>'


def test_nothing_pasted_is_furniture() -> None:
    assert texts(read_html(f'<div class="share">{SAY}</div><nav>首页</nav>')) == [SAY, "首页"]


@pytest.mark.parametrize(
    "hidden", ["style='display:none'", "hidden", "aria-hidden='true'", "style='visibility: hidden'"]
)
def test_what_is_hidden_is_left_out_unless_it_is_nearly_everything(hidden: str) -> None:
    assert texts(page(f"<p>{SAY}</p><div {hidden}>藏起来</div>")) == [SAY]
    assert texts(page(f"<p>载入中</p><div {hidden}><p>{SAY}</p></div>"))[-1:] == [SAY]


def test_a_page_says_where_it_was_saved_from() -> None:
    html = (
        "<!-- saved from url=(0036)https://example.org/a/b/index.html -->"
        f'<html><body><p>{SAY}<a href="../c.html">另见</a><a href="#top">回顶部</a></p></body></html>'
    )
    block = only(read_html(html.encode()))
    assert '<a href="https://example.org/a/c.html">另见</a>' in block.html
    assert "#top" not in block.html


def test_without_its_address_a_relative_link_is_only_text() -> None:
    assert only(page(f'<p>{SAY}<a href="/c.html">另见</a></p>')).html == f"<p>{SAY}另见</p>"


def test_a_broken_address_is_no_link() -> None:
    head = '<base href="https://example.org/">'
    assert "<a" not in only(page(f'<p>{SAY}<a href="//[x">另见</a></p>', head)).html


def test_source_wrapped_at_a_margin_reads_on() -> None:
    block = only(
        page(f"<p>一、各单位要认真组织开展自查，\n    并于<span>\n月底</span>\n前报送。\n{SAY}</p>")
    )
    assert block.text == f"一、各单位要认真组织开展自查，并于月底前报送。{SAY}"


def test_foreign_words_keep_their_space_at_a_line_end() -> None:
    assert only(page(f"<p>{SAY}open\n data\n平台</p>")).text == f"{SAY}open data 平台"


def test_lines_typed_as_lines_stay_lines() -> None:
    block = only(page(f"<p>一、时间安排\n{SAY}\n<b>二、其他</b>\n{SAY}</p>"))
    assert block.text == f"一、时间安排\n{SAY}\n二、其他\n{SAY}"


def test_a_line_end_after_a_break_is_not_a_second_break() -> None:
    assert only(page(f"<p>一、时间安排<br>\n{SAY}</p>")).text == f"一、时间安排\n{SAY}"


def test_preformatted_text_keeps_its_lines() -> None:
    assert only(page(f"<pre>{SAY}\n第二行</pre>")).text == f"{SAY}\n第二行"


def test_words_smart_tags_do_not_tear_a_line() -> None:
    html = "<p class=MsoNormal>自<st1:chsdate>2024年</st1:chsdate>起<o:p></o:p>施行</p>"
    assert texts(read_html(html)) == ["自2024年起施行"]


def test_an_elements_name_we_never_heard_of_may_hold_the_article() -> None:
    assert texts(page(f"<newsbody><p>{SAY}</p><p>第二段。</p></newsbody>")) == [SAY, "第二段。"]


def test_a_list_of_numbered_paragraphs_is_opened() -> None:
    html = f"<ul>前言<li>一、总体要求<li>{SAY}<li>二、分工<li>三、期限</ul>"
    assert texts(read_html(html)) == ["前言", "一、总体要求", SAY, "二、分工", "三、期限"]


def test_chinese_list_numbers_are_labels() -> None:
    html = (
        "<ol start=2 style='list-style-type: cjk-ideographic'><li><p>总体要求</p><p>说明</p></li>"
        "<li>分工</li></ol>"
    )
    assert [(block.label, block.text) for block in read_html(html).blocks] == [
        ("二、", "总体要求"),
        ("", "说明"),
        ("三、", "分工"),
    ]


def test_a_plain_list_stays_a_list() -> None:
    assert only(read_html("<ol><li>甲<li>乙</ol>")).html == "<ol><li>甲</li><li>乙</li></ol>"


def test_a_quotation_stays_one() -> None:
    html = (
        f"<blockquote><p>数据取之于民，\n用之于民。</p><p>—— 与会专家</p></blockquote><p>{SAY}</p>"
    )
    assert [block.html for block in read_html(html).blocks] == [
        "<blockquote><p>数据取之于民，用之于民。</p><p>—— 与会专家</p></blockquote>",
        f"<p>{SAY}</p>",
    ]


@pytest.mark.parametrize(
    "html",
    [
        f"<blockquote style='margin: 0 0 0 40px; border: none'><p>{SAY}</p></blockquote>",
        f"<blockquote dir=ltr><div>{SAY}</div></blockquote>",
        f"<blockquote>一、{SAY}</blockquote>",
        f"<blockquote><h3>要求</h3><p>{SAY}</p></blockquote>",
        f"<blockquote>{f'<p>{SAY}</p>' * 20}</blockquote>",
    ],
)
def test_an_indented_text_is_no_quotation(html: str) -> None:
    assert all(block.html.startswith("<p>") for block in read_html(html).blocks)


def test_server_code_left_in_a_page_is_not_text() -> None:
    html = (
        f'<%@ page language="java" %>\n<html><body><?php echo "a>b"; ?><p>{SAY}</p></body></html>'
    )
    assert texts(read_html(html.encode())) == [SAY]


def test_utf8_with_a_broken_byte_is_not_taken_for_gbk() -> None:
    data = f"<html><body><p>{SAY}</p><p>{SAY}</p></body></html>".encode()
    source = read_html(data[:60] + b"\x80" + data[60:])
    assert SAY in texts(source)
    assert [notice.code for notice in source.notices] == ["charset.damaged"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.4 text", "PDF"),
        (b"{\\rtf1 text}", "RTF"),
        (b"GIF89a", "图片"),
        (b"PK\x03\x04aa", "不是网页"),
        (b"<p>\0</p>", "不是网页"),
    ],
)
def test_other_files_are_named_as_such(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=f"{what}.*请"):
        read_html(data)


@pytest.mark.parametrize(
    ("said", "real", "codes"),
    [
        ("gb2312", "utf-8", ["charset.declared"]),
        ("utf-8", "gb18030", ["charset.declared"]),
        ("gb2312", "gb18030", []),
        ("UTF8", "utf-8", []),
        ("nonsense", "gb18030", []),
    ],
)
def test_a_page_that_lies_about_its_charset_is_pointed_at(
    said: str, real: str, codes: list[str]
) -> None:
    html = f'<html><head><meta charset="{said}"></head><body><p>{SAY}</p></body></html>'
    source = read_html(html.encode(real))
    assert texts(source) == [SAY]
    assert [notice.code for notice in source.notices] == codes


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<span>", "<ul><li>", "<table><tr><td>", "<svg>", "<select>", "<!--", "<a ",
        "<a b='", "<% ", "<?php ", "</p>", "<p>一、\n", "<b><p>", "<dl><dt>", "<blockquote>",
    ],
)  # fmt: skip
def test_markup_without_end_is_read_in_bounded_time(piece: str) -> None:
    started = time.process_time()
    with contextlib.suppress(Unreadable):  # a sentence is an answer too
        read_html(f"<html><body><p>{SAY}</p>{piece * 4_000}</body></html>".encode())
    assert time.process_time() - started < 60


def test_thousands_of_attributes_are_read_in_bounded_time() -> None:
    started = time.process_time()
    names = " ".join(f"a{number}=1" for number in range(60_000))
    assert texts(page(f"<p {names}>{SAY}</p>")) == [SAY]
    assert time.process_time() - started < 60


def test_a_line_in_thousands_of_pieces_is_read_in_bounded_time() -> None:
    started = time.process_time()
    assert texts(page(f"<p>{'<b>甲</b>' * 30_000}</p>")) == ["甲" * 30_000]
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "page_of",
    [
        lambda n: "<div>年度工作综述</div>" * n,
        lambda n: "<p>发布时间：2024-03-01 来源：示范日报</p>" * n,
        lambda n: f"<div class='share print'><p>{SAY}</p></div>" * n,
        lambda n: f"<div class=a style='display:none'><p>{SAY}</p></div>" * n,
        lambda n: "<p><a href='/a.html'>示范市召开第一次工作会议</a></p>" * n,
        lambda n: f"<p>{SAY}</p><p><a href='/a.doc'>附件</a></p>" * n,
        lambda n: f"{SAY}<br><br>" * n,
        lambda n: f"<p>{SAY}<img src='/a.jpg'></p>" * n,
    ],
)
def test_time_grows_with_the_page_and_not_with_its_square(page_of: Callable[[int], str]) -> None:
    """100,000 characters are read in under a second; here ten times slower would still pass."""
    started = time.process_time()
    assert page(f"<h1>年度工作综述</h1>{page_of(2_500)}").blocks
    assert time.process_time() - started < 10
