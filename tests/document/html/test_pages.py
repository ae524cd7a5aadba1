"""Saved pages and clipboard fragments of our own making, as odd as real ones."""

import base64
from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document.html import read_html
from bulletins.document.notices import Unreadable
from bulletins.document.parse import Reading, parse
from regions.names import Gazetteer

ReadPage = Callable[[str], Reading]
SAY = "围绕年度目标，扎实推进数据共享、平台整合和队伍建设，确保各项任务落到实处，按季度报送进展。"
MENU = "".join(f'<li><a href="/c{n}">栏目{n}</a></li>' for n in range(30))
NEWS = "".join(
    f'<li><a href="/n{n}">示范市召开第{n}次工作会议，部署年度任务</a><span>03-{n:02}</span></li>'
    for n in range(1, 29)
)
GIF = "data:image/gif;base64," + base64.b64encode(b"GIF89a" + b"\0" * 300).decode()


def read(html: str | bytes) -> Reading:
    return parse(read_html(html.encode() if isinstance(html, str) else html), Gazetteer.packaged())


def text(reading: Reading) -> str:
    document = reading.document
    parts = [
        p.heading + p.intro + "".join((s.heading or "") + s.body for s in p.sections)
        for p in document.parts
    ]
    return document.lead + "".join(parts) + document.closing


