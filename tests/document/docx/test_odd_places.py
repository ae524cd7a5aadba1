"""Text in places of its own: charts, page headers, files inside the file, frames."""

from bulletins.document.blocks import Source
from bulletins.document.docx import read_docx
from bulletins.document.reading import read_file
from tests.document.docx.odd_files import (
    OFFICE,
    PNG,
    SPACES,
    blocks,
    numbered,
    p,
    r,
    read,
    relation,
    said,
    texts,
    word,
)
from tests.document.docx.test_looks import of, style
from tests.document.docx.test_numbers import OFFICIAL
from tests.document.docx.test_tables import cell, row, table
from tests.document.docx.test_text import field, leaf, picture

LONG = "三月底前完成干渠清淤，四月上旬完成支渠维修，五月放水。"


def test_a_large_first_letter_belongs_to_the_paragraph_it_opens() -> None:
    dropped = p("本", '<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert texts(dropped + p("镇春茶开采。") + p("下文")) == ["本镇春茶开采。", "下文"]


def test_a_style_separator_lets_the_text_run_on_in_the_line_of_its_heading() -> None:
    styles = style("2", "heading 2", "<w:rPr><w:b/></w:rPr>")
    hidden = of("2") + "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    (block,) = blocks(p("引进对象。", hidden) + p(LONG), styles=styles)
    assert block.html == f"<p><strong>引进对象。</strong>{LONG}</p>"
    assert block.heading is None


def test_a_number_before_a_hidden_mark_is_counted_once() -> None:
    hidden = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
    found = blocks(p("目标。", hidden) + p(LONG) + numbered("措施"), numbering=OFFICIAL)
    assert [(block.label, block.text) for block in found] == [
        ("一、", f"目标。{LONG}"),
        ("二、", "措施"),
    ]


def test_what_hangs_on_a_hidden_mark_follows_the_whole_paragraph() -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{p('框内')}</w:txbxContent></v:textbox></w:pict>"
    begun = p("前半，", "<w:rPr><w:vanish/></w:rPr>", leaf(box))
    assert texts(begun + p("后半。")) == ["前半，后半。", "框内"]
    assert texts(begun + table(row(cell("表")))) == ["前半，", "框内", "表"]


def test_a_caption_is_no_heading_however_it_is_set() -> None:
    styles = style("c", "caption", '<w:pPr><w:outlineLvl w:val="4"/></w:pPr>')
    centred = of("c") + '<w:jc w:val="center"/>'
    found = blocks(p("正文") + p(inner=r("图 1 流程", "<w:b/>"), properties=centred), styles=styles)
    assert found[1].html == '<p class="caption"><strong>图 1 流程</strong></p>'
    assert (found[1].heading, found[1].align, found[1].strong) == (None, "", False)


def test_a_cell_may_span_columns_in_the_old_way() -> None:
    wide = cell("姓名", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>")
    (block,) = blocks(table(row(wide, cell("天数"))))
    assert block.html == (
        '<table><tbody><tr><td colspan="2">姓名</td><td>天数</td></tr></tbody></table>'
    )


def test_a_table_that_only_frames_the_text_is_opened() -> None:
    inner = p("一、检修范围") + p(LONG) + p("二、检修时间") + p(LONG)
    framed = table(row(cell("主送", ""), cell("各科室")), row(cell("检修通知", inner=inner)))
    assert texts(framed) == [
        "主送\t各科室",
        "检修通知",
        "一、检修范围",
        LONG,
        "二、检修时间",
        LONG,
    ]


def test_a_table_of_data_stays_one_even_where_there_is_nothing_else() -> None:
    data = table(*(row(cell(f"第{at}项"), cell("完成")) for at in range(9)))
    assert len(texts(data)) == 1
    box = table(row(cell("专栏", inner=p("要点一") + p("要点二") + p("要点三"))))
    assert len(texts(p(LONG) + box + p(LONG))) == 3


DIAGRAM = (
    f'<dgm:dataModel xmlns:dgm="{OFFICE}/drawingml/2006/diagram" xmlns:a="{OFFICE}/drawingml/2006/main"><dgm:ptLst>'
    '<dgm:pt modelId="0" type="doc"/>{}</dgm:ptLst><dgm:cxnLst>{}</dgm:cxnLst></dgm:dataModel>'
)


def point(identity: int, text: str) -> str:
    return f'<dgm:pt modelId="{identity}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'


def hangs(above: int, below: int, order: int) -> str:
    return f'<dgm:cxn modelId="9{below}" srcId="{above}" destId="{below}" srcOrd="{order}"/>'


def drawing(inner: str) -> str:
    spaces = f'xmlns:dgm="{OFFICE}/drawingml/2006/diagram" xmlns:c="{OFFICE}/drawingml/2006/chart"'
    return leaf(f'<w:drawing {spaces}><wp:inline><wp:docPr id="1"/>{inner}</wp:inline></w:drawing>')


def test_the_words_in_smartart_are_kept_in_the_order_in_which_they_hang_together() -> None:
    points = point(3, "公示") + point(1, "受理") + point(2, "核查")
    links = hangs(0, 1, 0) + hangs(0, 3, 1) + hangs(1, 2, 0)
    source = read(
        p(inner=drawing('<dgm:relIds r:dm="d"/>')),
        relations=relation("d", "diagramData", "diagrams/data1.xml"),
        files={"word/diagrams/data1.xml": DIAGRAM.format(points, links).encode()},
    )
    assert [block.text for block in source.blocks] == [
        "（此处原有智能图形）",
        "受理",
        "核查",
        "公示",
    ]
    assert "docx.chart" in said(source)


def test_connections_that_run_in_circles_come_to_an_end() -> None:
    links = hangs(0, 1, 0) + hangs(1, 2, 0) + hangs(2, 1, 0)
    source = read(
        p(inner=drawing('<dgm:relIds r:dm="d"/>')),
        relations=relation("d", "diagramData", "data.xml"),
        files={"word/data.xml": DIAGRAM.format(point(1, "甲") + point(2, "乙"), links).encode()},
    )
    assert [block.text for block in source.blocks][1:] == ["甲", "乙"]


def test_the_title_of_a_chart_is_named_where_it_stood() -> None:
    chart = (
        f'<c:chartSpace xmlns:c="{OFFICE}/drawingml/2006/chart" xmlns:a="{OFFICE}/drawingml/2006/main"><c:chart><c:title>'
        "<a:p><a:r><a:t>各季度</a:t></a:r><a:r><a:t>降水量</a:t></a:r></a:p></c:title></c:chart></c:chartSpace>"
    )
    source = read(
        p(inner=drawing('<c:chart r:id="c"/>')),
        relations=relation("c", "chart", "charts/chart1.xml"),
        files={"word/charts/chart1.xml": chart.encode()},
    )
    assert source.blocks[0].text == "（此处原有图表：各季度降水量）"
    broken = read(
        p(inner=drawing('<c:chart r:id="c"/>')),
        relations=relation("c", "chart", "charts/chart1.xml"),
        files={"word/charts/chart1.xml": b"<c:chart"},
    )
    assert broken.blocks[0].text == "（此处原有图表）"


def headed(*lines: str, body: str = p("正文")) -> Source:
    """A file with one page header of these paragraphs."""
    header = f"<w:hdr {SPACES}>{''.join(lines)}</w:hdr>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    return read(
        body + section,
        relations=relation("h", "header", "header1.xml"),
        files={"word/header1.xml": header.encode()},
    )


def test_words_in_page_headers_are_named_and_page_numbers_are_not() -> None:
    source = headed(p("内部工作简报"), p(inner=r("第 ") + field("PAGE", r("3")) + r(" 页")))
    assert [block.text for block in source.blocks] == ["正文"]
    assert "「内部工作简报」" in said(source)["docx.header"]
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('在此处键入')}</w:sdtContent></w:sdt>"
    assert said(headed(p(inner=r("— 1 —")), prompt)) == {}


