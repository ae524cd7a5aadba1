"""What stands beside an article's box: taken where it is the article's, named where it may be."""

import base64

import pytest

from bulletins.document.blocks import Source
from bulletins.document.html import read_html
from bulletins.document.parse import Reading, parse
from regions.names import Gazetteer

SAY = "围绕年度目标，扎实推进数据共享、平台整合和队伍建设，确保各项任务落到实处，按季度报送进展。"
MORE = "会议强调，要进一步压实责任，加强协同配合，形成工作合力。"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 300


def source(body: str, head: str = "<title>年度工作综述-工作动态</title>") -> Source:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def reading(body: str, head: str = "<title>年度工作综述-工作动态</title>") -> Reading:
    return parse(source(body, head), Gazetteer.packaged())


def column(before: str = "", after: str = "", text: str = f"<p>{SAY}</p><p>{SAY}</p>") -> str:
    """A title, its facts, the article's box, and what a site puts around it."""
    return (
        f'<div class="col"><h1>年度工作综述</h1><div>2024-03-01 09:05 来源：示范日报</div>{before}'
        f'<div class="article-content">{text}</div>{after}</div>'
    )


def texts(found: Source) -> list[str]:
    return [block.text for block in found.blocks]


def named(found: Source, code: str) -> str:
    return "".join(notice.message for notice in found.notices if notice.code == code)


def test_a_summary_between_title_and_text_belongs_to_the_text() -> None:
    found = source(column(before=f'<div class="zy">{MORE}</div>'))
    assert texts(found) == [MORE, SAY, SAY]


def test_a_summary_that_repeats_the_text_is_not_said_twice() -> None:
    assert texts(source(column(before=f"<div>{SAY[:30]}</div>"))) == [SAY, SAY]


def test_a_signature_below_the_box_belongs_to_the_text() -> None:
    end = '<p align="right">示范市网信办</p><p align="right">2024年2月28日</p>'
    assert texts(source(column(after=end)))[-2:] == ["示范市网信办", "2024年2月28日"]


def test_sentences_that_go_on_below_the_box_belong_to_the_text() -> None:
    assert texts(source(column(after=f"<div>{MORE}</div><div>【打印】</div>")))[-1] == MORE


@pytest.mark.parametrize("words", ["供稿：办公室　审核：王某", "撰稿：何某", "阅读须知另行通知"])
def test_words_left_outside_are_named(words: str) -> None:
    found = source(column(after=f"<div>【打印】</div><div>{words}</div>"))
    assert texts(found) == [SAY, SAY]
    assert words[3:5] in named(found, "outside.left")


@pytest.mark.parametrize(
    "part",
    [
        "<div>【打印本页】【关闭窗口】</div>",
        "<div>分享到： QQ空间 新浪微博 微信</div>",
        '<div><a href="/1">上一篇：示范市召开会议</a></div>',
        '<ul><li><a href="/1">示范市召开第一次工作会议</a></li><li><a href="/2">示范市召开第二次会议</a></li></ul>',
        '<div class="footer">地址：示范路1号</div>',
        "<div>版权所有：示范市</div>",
        "<div>打印时间：2024-03-02 10:00</div>",
        "<div>1 2 3</div>",
    ],
)
def test_furniture_by_a_clear_rule_is_left_out_in_silence(part: str) -> None:
    found = source(column(after=part))
    assert texts(found) == [SAY, SAY]
    assert found.notices == ()


def test_readers_comments_are_no_text() -> None:
    found = source(column(after=f"<h4>网友评论</h4><p>甲：{MORE}</p>"))
    assert texts(found) == [SAY, SAY]
    assert MORE[:10] in named(found, "outside.left")


def test_an_editor_named_beside_the_text_is_the_responsible_editor() -> None:
    document = reading(column(after="<div>【责任编辑：林小溪】</div>")).document
    assert document.responsible_editor == "林小溪"


def test_a_column_that_talks_about_the_office_is_not_the_article() -> None:
    about = f"<div><h3>关于我们</h3><p>{MORE * 6}</p></div>"
    found = source(f"<div>{about}{column()}</div>")
    assert texts(found) == [SAY, SAY]
    assert MORE[:10] in named(found, "outside.far") + named(found, "outside.left")


def test_teasers_are_no_prose_however_long() -> None:
    items = "".join(f'<li><a href="/{n}">第{n}次工作会议</a><p>{MORE}</p></li>' for n in range(9))
    found = source(
        f"<div><h1>闭馆公告</h1><div><p>本馆明日闭馆一天。</p></div></div><ul>{items}</ul>"
    )
    assert "本馆明日闭馆一天。" in texts(found)
    assert MORE not in texts(found)


