"""Whole papers as offices send them, from the file to the outline."""

import pytest

from bulletins.document.parse import Reading, parse
from bulletins.document.reading import read_file
from regions.names import Gazetteer
from tests.document.docx.odd_files import SPACES, level, numbered, p, r, relation, scheme, word
from tests.document.docx.test_numbers import OFFICIAL
from tests.document.docx.test_tables import cell, row, table

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
