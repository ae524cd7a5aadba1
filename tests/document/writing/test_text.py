"""A document as a person would paste it into a message."""

from datetime import date, datetime, time

from bulletins.document.text.writing import write_text
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.document.wording import BEIJING

TABLE = "<table><tbody><tr><th>区</th><th>数</th></tr><tr><td>南<br>开</td><td>3</td></tr></tbody></table>"
PLAN = Document(
    title="春季安排",
    published_date=date(2021, 3, 15),
    published_time=time(9, 13),
    source="网信天津",
    lead="<p>各单位：</p>",
    parts=(
        DocumentPart(
            "120000",
            "天 津",
            "<p>安排如下。</p>",
            (
                DocumentSection(1, "总体要求", "<p>抓<strong>紧</strong>。</p>" + TABLE),
                DocumentSection(2, "指导思想", "<p>全面贯彻。</p><p>另起一段。</p>", run_in="。"),
                DocumentSection(2, None, "<p>条文。</p>", value=4),
                DocumentSection(0, "附则", "<ol><li>甲<ul><li>子</li></ul></li><li>乙</li></ol>"),
            ),
        ),
        DocumentPart("110000", sections=(DocumentSection(1, "一节", "<p>图<img src='x'></p>"),)),
    ),
    closing='<p class="right">办公室</p>',
    attachments=(DocumentAttachment("名单"), DocumentAttachment("计划")),
    closes_at=datetime(2021, 4, 1, tzinfo=BEIJING),
)


def test_a_bulletin_as_plain_text() -> None:
    assert write_text(PLAN, {"110000": "北京"}).split("\n\n") == [
        "春季安排",
        "2021-03-15 09:13　来源：网信天津",
        "各单位：",
        "天 津",
        "安排如下。",
        "一、总体要求",
        "抓紧。",
        "区\t数\n南 开\t3",
        "（一）指导思想。全面贯彻。",
        "另起一段。",
        "（四）条文。",
        "附则",
        "1）甲\n　• 子\n2）乙",
        "北京",
        "一、一节",
        "图",
        "附件：1. 名单\n2. 计划",
        "办公室",
        "截止时间：2021年3月31日24:00\n",
    ]


def test_a_picture_is_named_by_what_it_shows() -> None:
    picture = f'<p><img src="file:{"0" * 64}" alt="流程图"></p>'
    assert write_text(Document(lead=picture)) == "〔图片：流程图〕\n"


def test_one_attachment_needs_no_number() -> None:
    assert write_text(Document(attachments=(DocumentAttachment("名单"),))) == "附件：名单\n"