def portal(article: str, side: str = "") -> str:
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>年度工作综述_工作动态_示范市网信办</title>
    <meta name="PubDate" content="2030-01-01 00:00"><script>var a="一、脚本";</script></head><body>
    <div id="header"><div class="nav"><ul>{MENU}</ul></div><div>今天是2030年1月1日 星期二</div></div>
    <div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/c">工作动态</a> &gt; 正文</div>
    <div class="main"><div class="left"><h2 class="bt">年度工作综述</h2>
    <div class="info"><span>发布时间：2024-03-01 09:05</span> <span>来源：示范日报</span> <span>浏览：12</span></div>
    <div class="content">{article}</div>
    <div class="share">分享到：<a href="#">微信</a></div><div class="relate"><h3>相关阅读</h3><ul>{NEWS}</ul></div></div>
    <div class="right">{side}<h3>热点新闻</h3><ul>{NEWS}</ul></div></div>
    <div class="footer"><p>版权所有：示范市网信办，未经许可不得转载，联系电话见本站说明，地址：示范路1号。</p></div>
    </body></html>"""


def test_the_article_of_a_portal_and_nothing_around_it() -> None:
    reading = read(portal(f"<p>一、加强统筹</p><p>{SAY}</p><p>二、狠抓落实</p><p>{SAY}</p>"))
    document = reading.document
    assert document.title == "年度工作综述"
    assert (document.published_date, document.published_time) == (date(2024, 3, 1), time(9, 5))
    assert document.source == "示范日报"
    assert [s.heading for s in document.parts[0].sections] == ["加强统筹", "狠抓落实"]
    for furniture in ("栏目", "召开", "版权所有", "热点", "脚本", "分享", "今天"):
        assert furniture not in text(reading)


def test_a_short_article_beside_a_long_sidebar_and_footer() -> None:
    reading = read(portal("<p>因设备检修，本周五暂停办理业务，请相互转告。</p>"))
    assert "暂停办理业务" in text(reading)
    assert "版权所有" not in text(reading)


def test_a_page_that_is_all_article() -> None:
    html = f"<html><head><title>系统</title></head><body><h2>关于开放自习室的通知</h2><hr/><p>各单位：</p><p>{SAY}<p>一、时间\n每日八点至二十二点。</p><p>二、要求\n1.保持安静，爱护设施。\n2.按时离开，随手关灯。</p></body></html>"
    document = read(html).document
    assert document.title == "关于开放自习室的通知"
    found = [(s.level, s.heading) for s in document.parts[0].sections]
    assert found == [(1, "时间"), (1, "要求"), (3, None), (3, None)]


def test_a_table_of_facts_over_the_text() -> None:
    facts = (
        "<table><tr><td><b>索 引 号：</b></td><td>00012/2024-00018</td><td><b>主题分类：</b></td><td>其他</td></tr>"
        "<tr><td><b>发文机关：</b></td><td>示范市人民政府</td><td><b>成文日期：</b></td><td>2024年02月26日</td></tr>"
        "<tr><td><b>标　　题：</b></td><td colspan=3>示范市人民政府关于印发工作规则的通知</td></tr>"
        "<tr><td><b>发文字号：</b></td><td>示政发〔2024〕18号</td><td><b>发布日期：</b></td><td>2024年03月03日</td></tr></table>"
    )
    centre = (
        '<p style="text-align:center"><span style="font-size:18pt;font-weight:bold">{}</span></p>'
    )
    article = (
        centre.format("示范市人民政府关于印发") + centre.format("工作规则的通知")
        + f'<p style="text-align:center">示政发〔2024〕18号</p><p>各区人民政府：</p><p>{SAY}</p>'
        + '<p style="text-align:right">示范市人民政府</p><p style="text-align:right">2024年2月26日</p>'
        + centre.format("工 作 规 则") + f"<p style='text-align:center'>第一章　总 则</p><p>一、{SAY}</p><p>二、{SAY}</p>"
    )  # fmt: skip
    document = read(
        f"<div>{facts}</div><table><tr><td><div>{article}</div></td></tr></table>"
    ).document
    assert document.title == "示范市人民政府关于印发工作规则的通知"
    assert (document.published_date, document.written_date) == (date(2024, 3, 3), date(2024, 2, 26))
    assert (document.document_number, document.index_number) == (
        "示政发〔2024〕18号",
        "00012/2024-00018",
    )
    assert document.source == "示范市人民政府"
    assert [part.heading for part in document.parts] == ["", "工 作 规 则"]


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "utf-8", ""])
@pytest.mark.parametrize("real", ["gb18030", "utf-8"])
def test_a_declaration_may_lie(declared: str, real: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    html = f"<html><head>{meta}<title>年度工作综述</title></head><body><h1>年度工作综述</h1><p>{SAY}</p></body></html>"
    assert SAY in text(read(html.encode(real)))


def test_a_word_fragment_keeps_the_list_numbers_it_hides() -> None:
    html = (
        '<html xmlns:o="x"><body><!--StartFragment--><p class=MsoNormal><b>关于工作的通知</b></p>'
        f"<p class=MsoListParagraph style='mso-list:l0'><![if !supportLists]><span>一、<span>&nbsp;</span></span><![endif]>总体要求<o:p></o:p></p><p class=MsoNormal>{SAY}</p>"
        "<!--[if gte mso 9]><xml><w:x>99</w:x></xml><![endif]--><!--EndFragment--></body></html>"
    )
    document = read(html).document
    assert [s.heading for s in document.parts[0].sections] == ["总体要求"]
    assert "99" not in text(read(html))


def test_a_wechat_article_of_nested_sections() -> None:
    line = "<section><section style='margin:0'><span>{}</span></section></section>"
    html = (
        "<html><body><h1 id='activity-name'>全市会议召开</h1><em id='publish_time'>2024-03-01 09:05</em>"
        "<div id='js_content' style='visibility: hidden;'>"
        + "".join(line.format(t) for t in (SAY, "1", "加强平台建设", SAY, "2", "规范信息发布", SAY))
        + "<section><img data-src='https://example.org/a?wx_fmt=png' src='data:image/gif;base64,R0='></section></div></body></html>"
    )
    reading = read(html)
    assert [s.heading for s in reading.document.parts[0].sections] == [
        "加强平台建设",
        "规范信息发布",
    ]
    assert "图片未取用" in text(reading)


def test_a_page_of_nothing_but_breaks() -> None:
    reading = read(
        f"<html><body>关于工作的通知<br>一、要求<br>{SAY}<br>二、分工<br>{SAY}</body></html>"
    )
    assert [s.heading for s in reading.document.parts[0].sections] == ["要求", "分工"]


def test_tables_lists_links_and_pictures_stay() -> None:
    article = (
        f'<p>{SAY}</p><table border=1><tr><th>指标</th><th>数值</th></tr><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>'
        f'<ul><li>第一项<li>第二项</ul><p>见<a href="https://example.org/a">附表</a>、<a href="b.html">另表</a>。<img src="{GIF}" alt="示意图"></p>'
    )  # fmt: skip
    reading = read(portal(article))
    shown = text(reading)
    assert '<td rowspan="2">甲</td>' in shown
    assert "<li>第二项</li>" in shown
    assert '<a href="https://example.org/a">附表</a>' in shown
    assert "另表" in shown
    assert "b.html" not in shown
    (name,) = reading.files
    assert f'<img src="file:{name}" alt="示意图">' in shown


@pytest.mark.parametrize("after", ["", "<p>（来源：示范日报）</p>", "<p>关闭窗口</p>"])
def test_a_picture_at_the_end_of_an_article_is_no_page_foot(after: str) -> None:
    reading = read(f'<h1>年度工作综述</h1><p>{SAY}</p><p><img src="{GIF}" alt="示意图"></p>{after}')
    assert 'alt="示意图"' in text(reading)


def test_what_is_hidden_is_not_read() -> None:
    reading = read(
        portal(f"<p>{SAY}</p><p style='display:none'>藏起来的话。</p><p hidden>再藏一句。</p>")
    )
    assert "藏" not in text(reading)


def test_a_source_label_left_empty_is_no_source() -> None:
    html = portal(f"<p>{SAY}</p>").replace("来源：示范日报", "来源：")
    assert read(html).document.source == ""


def test_a_web_archive() -> None:
    page = f"<html><body><h1>年度工作综述</h1><p>{SAY}</p></body></html>"
    archive = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode(page.encode()).decode() + "\r\n--x--\r\n"
    )  # fmt: skip
    assert SAY in text(read(archive))


@pytest.mark.parametrize("html", ["<p>甲</p>" * 310_000, "<html><body></body></html>"])
def test_what_cannot_be_read_is_refused_with_a_sentence(html: str) -> None:
    with pytest.raises(Unreadable, match=r"[\u4e00-\u9fff]"):
        read(html)


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_nesting_without_end_keeps_its_text(tag: str) -> None:
    assert "年度任务" in text(read(f"<{tag}>" * 5000 + "年度任务"))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace")))
def test_no_bytes_raise_anything_but_a_sentence(data: bytes) -> None:
    try:
        reading = read(b"<html>" + data)
    except Unreadable:
        return
    assert reading.lost == ""


def test_attachments_listed_below_the_text_come_with_it() -> None:
    files = '<div class="fj"><a href="https://example.org/a.docx">任务清单.docx</a><br><a href="https://example.org/b.xlsx">联系表.xlsx</a></div>'
    html = portal(f"<p>{SAY}</p>").replace('<div class="share">', files + '<div class="share">')
    document = read(html).document
    assert [(item.title, item.address) for item in document.attachments] == [
        ("任务清单.docx", "https://example.org/a.docx"),
        ("联系表.xlsx", "https://example.org/b.xlsx"),
    ]


def test_facts_listed_above_the_text() -> None:
    facts = '<ul class="info"><li>发布时间：2024-03-01 09:05</li><li>信息来源：示范日报</li></ul>'
    html = (
        f"<html><body><h1>年度工作综述</h1>{facts}<div id=content><p>{SAY}</p></div></body></html>"
    )
    document = read(html).document
    assert (document.published_date, document.source) == (date(2024, 3, 1), "示范日报")


def test_padded_numbers_before_headings_count() -> None:
    html = f"<h1>三项工作取得进展</h1><p>{SAY}</p><h2>01 平台上线</h2><p>{SAY}</p><h2>02 队伍成型</h2><p>{SAY}</p>"
    (part,) = read(html).document.parts
    assert [(s.level, s.heading) for s in part.sections] == [(1, "平台上线"), (1, "队伍成型")]


def test_a_word_in_the_head_that_is_a_piece_of_the_title_is_not_the_title() -> None:
    html = (
        "<html><head><title>批复</title></head><body><p align=center>示范市关于设立示范街道的批复</p>"
        f"<p>示范区人民政府：</p><p>{SAY}</p></body></html>"
    )
    assert read(html).document.title == "示范市关于设立示范街道的批复"


@pytest.mark.parametrize("pieces", [1_500, 20_000])
def test_an_archive_within_archives_is_refused_with_a_sentence(pieces: int) -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x{0}\r\n\r\n--x{0}\r\n"
    nested = "".join(head.format(number) for number in range(pieces))
    with pytest.raises(Unreadable, match="复制正文"):
        read(nested)


def test_an_archive_of_countless_pieces_is_refused_with_a_sentence() -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    with pytest.raises(Unreadable, match="复制正文"):
        read(head + "--x\r\nContent-Type: text/html\r\n\r\n<p>甲\r\n" * 100_000)
