"""Whole papers as offices send them, from the file to the outline."""

import pytest

from bulletins.document.parse import Reading, parse
from bulletins.document.reading import read_file
from regions.names import Gazetteer
from tests.document.docx.odd_files import PNG, SPACES, level, numbered, p, r, relation, scheme, word
from tests.document.docx.test_looks import of, style
from tests.document.docx.test_numbers import OFFICIAL
from tests.document.docx.test_tables import cell, row, table
from tests.document.docx.test_text import picture

CENTRED = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'


def large(text: str) -> str:
    """A centred line in a large size, as titles are set."""
    return p(
        inner=r(text, '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'),
        properties=CENTRED,
    )


BODY = p("各单位：") + p("现就有关事项通知如下。") + p("一、检修范围") + p("全部干渠。")
BODY += p("二、检修时间") + p("三月底前完成。")
SIGNED = p("青禾县水务局", RIGHT) + p("2024年3月1日", RIGHT)


def paper(body: str, **more: object) -> Reading:
    reading = parse(read_file(word(body, **more)), Gazetteer.packaged())  # type: ignore[arg-type]
    assert reading.lost == ""
    return reading


def headings(reading: Reading) -> list[str]:
    return [section.heading or "" for part in reading.document.parts for section in part.sections]


def test_a_red_head_is_not_the_title() -> None:
    reading = paper(
        large("青禾县人民政府文件")
        + p("青政发〔2024〕6号", CENTRED)
        + large("青禾县人民政府")
        + large("关于检修渠道的通知")
        + BODY
        + SIGNED
    )
    document = reading.document
    assert document.title == "青禾县人民政府关于检修渠道的通知"
    assert document.document_number == "青政发〔2024〕6号"
    assert str(document.written_date) == "2024-03-01"
    assert headings(reading) == ["检修范围", "检修时间"]


@pytest.mark.parametrize(
    "number",
    [
        table(row(cell("青政发〔2024〕6号"), cell("签发人：某某"))),
        p("青政发〔2024〕6号　　　　　　签发人：某某"),
    ],
)
def test_the_number_may_share_its_line_with_the_signer(number: str) -> None:
    reading = paper(large("青禾县人民政府文件") + number + large("关于检修渠道的请示") + BODY)
    assert reading.document.title == "关于检修渠道的请示"
    assert reading.document.document_number == "青政发〔2024〕6号"
    assert "签发人" in reading.document.parts[0].intro


def test_the_office_of_a_real_place_over_the_rest_of_the_title_belongs_to_it() -> None:
    reading = paper(large("天津市人民政府") + large("关于检修渠道的通知") + BODY)
    assert reading.document.title == "天津市人民政府关于检修渠道的通知"
    assert [part.region for part in reading.document.parts] == [None]


def test_a_brief_s_name_is_its_title_only_where_there_is_no_other() -> None:
    head = large("防汛工作简报") + p("第12期", CENTRED)
    assert paper(head + large("各乡镇检修渠道") + BODY).document.title == "各乡镇检修渠道"
    assert paper(head + BODY).document.title == "防汛工作简报"


def test_a_number_in_the_head_of_the_page_is_the_paper_s_number() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="h"/></w:sectPr>'
    reading = paper(
        large("关于检修渠道的通知") + BODY + section,
        relations=relation("h", "header", "header1.xml"),
        files={"word/header1.xml": f"<w:hdr {SPACES}>{p('青政发〔2024〕6号')}</w:hdr>".encode()},
    )
    assert reading.document.document_number == "青政发〔2024〕6号"


def test_attachments_may_be_numbered_by_word() -> None:
    numbering = OFFICIAL + scheme(level(0, "decimal", "%1."), identity=2)
    attached = p("附件：") + numbered("检修任务表", 2) + numbered("检修责任表", 2)
    reading = paper(large("关于检修渠道的通知") + BODY + attached + SIGNED, numbering=numbering)
    titles = [file.title for file in reading.document.attachments]
    assert titles == ["检修任务表", "检修责任表"]
    assert headings(reading) == ["检修范围", "检修时间"]


def test_a_footnote_on_the_title_is_not_in_the_title() -> None:
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    reading = paper(
        p(inner=r("用电情况通报", '<w:b/><w:sz w:val="44"/>') + call, properties=CENTRED) + BODY,
        footnotes=f'<w:footnote w:id="1">{p("本通报为快报数。")}</w:footnote>',
    )
    assert reading.document.title == "用电情况通报"
    assert "〔注1〕本通报为快报数。" in reading.document.parts[0].intro


