"""Word spells a list as paragraphs with mso-list; the bullet is a letter of a symbol font."""

from bulletins.document.html.pasted import read_pasted


def item(mark: str, text: str, level: int = 1, font: str = "Symbol") -> str:
    gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
    return (
        f"<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level{level} lfo1'>"
        f"<![if !supportLists]><span lang=EN-US style='font-family:{font}'>"
        f"<span style='mso-list:Ignore'>{mark}{gap}</span></span><![endif]>{text}<o:p></o:p></p>\n"
    )


def body_of(html: str) -> str:
    pasted = read_pasted(html)
    assert pasted is not None
    assert pasted.part.sections == ()
    return pasted.part.intro


def test_bullets_of_any_font_are_one_list_nested_by_level() -> None:
    html = (
        "<p class=MsoNormal>准备如下。</p>"
        + item("·", "人员")
        + item("o", "值班员", 2, "Courier New")
        + item("§", "白班", 3, "Wingdings")
        + item("l", "物资", 1, "Wingdings")
        + "<p class=MsoNormal>完毕。</p>"
    )
    assert body_of(html) == (
        "<p>准备如下。</p><ul><li>人员<ul><li>值班员<ul><li>白班</li></ul></li></ul></li>"
        "<li>物资</li></ul><p>完毕。</p>"
    )


def test_items_numbered_with_a_bracket_are_a_list_and_no_headings() -> None:
    html = "<p>要求：</p>" + item("1)", "带证件") + item("2)", "提前到") + item("3)", "听安排")
    assert body_of(html) == ("<p>要求：</p><ol><li>带证件</li><li>提前到</li><li>听安排</li></ol>")


def test_bullets_below_numbers_stay_below_them() -> None:
    html = "<p>要求：</p>" + item("1)", "证件") + item("·", "身份证", 2) + item("2)", "衣物")
    assert body_of(html) == (
        "<p>要求：</p><ol><li>证件<ul><li>身份证</li></ul></li><li>衣物</li></ol>"
    )


def test_numbers_that_a_list_would_not_count_stay_in_the_text() -> None:
    pasted = read_pasted("<p>接前页。</p>" + item("4)", "带伞") + item("5)", "带水"))
    assert pasted is not None
    said = pasted.part.intro + "".join(one.body for one in pasted.part.sections)
    assert "<ol>" not in said
    assert [one.value for one in pasted.part.sections] or "4)" in said


def test_automatic_section_numbers_make_sections_as_in_a_docx() -> None:
    html = (
        item("一、", "加强宣传") + "<p>办好网站。</p>" + item("·", "甲") + item("二、", "加强管理")
        + "<p>定期巡查。</p>"
    )  # fmt: skip
    pasted = read_pasted(html)
    assert pasted is not None
    first, second = pasted.part.sections
    assert (first.heading, first.body) == ("加强宣传", "<p>办好网站。</p><ul><li>甲</li></ul>")
    assert (second.heading, second.body) == ("加强管理", "<p>定期巡查。</p>")


def test_a_picture_on_her_own_computer_leaves_no_path() -> None:
    html = (
        "<p>前</p><p><img src='file:///D:/我的图片/x.png' alt='D:\\我的图片\\x.png'></p>"
        "<p><img src='file:///D:/我的图片/y.png' alt='站点图'></p><p>后</p>"
    )
    pasted = read_pasted(html)
    assert pasted is not None
    assert "【图片未取用：请存下来再插入】" in pasted.part.intro
    assert "【图片未取用：站点图，请存下来再插入】" in pasted.part.intro
    assert "Users" not in pasted.part.intro
    assert pasted.left_out == 2
