"""Word prints numbers that are not in the text: the reader prints the same ones."""

import pytest

from bulletins.document.docx.numbers.numerals import spell
from tests.document.docx.odd_files import blocks, labels, level, numbered, p, r, scheme, texts

OFFICIAL = scheme(
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)


def test_the_four_levels_of_an_official_paper() -> None:
    body = "".join(numbered("事项", level=at) for at in (0, 1, 2, 3, 2, 1, 0, 1))
    assert labels(body, OFFICIAL) == [
        "一、",
        "（一）",
        "1.",
        "（1）",
        "2.",
        "（二）",
        "二、",
        "（一）",
    ]


def test_the_number_is_a_label_and_not_in_the_text() -> None:
    (block,) = blocks(numbered("加强巡查"), numbering=OFFICIAL)
    assert (block.label, block.text, block.html) == ("一、", "加强巡查", "<p>加强巡查</p>")


def test_a_decimal_number_names_the_levels_above() -> None:
    numbering = scheme(
        level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    body = numbered("总则") + numbered("目的", level=1) + numbered("范围", level=1)
    assert labels(body, numbering) == ["第一章", "1.1", "1.2"]


def test_a_level_above_that_nobody_used_counts_as_begun() -> None:
    numbering = scheme(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    assert labels(numbered("甲", level=1) + numbered("乙", level=1), numbering) == ["1.1", "1.2"]


def test_a_level_told_never_to_restart_runs_on() -> None:
    numbering = scheme(
        level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
    )
    body = "".join(numbered("事", level=at) for at in (0, 1, 0, 1))
    assert labels(body, numbering) == ["1.", "(1)", "2.", "(2)"]


def test_two_lists_of_one_definition_count_on_unless_one_starts_over() -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    third = (
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    numbering = scheme(level(0, "decimal", "%1.")) + second + third
    body = "".join(numbered("事", number) for number in (1, 2, 3, 3))
    assert labels(body, numbering) == ["1.", "2.", "5.", "6."]


def test_a_list_may_replace_the_look_of_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    numbering = scheme(level(0, "decimal", "%1."), overrides=override)
    assert labels(numbered("事") + numbered("事"), numbering) == ["I)", "II)"]


STYLED = (
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="我的标题"/><w:basedOn w:val="2"/></w:style>'
)


def test_a_style_numbers_its_paragraphs_and_those_based_on_it() -> None:
    numbering = scheme(
        level(0, "decimal", "%1"),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>'),
    )
    found = blocks(
        p("甲", '<w:pStyle w:val="2"/>') + p("乙", '<w:pStyle w:val="2"/>'),
        numbering=numbering,
        styles=STYLED,
    )
    assert [(block.label, block.heading) for block in found] == [("（一）", 2), ("（二）", 2)]


def test_number_zero_takes_a_paragraph_out_of_its_styles_list() -> None:
    off = '<w:pStyle w:val="x"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert labels(p("甲", off), scheme(level(0, "decimal", "%1.")), styles=STYLED) == [""]


def test_a_definition_that_only_names_a_list_style_is_followed() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="list"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>' + OFFICIAL
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="list"><w:name w:val="公文编号"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(numbered("事", 7) + numbered("事", 7), numbering, styles=styles) == [
        "一、",
        "二、",
    ]


BULLETS = scheme(level(0, "bullet", "●"), level(1, "bullet", "○"))


def test_bullets_become_one_nested_list_and_not_labels() -> None:
    body = p("前") + numbered("甲") + numbered("子", level=1) + numbered("乙") + p("后")
    found = blocks(body, numbering=BULLETS)
    assert [block.html for block in found] == [
        "<p>前</p>",
        "<ul><li>甲<ul><li>子</li></ul></li><li>乙</li></ul>",
        "<p>后</p>",
    ]
    assert [block.label for block in found] == ["", "", ""]


def test_in_a_table_a_number_becomes_text() -> None:
    table = f"<w:tbl><w:tr><w:tc>{numbered('甲')}{numbered('乙')}</w:tc></w:tr></w:tbl>"
    assert texts(table, numbering=OFFICIAL) == ["一、甲\n二、乙"]


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("japaneseCounting", 20, "二十"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 7, "⑦"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 28, "bb"),
        ("ordinal", 3, "3rd"),
        ("none", 3, ""),
        ("upperRoman", 999_999, "999999"),
        ("a format of tomorrow", 3, "3"),
    ],
)
def test_numbers_are_spelt_as_word_spells_them(form: str, number: int, printed: str) -> None:
    assert spell(number, form) == printed


def test_a_custom_format_of_padded_digits() -> None:
    padded = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert labels(numbered("综合") + numbered("要闻"), scheme(padded)) == ["01", "02"]


def test_a_paragraph_that_is_all_hidden_has_no_number() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    hidden = p(inner=r("隐", "<w:vanish/>"), properties=f"{numbers}<w:rPr><w:vanish/></w:rPr>")
    assert labels(numbered("甲") + hidden + numbered("乙"), OFFICIAL) == ["一、", "二、"]