def test_regions_in_bold_lines_with_numbers_that_start_over() -> None:
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    second = f'<w:num w:numId="2"><w:abstractNumId w:val="1"/>{over}</w:num>'
    region = '<w:b/><w:sz w:val="36"/>'
    reading = paper(
        large("各地值班情况汇总")
        + p("现将今日情况汇总如下。")
        + p(inner=r("天 津", region), properties=CENTRED)
        + numbered("道路运行")
        + p("运行平稳。")
        + numbered("供热保障")
        + p("温度达标。")
        + p(inner=r("贵　州", region), properties=CENTRED)
        + numbered("山洪预警", 2)
        + p("及时发布。"),
        numbering=OFFICIAL + second,
    )
    assert [(part.region, part.heading) for part in reading.document.parts] == [
        ("120000", "天 津"),
        ("520000", "贵　州"),
    ]
    assert headings(reading) == ["道路运行", "供热保障", "山洪预警"]
    assert [section.value for part in reading.document.parts for section in part.sections] == [
        None,
        None,
        None,
    ]


def test_a_form_above_the_paper_tells_its_numbers_and_dates() -> None:
    form = table(
        row(cell("索 引 号："), cell("011/2024-00031"), cell("发文机关："), cell("青禾县水务局")),
        row(
            cell("标　　题："),
            cell("关于检修渠道的通知"),
            cell("文　　号："),
            cell("青水〔2024〕8号"),
        ),
        row(cell("成文日期："), cell("2024年3月1日"), cell("发布日期："), cell("2024年3月5日")),
    )
    document = paper(form + large("关于检修渠道的通知") + BODY).document
    assert (document.title, document.index_number) == ("关于检修渠道的通知", "011/2024-00031")
    assert (document.document_number, document.issuing_body) == ("青水〔2024〕8号", "青禾县水务局")
    assert (str(document.written_date), str(document.published_date)) == (
        "2024-03-01",
        "2024-03-05",
    )


def test_the_heads_of_a_table_s_columns_are_no_form() -> None:
    data = table(
        row(cell("标题"), cell("来源"), cell("时间"), cell("数量")),
        row(cell("甲稿"), cell("某报"), cell("2024年1月2日"), cell("三")),
    )
    document = paper(large("刊发情况通报") + data + BODY).document
    assert (document.title, document.source, document.published_date) == ("刊发情况通报", "", None)


def test_a_break_parts_a_heading_that_word_numbers_from_its_text() -> None:
    broken = p(
        "检修范围",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        "<w:r><w:br/><w:t>全部干渠和支渠。</w:t></w:r>",
    )
    reading = paper(large("检修通知") + broken + numbered("检修时间"), numbering=OFFICIAL)
    assert headings(reading) == ["检修范围", "检修时间"]
    assert reading.document.parts[0].sections[0].body == "<p>全部干渠和支渠。</p>"


HEADED = style("1", "heading 1", "<w:rPr><w:b/></w:rPr>")


def test_where_sections_are_headings_of_level_one_the_title_is_what_is_set_above_them() -> None:
    sections = p("建设目标", of("1")) + p("三年建成。") + p("建设内容", of("1")) + p("软硬件齐备。")
    reading = paper(large("档案馆建设指南") + sections, styles=HEADED)
    assert reading.document.title == "档案馆建设指南"
    assert headings(reading) == ["建设目标", "建设内容"]


def test_a_chapter_right_under_the_title_is_no_part_of_it() -> None:
    chapters = p("第一章 总则", of("1") + CENTRED) + p("第一条 保护古井。")
    chapters += p("第二章 保护", of("1") + CENTRED) + p("第二条 不得填埋。")
    reading = paper(large("古井保护办法") + chapters, styles=HEADED)
    assert reading.document.title == "古井保护办法"
    assert headings(reading) == ["第一章 总则", "第二章 保护"]


@pytest.mark.parametrize(
    "body",
    [
        p(inner=picture()) + large("检修通知") + BODY,
        p(inner=r("检修通知", '<w:b/><w:sz w:val="44"/>') + picture(), properties=CENTRED) + BODY,
        large("检修通知") + BODY + SIGNED + p(inner=picture()),
        large("各地通报") + p(inner=r("天 津", "<w:b/>") + picture(), properties=CENTRED) + BODY,
        large("各地通报")
        + p("概况如下。")
        + p(inner=picture() + r("天津：巡查到位，运行平稳，未见异常。"))
        + p("河北：排查隐患，落实责任，值守到位。"),
    ],
)
def test_no_picture_is_lost_with_the_line_it_stands_in(body: str) -> None:
    reading = paper(
        body,
        relations=relation("img", "image", "media/1.png"),
        files={"word/media/1.png": PNG},
    )
    document = reading.document
    bodies = [document.lead, document.closing]
    for part in document.parts:
        bodies += [part.intro, *(section.body for section in part.sections)]
    assert "".join(bodies).count("<img") == 1
