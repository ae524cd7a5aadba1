"""Headings, alignment, emphasis: what styles and runs say of a paragraph."""

import pytest

from tests.document.docx.odd_files import blocks, p, r, relation


def style(identity: str, name: str, inner: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{inner}</w:style>'
    )


def of(identity: str) -> str:
    return f'<w:pStyle w:val="{identity}"/>'


@pytest.mark.parametrize(
    ("styles", "heading"),
    [
        (style("a", "heading 1"), 1),
        (style("a", "标题 3"), 3),
        (style("a", "Title"), 1),
        (style("a", "正文缩进"), None),
        (style("a", "章", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), 2),
        (style("a", "章", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'), None),
        (style("a", "节", '<w:basedOn w:val="b"/>') + style("b", "heading 2"), 2),
        (
            style("a", "圈", '<w:basedOn w:val="b"/>') + style("b", "套", '<w:basedOn w:val="a"/>'),
            None,
        ),
        (style("a", "深", '<w:pPr><w:outlineLvl w:val="7"/></w:pPr>'), 6),
    ],
)
def test_a_heading_is_known_by_its_outline_level_or_its_styles_name(
    styles: str, heading: int | None
) -> None:
    (block,) = blocks(p("总则", of("a")), styles=styles)
    assert block.heading == heading


def test_a_paragraph_may_set_its_own_outline_level() -> None:
    assert blocks(p("总则", '<w:outlineLvl w:val="0"/>'))[0].heading == 1


@pytest.mark.parametrize(
    ("said", "align"), [("center", "center"), ("right", "right"), ("end", "right"), ("both", "")]
)
def test_alignment_comes_from_the_paragraph_or_its_style(said: str, align: str) -> None:
    styles = style("a", "落款", f'<w:pPr><w:jc w:val="{said}"/></w:pPr>')
    found = blocks(p("某办公室", of("a")) + p("某办公室", f'<w:jc w:val="{said}"/>'), styles=styles)
    assert [block.align for block in found] == [align, align]
    assert found[0].html == (f'<p class="{align}">某办公室</p>' if align else "<p>某办公室</p>")


def test_a_line_is_strong_when_all_of_it_is_bold_or_clearly_larger() -> None:
    body = (
        p(inner=r("全部加粗", "<w:b/>"))
        + p(inner=r("一半", "<w:b/>") + r("加粗"))
        + p(inner=r("大字", '<w:sz w:val="44"/>'))
        + p(inner=r("黑体标题", '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/>'))
        + p(
            inner=r(
                "正文用仿宋，字数最多，是全文的主体。" * 3,
                '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>',
            )
        )
    )
    assert [block.strong for block in blocks(body)] == [True, False, True, True, False]


def test_bold_switched_off_in_a_bold_style_is_not_bold() -> None:
    styles = style("a", "粗", "<w:rPr><w:b/></w:rPr>")
    body = p(inner=r("仍是", "") + r("不粗", '<w:b w:val="0"/>'), properties=of("a"))
    assert blocks(body, styles=styles)[0].html == "<p><strong>仍是</strong>不粗</p>"


def test_emphasis_is_kept_in_the_words_of_the_vocabulary() -> None:
    body = p(
        inner=r("斜", "<w:i/>")
        + r("线", '<w:u w:val="single"/>')
        + r("删", "<w:strike/>")
        + r("上", '<w:vertAlign w:val="superscript"/>')
        + r("下", '<w:vertAlign w:val="subscript"/>')
    )
    assert blocks(body)[0].html == "<p><em>斜</em><u>线</u><s>删</s><sup>上</sup><sub>下</sub></p>"


def test_links_go_where_the_file_says_and_nowhere_else() -> None:
    underlined = r("网页", '<w:u w:val="single"/>')
    body = p(
        inner=f'<w:hyperlink r:id="web">{underlined}</w:hyperlink>'
        f'<w:hyperlink r:id="script">{r("脚本")}</w:hyperlink><w:hyperlink w:anchor="_Toc1">{r("书签")}</w:hyperlink>'
    )
    relations = relation("web", "hyperlink", "https://example.org/a?b=1", external=True)
    relations += relation("script", "hyperlink", "javascript:alert(1)", external=True)
    assert (
        blocks(body, relations=relations)[0].html
        == '<p><a href="https://example.org/a?b=1">网页</a>脚本书签</p>'
    )
