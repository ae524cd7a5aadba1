"""Fields that keep no result: what they print is said in their instruction or their form data."""

import pytest

from bulletins.document.docx.cleaning.overprints import printed
from tests.document.docx.odd_files import p, r, read, said, texts
from tests.document.docx.test_text import leaf


def unprinted(instruction: str, data: str = "") -> str:
    """A field as Word writes it where it stores no result."""
    begin = f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'
    return (
        leaf(begin)
        + leaf(f"<w:instrText>{instruction}</w:instrText>")
        + leaf('<w:fldChar w:fldCharType="end"/>')
    )


@pytest.mark.parametrize(
    ("instruction", "words"),
    [
        (r"eq \o\ac(○,秘)", "秘"),  # 带圈字符
        (r"eq \o\ac(○,12)", "⑫"),
        (r"eq \o\ac(□,√)", "√"),
        (
            r'EQ \* jc0 \* "Font:宋体" \* hps21 \o(\s\up 9(县教育局),\s\do 3(县财政局))',
            "县教育局县财政局",
        ),  # 合并字符
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(fā),发)', "发（fā）"),  # 拼音指南
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \r(3,x)", "3√x"),
        (r"EQ \i\su(1,5,x)", "∑15x"),
        (r"EQ \b\bc\{(\a(x,y))", "{(xy)"),
        (r"EQ a\,b", "a,b"),
        (r"EQ \o(", ""),
        (r"EQ )(", ")("),
        ("EQ", ""),
    ],
)
def test_signs_put_together_are_read_one_after_the_other(instruction: str, words: str) -> None:
    assert printed(instruction) == words


def test_endless_nesting_in_an_instruction_comes_to_an_end() -> None:
    assert printed("EQ " + r"\o(" * 5_000).startswith("(")


def test_characters_in_circles_stand_where_they_were() -> None:
    inner = r("定为") + unprinted(r"eq \o\ac(○,密)") + r("级")
    assert texts(p(inner=inner)) == ["定为密级"]
    assert texts(p(inner='<w:fldSimple w:instr="eq \\o\\ac(○,1)"/>' + r("号楼"))) == ["①号楼"]


def test_a_symbol_may_be_a_field() -> None:
    assert texts(p(inner=r("完成") + unprinted(r"SYMBOL 252 \f Wingdings"))) == ["完成✓"]


def test_fields_that_only_mark_a_place_print_nothing() -> None:
    assert texts(p(inner=r("防汛") + unprinted('XE "防汛"') + r("工作"))) == ["防汛工作"]


def test_boxes_and_lists_of_old_forms_print_what_was_chosen() -> None:
    ticked = "<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
    empty = "<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>"
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("一级", "二级"))
    chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    inner = unprinted("FORMCHECKBOX", ticked) + r("男") + unprinted("FORMCHECKBOX", empty)
    assert texts(p(inner=inner + r("女，") + unprinted("FORMDROPDOWN", chosen))) == ["☑男□女，二级"]


def test_a_contents_list_in_one_piece_is_left_out_too() -> None:
    source = read(p(inner=f'<w:fldSimple w:instr=" TOC ">{r("总则 1")}</w:fldSimple>') + p("总则"))
    assert [block.text for block in source.blocks] == ["总则"]
    assert "docx.contents" in said(source)


def test_entries_of_a_contents_list_are_known_without_the_field_that_made_them() -> None:
    """LibreOffice ends the field before the entries."""
    page = unprinted("PAGEREF _Toc1 \\h") + r("1")
    entry = f'<w:hyperlink w:anchor="_Toc1">{r("一、总则")}{page}</w:hyperlink>'
    source = read(p(inner=entry) + p("一、总则") + p(inner=entry.replace("_Toc1", "_Ref1")))
    assert [block.text for block in source.blocks] == ["一、总则", "一、总则1"]
    assert said(source)["docx.contents"].startswith("含 1 个")