def test_related_reading_inside_the_box_is_left_out_and_named() -> None:
    links = '<p>相关阅读：</p><p><a href="/1">示范市发布年度计划</a></p><p>监制：某某</p>'
    found = source(column(text=f"<p>{SAY}</p>{links}"))
    assert texts(found) == [SAY, "监制：某某"]
    assert "示范市发布年度计划" in named(found, "furniture.related")


def test_links_that_the_text_announces_stay() -> None:
    links = "".join(f'<p><a href="https://example.org/{n}">第{n}号文件</a></p>' for n in range(4))
    assert len(source(column(text=f"<p>{SAY}</p><p>依据如下：</p>{links}")).blocks) == 6


@pytest.mark.parametrize(
    "title",
    [
        '<div class="xl-tit">示范林场完成造林任务</div>',
        '<table><tr><td class="biaoti">示范林场完成造林任务</td></tr></table>',
        "<center><b>示范林场完成造林任务</b></center>",
    ],
)
def test_a_headline_is_known_by_its_name_or_its_look(title: str) -> None:
    body = f'<div>{title}<div class="TRS_Editor"><p>{SAY}</p><p>{SAY}</p></div></div>'
    assert reading(body, "<title>示范市林业局</title>").document.title == "示范林场完成造林任务"


def test_a_headline_broken_over_lines_is_spelt_as_the_page_tells_it() -> None:
    body = column().replace("年度工作综述", "示范市人民政府<br>关于年度工作的综述")
    told = "示范市人民政府关于年度工作的综述"
    assert reading(body, f"<title>{told}_要闻</title>").document.title == told


@pytest.mark.parametrize(
    "dateline",
    [
        "2024-03-01 团委",
        "发布于 2024-03-01 由 德育处",
        "<i>2024/03/01</i><i>阅读 2233</i>",
        "<span>原创</span><em id='publish_time'>2024-03-01</em><span>示范省</span>",
    ],
)
def test_a_date_under_the_headline_says_when(dateline: str) -> None:
    body = f'<div><h1>年度工作综述</h1><div>{dateline}</div><div class="TRS_Editor"><p>{SAY}</p></div></div>'
    published = reading(body).document.published_date
    assert published is not None
    assert published.isoformat() == "2024-03-01"


FILES = '<li><a href="f/1.docx">任务分工表.docx</a></li><li><a href="f/2.xls">联系表.xls</a></li>'


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (column(after=f"<h4>附件下载：</h4><ul>{FILES}</ul>"), ["任务分工表.docx", "联系表.xls"]),
        (column(before=f"<ul>{FILES}</ul>"), ["任务分工表.docx", "联系表.xls"]),
        (
            column(text=f"<p>{SAY}</p><p>附件下载</p><ul>{FILES}</ul>"),
            ["任务分工表.docx", "联系表.xls"],
        ),
        (
            column(text=f'<p>{SAY}</p><p>附件【<a href="/d?id=1">表.docx</a>】已下载35次</p>'),
            ["表.docx"],
        ),
        (
            column(text=f'<p>{SAY}</p><p>附件：报名表（<a href="a.doc">点击下载</a>）</p>'),
            ["报名表"],
        ),
        (
            column(text=f"<p>{SAY}</p><p>附件：任务分工表</p>", after=f"<ul>{FILES}</ul>"),
            ["任务分工表", "联系表.xls"],
        ),
    ],
)
@pytest.mark.parametrize("base", ["", '<base href="https://example.org/t/">'])
def test_files_that_a_site_lists_are_attachments(body: str, titles: list[str], base: str) -> None:
    found = reading(body, f"<title>年度工作综述</title>{base}")
    assert [item.title for item in found.document.attachments] == titles
    for item in found.document.attachments:
        assert item.address.startswith("https://example.org/") if base else item.address == ""
    assert "附件" not in found.document.parts[0].intro
    assert found.lost == ""


def test_a_page_says_where_it_stands() -> None:
    canonical = '<link rel="canonical" href="https://example.org/a/1.html">'
    site = '<link rel="canonical" href="https://example.org/">'
    shared = '<meta property="og:url" content="https://example.org/b/2.html">'
    assert reading(column(), canonical).document.source_address == "https://example.org/a/1.html"
    assert (
        reading(column(), site + shared).document.source_address == "https://example.org/b/2.html"
    )
    assert reading(column()).document.source_address == ""