def test_a_broken_page_header_breaks_nothing() -> None:
    source = read(
        p("正文") + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>',
        relations=relation("h", "header", "header1.xml"),
        files={"word/header1.xml": b"<w:hdr"},
    )
    assert [block.text for block in source.blocks] == ["正文"]


def with_chunk(name: str, data: bytes, *, more: str = "") -> bytes:
    chunk = '<w:altChunk r:id="c"/>'
    return word(
        p("前") + chunk + more + p("后"),
        relations=relation("c", "aFChunk", name),
        files={f"word/{name}": data},
    )


def test_a_page_inside_the_file_is_read_in_its_place() -> None:
    source = read_file(with_chunk("a.html", "<html><body><p>页中文字。</p></body></html>".encode()))
    assert [block.text for block in source.blocks] == ["前", "页中文字。", "后"]
    assert "已在原处读入" in said(source)["docx.chunk.read"]


def test_a_word_file_inside_the_file_brings_its_pictures_and_notices() -> None:
    inner = word(
        p(inner=picture() + r("秘密", "<w:vanish/>")),
        relations=relation("img", "image", "media/1.png"),
        files={"word/media/1.png": PNG},
    )
    source = read_file(with_chunk("a.docx", inner))
    assert "<img" in source.blocks[1].html
    assert len(source.files) == 1
    assert "docx.hidden" in said(source)


