"""What stands in a paragraph besides plain text: breaks, fields, symbols, equations, controls."""

from bulletins.document import body
from tests.document.docx.odd_files import PNG, blocks, p, r, read, relation, said, texts


def leaf(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def test_breaks_tabs_and_hyphens() -> None:
    inner = leaf(
        "<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>丁</w:t>"
    )
    assert blocks(p(inner=inner))[0].html == "<p>甲<br>乙 丙-丁</p>"


def test_a_page_break_leaves_nothing_behind() -> None:
    assert texts(p("前") + p(inner=leaf('<w:br w:type="page"/>')) + p("后")) == ["前", "后"]


def field(instruction: str, result: str) -> str:
    steps = (
        '<w:fldChar w:fldCharType="begin"/>',
        f"<w:instrText>{instruction}</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
    )
    return "".join(leaf(step) for step in steps) + result + leaf('<w:fldChar w:fldCharType="end"/>')


def test_a_field_prints_its_result_and_not_its_instruction() -> None:
    assert texts(p(inner=r("第") + field(" PAGE ", r("3")) + r("页"))) == ["第3页"]
    assert texts(p(inner=f'<w:fldSimple w:instr=" DATE ">{r("2021年3月15日")}</w:fldSimple>')) == [
        "2021年3月15日"
    ]


def test_a_link_may_be_a_field() -> None:
    inner = field(' HYPERLINK "https://example.org/" \\o "提示" ', r("网页"))
    assert blocks(p(inner=inner))[0].html == '<p><a href="https://example.org/">网页</a></p>'
    assert blocks(p(inner=field(' HYPERLINK \\l "_Toc1" ', r("书签"))))[0].html == "<p>书签</p>"


def test_a_field_within_a_field_s_instruction_prints_nothing() -> None:
    question = "IF</w:instrText></w:r>" + field("PAGE", r("3")) + "<w:r><w:instrText> = 3"
    assert texts(p(inner=field(question, r("末页")))) == ["末页"]


def test_half_a_field_hides_nothing() -> None:
    inner = (
        leaf('<w:fldChar w:fldCharType="begin"/>')
        + leaf("<w:instrText>PAGE</w:instrText>")
        + r("正文仍在")
    )
    assert texts(p(inner=inner) + p("下文")) == ["正文仍在", "下文"]


def test_an_automatic_contents_list_is_left_out_and_said_so() -> None:
    steps = leaf('<w:fldChar w:fldCharType="begin"/>') + leaf("<w:instrText>TOC \\o</w:instrText>")
    body = p(inner=steps + leaf('<w:fldChar w:fldCharType="separate"/>') + r("一、总则 1"))
    body += p(inner=r("二、附则 2") + leaf('<w:fldChar w:fldCharType="end"/>')) + p("一、总则")
    source = read(body)
    assert [block.text for block in source.blocks] == ["一、总则"]
    assert said(source)["docx.contents"].startswith("含 1 个自动目录")


def test_symbols_of_known_fonts_are_read_and_unknown_ones_pointed_at() -> None:
    inner = leaf('<w:sym w:font="Wingdings" w:char="F0FC"/>') + leaf(
        '<w:sym w:font="某字体" w:char="F041"/>'
    )
    source = read(p(inner=inner))
    assert source.blocks[0].text == "✓〓"
    assert said(source)["docx.symbol"].startswith("有 1 个特殊符号")


def test_hidden_text_is_left_out_and_said_so() -> None:
    source = read(p(inner=r("公开") + r("内部掌握", "<w:vanish/>")))
    assert [block.text for block in source.blocks] == ["公开"]
    assert said(source)["docx.hidden"].startswith("含 1 处隐藏文字")


def test_an_equation_becomes_a_line_of_text() -> None:
    fraction = (
        "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    )
    power = (
        "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    )
    source = read(p(inner=f"<m:oMath>{fraction}<m:r><m:t>=</m:t></m:r>{power}</m:oMath>"))
    assert source.blocks[0].html == "<p>(a+b)/2=x<sup>2</sup></p>"
    assert "docx.equation" in said(source)


def test_content_controls_and_smart_tags_are_opened_and_their_prompts_left_out() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处输入文字')}</w:sdtContent></w:sdt>"
    control = f"<w:sdt><w:sdtContent>{r('某市')}</w:sdtContent></w:sdt><w:smartTag>{r('通知')}</w:smartTag>"
    whole = f"<w:sdt><w:sdtContent>{p('整段')}</w:sdtContent></w:sdt>"
    assert texts(p(inner=control + prompt) + whole) == ["某市通知", "整段"]


def test_pinyin_above_a_word_stands_behind_it() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('lántái')}</w:rt><w:rubyBase>{r('兰台')}</w:rubyBase></w:ruby>"
    assert texts(p(inner=leaf(ruby))) == ["兰台（lántái）"]


def test_text_boxes_are_read_once_and_follow_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('框内文字')}</w:txbxContent>"
    alternate = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    source = read(p(inner=r("正文") + leaf(alternate)) + p("下文"))
    assert [block.text for block in source.blocks] == ["正文", "框内文字", "下文"]
    assert "docx.textbox" in said(source)


def test_the_fallback_is_read_where_only_it_says_something() -> None:
    alternate = (
        '<mc:AlternateContent><mc:Choice Requires="cx1"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape>'
        f"<v:textbox><w:txbxContent>{p('替代文字')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(p(inner=leaf(alternate))) == ["替代文字"]


def test_footnotes_and_endnotes_stand_after_the_paragraph_that_calls_them() -> None:
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    source = read(
        p(
            inner=r("据统计")
            + leaf('<w:footnoteReference w:id="1"/>')
            + r("增长。")
            + leaf('<w:endnoteReference w:id="1"/>')
        )
        + p("下文"),
        footnotes=separator
        + f'<w:footnote w:id="1">{p(inner=leaf("<w:footnoteRef/>") + r("截至年底。"))}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p("见年报。")}</w:endnote>',
    )
    assert [block.text for block in source.blocks] == [
        "据统计〔注1〕增长。〔注2〕",
        "〔注1〕截至年底。",
        "〔注2〕见年报。",
        "下文",
    ]
    assert said(source)["docx.note"].startswith("含 2 条脚注")


def test_text_in_another_namespace_of_the_same_format_is_read() -> None:
    strict = p("严格格式")
    data = strict.replace("w:", "s:").replace(
        "<s:p>", '<s:p xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main">'
    )
    assert texts(data) == ["严格格式"]


def test_lines_are_paragraph_numbers_from_one() -> None:
    assert [block.line for block in blocks(p("一") + p() + p("三"))] == [1, 3]


def test_title_and_author_of_the_file_are_clues_nobody_sees() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>旧标题</dc:title><dc:creator>某人</dc:creator></cp:coreProperties>'
    )
    clues = read(p("正文"), files={"docProps/core.xml": core.encode()}).clues
    assert [(clue.name, clue.value, clue.visible) for clue in clues] == [
        ("docx:title", "旧标题", False),
        ("docx:creator", "某人", False),
    ]


def picture(identity: str = "img", place: str = "embed", alt: str = "示意图") -> str:
    return leaf(
        f'<w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="{alt}"/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:{place}="{identity}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def test_a_picture_is_kept_under_the_hash_of_its_bytes() -> None:
    source = read(
        p(inner=picture()),
        relations=relation("img", "image", "media/1.png"),
        files={"word/media/1.png": PNG},
    )
    ((digest, kept),) = source.files.items()
    assert source.blocks[0].html == f'<p><img src="file:{digest}" alt="示意图"></p>'
    assert (kept.name, kept.data) == ("1.png", PNG)


def test_an_old_picture_in_vml_is_kept_too() -> None:
    inner = leaf('<w:pict><v:shape alt="旧图"><v:imagedata r:id="img"/></v:shape></w:pict>')
    source = read(
        p(inner=inner),
        relations=relation("img", "image", "media/1.png"),
        files={"word/media/1.png": PNG},
    )
    assert 'alt="旧图"' in source.blocks[0].html


def test_a_linked_picture_is_never_fetched_but_leaves_its_place() -> None:
    source = read(
        p(inner=picture(place="link")),
        relations=relation("img", "image", "http://192.0.2.1/a.png", external=True),
    )
    assert source.blocks[0].html == '<p class="placeholder">（此处原有链接图片：示意图）</p>'
    assert not source.files
    assert "docx.picture.linked" in said(source)


def test_a_picture_is_known_by_its_bytes_and_not_by_its_name() -> None:
    source = read(
        p(inner=picture()),
        relations=relation("img", "image", "media/1.png"),
        files={"word/media/1.png": b"<svg onload=alert(1)>"},
    )
    assert source.blocks[0].html.startswith('<p class="placeholder">')
    assert not source.files
    assert "docx.picture.format" in said(source)


def test_a_picture_that_points_out_of_the_file_is_just_missing() -> None:
    source = read(p(inner=picture()), relations=relation("img", "image", "../../../../etc/passwd"))
    assert not source.files
    assert "docx.picture.missing" in said(source)


def test_every_block_is_normalised_and_its_text_is_its_own() -> None:
    """The reader spells plain paragraphs itself, for speed: it must spell them as ``body`` does."""
    inner = (
        r(" 甲&lt;b&gt; ", "<w:b/>")
        + leaf("<w:br/>")
        + r("　乙  丙", "<w:i/>")
        + picture()
        + r("丁\u00ad\u200b ")
    )
    body_ = p(inner=inner) + p("居右", '<w:jc w:val="right"/>') + p("　　缩进")
    source = read(
        body_, relations=relation("img", "image", "media/1.png"), files={"word/media/1.png": PNG}
    )
    assert len(source.blocks) == 3
    for block in source.blocks:
        assert body.normalise(block.html) == block.html
        assert body.text_of(block.html) == block.text