def archive(html: str) -> bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    page = (
        "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://example.org/a/1.html\r\n\r\n"
    )
    picture = (
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://example.org/a/p.png\r\n\r\n"
    )
    parts = [page + _base64(html.encode()), picture + _base64(PNG)]
    return (head + "".join(f"--x\r\n{part}\r\n" for part in parts) + "--x--\r\n").encode()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_a_web_archive_brings_its_pictures_and_its_address() -> None:
    html = f'<html><body><h1>年度工作综述</h1><p>{SAY}<img src="p.png" alt="图"></p></body></html>'
    found = parse(read_html(archive(html)), Gazetteer.packaged())
    (picture,) = found.files.values()
    assert (picture.name, picture.data) == ("图", PNG)
    assert found.document.source_address == "https://example.org/a/1.html"
    assert found.notices == ()


def test_missing_pictures_are_counted_and_placed() -> None:
    found = source(column(text=f'<p>{SAY}<img src="1.jpg"></p><p>{MORE}<img src="2.jpg"></p>'))
    (notice,) = [n for n in found.notices if n.code == "picture.remote"]
    assert "2 张" in notice.message
    assert "第 2、4 行" in notice.message
    assert notice.line == 2


@pytest.mark.parametrize("name", ["print", "bottom", "left-side", "hot-content", "position"])
def test_what_follows_the_title_is_the_text_whatever_its_box_is_called(name: str) -> None:
    about = f"<div><h3>关于我们</h3><p>{MORE * 4}</p></div>"
    body = f'<div><h1>年度工作综述</h1><div>2024-03-01 来源：示范日报</div><div class="{name}"><p>{SAY}</p></div></div>{about}'
    found = reading(body)
    assert found.document.parts[0].intro == f"<p>{SAY}</p>"
    assert (found.document.title, found.document.source) == ("年度工作综述", "示范日报")


def test_under_the_foot_of_a_text_stands_nothing_of_it() -> None:
    box = f"<p>{SAY}</p><p>上一篇：<a href=1>示范市召开会议</a></p><p>下一篇：没有了</p>"
    found = source(
        f"<div><h1>年度工作综述</h1>{box}<div><h4>关于我们</h4><p>{MORE}</p></div></div>"
    )
    assert texts(found) == ["年度工作综述", SAY]
    assert "关于我们" in named(found, "furniture.related")


def test_sentences_before_the_title_are_none_of_the_article() -> None:
    found = source(f"<div><p>{MORE}</p><h1>年度工作综述</h1><p>{SAY}</p><p>{SAY}</p></div>")
    assert texts(found) == ["年度工作综述", SAY, SAY]
    assert MORE[:10] in named(found, "outside.far")


def test_a_list_of_news_in_the_box_goes_with_its_heading() -> None:
    news = "".join(f'<li><a href="/{n}">示范市召开第{n}次工作会议</a></li>' for n in range(5))
    listed = f"<h4>最新动态</h4><ul>{news}</ul>"
    found = source(f"<div>{listed}<h1>年度工作综述</h1><p>{SAY}</p>{listed}</div>")
    assert texts(found) == ["年度工作综述", SAY]


def test_a_table_of_facts_is_read_and_what_it_says_more_is_named() -> None:
    facts = (
        "<table><tr><td>索引号：</td><td>0001-2024</td><td>信息类别：</td><td>体育</td></tr>"
        "<tr><td>发文机关：</td><td>示范教育厅</td><td>发布日期：</td><td>2024-03-01</td></tr></table>"
    )
    body = f"<div><div>{facts}<h1>年度工作综述</h1><p>{SAY}</p><p>{SAY}</p></div></div>"
    found = reading(body)
    assert (found.document.source, found.document.index_number) == ("示范教育厅", "0001-2024")
    assert found.document.parts[0].intro == f"<p>{SAY}</p><p>{SAY}</p>"
    assert any("信息类别：体育" in notice.message for notice in found.notices)


def test_buttons_beside_a_credit_go_and_the_credit_stays() -> None:
    end = "<p>【责任编辑：林小溪】　【打印】　【关闭】</p>"
    found = reading(column(text=f"<p>{SAY}</p><p>{SAY}</p>{end}"))
    assert found.document.responsible_editor == "林小溪"
    assert found.document.parts[0].intro == f"<p>{SAY}</p><p>{SAY}</p>"


def test_answers_folded_up_under_their_questions_are_text() -> None:
    fold = "<h4>{}</h4><div class=a style='display:none'><p>{}</p></div>"
    found = source(column(text=fold.format("如何提取", SAY) + fold.format("如何办理", MORE)))
    assert texts(found) == ["如何提取", SAY, "如何办理", MORE]


def test_a_hidden_sentence_is_named() -> None:
    found = source(column(text=f"<p>{SAY}</p><p>{SAY}</p><div style='display:none'>{MORE}</div>"))
    assert texts(found) == [SAY, SAY]
    assert MORE[:20] in named(found, "page.hidden")