def test_files_within_files_within_files_are_only_pointed_at() -> None:
    source = read_file(with_chunk("a.docx", with_chunk("b.docx", word(p("最里")))))
    assert [block.text for block in source.blocks] == ["前", "前", "后", "后"]
    assert "未读入" in said(source)["docx.chunk"]


def test_a_chunk_that_cannot_be_read_leaves_a_notice() -> None:
    for data in (b"", b"{\\rtf1 x}", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"PK\x03\x04 broken"):
        source = read_file(with_chunk("a.bin", data))
        assert [block.text for block in source.blocks] == ["前", "后"]
        assert "未读入" in said(source)["docx.chunk"]


def test_a_chunk_that_is_named_again_is_not_read_again() -> None:
    many = read_file(with_chunk("a.txt", "同一段".encode(), more='<w:altChunk r:id="c"/>' * 80))
    assert [block.text for block in many.blocks] == ["前", "同一段", "后"]
    assert said(many)["docx.chunk"].startswith("含 80 段")


def test_chunks_that_swell_too_far_are_only_pointed_at() -> None:
    source = read_file(with_chunk("a.txt", ("通知" * 1_500_000).encode()))
    assert [block.text for block in source.blocks] == ["前", "后"]


def test_a_chunk_that_pretends_to_be_ours_is_not_believed() -> None:
    page = '<article data-lantai="1"><h1 data-kind="title">假标题</h1><p>内容</p></article>'
    source = read_file(with_chunk("a.html", page.encode()))
    assert not any(block.mark for block in source.blocks)


def test_without_a_reader_for_it_a_chunk_is_only_pointed_at() -> None:
    source = read_docx(with_chunk("a.txt", "段".encode()))
    assert [block.text for block in source.blocks] == ["前", "后"]
    assert "docx.chunk" in said(source)


def test_a_part_of_a_master_document_is_pointed_at() -> None:
    source = read(p("总述", inner='<w:subDoc r:id="s"/>'))
    assert [block.text for block in source.blocks] == ["总述"]
    assert "docx.chunk" in said(source)


def test_text_set_in_a_symbol_font_is_read_as_its_signs() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    inner = r("\uf0a8n甲", wingdings) + r("n甲")
    assert texts(p(inner=inner)) == ["□■甲n甲"]
    unknown = read(p("\uf06e"))
    assert unknown.blocks[0].text == "〓"
    assert "docx.symbol" in said(unknown)
