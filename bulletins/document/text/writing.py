"""A document as plain text, as a person would paste it: one empty line between blocks.

What it writes reads back as the same document wherever plain text can say it
(``parse(write(parse(x))) == parse(x)``): numbers stand directly before headings, a run-in heading
shares its line with its text, table rows are lines with tabs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from lxml.html import HtmlElement

from bulletins.document import body, wording
from bulletins.document.marks import blocks_of
from bulletins.document.numbering import labels
from bulletins.document.runs import runs_of
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection

# Facts on lines of their own under the title, then those at the end.
UNDER_TITLE = ("index_number", "issuing_body", "column")
AT_END = ("responsible_editor", "source_address", "change_note")
ANNEX = re.compile(r"^(附件\d{0,2}[:：]?) ")  # stands on a line of its own, over its title


def write_text(document: Document, region_names: Mapping[str, str] | None = None) -> str:
    """The whole document; region_names (code → name) head parts without a heading of their own."""
    blocks = [
        *_head(document),
        *_blocks(document.lead),
        *(block for part in document.parts for block in _part(part, region_names or {})),
        *_attachments(document.attachments),
        *_blocks(document.closing),
        *_end(document),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(document: Document) -> Iterator[str]:
    yield from (document.title, document.subtitle, _time_and_source(document))
    if document.document_number:
        yield f"文号：{document.document_number}"
    yield from _labelled(document, UNDER_TITLE)
    if document.written_date:
        yield f"成文日期：{wording.day(document.written_date)}"


def _time_and_source(document: Document) -> str:
    """2021-03-15 09:13　来源：网信天津, on one line under the title."""
    time = wording.published(document.published_date, document.published_time)
    if document.published_time and document.published_time.second:
        time += f":{document.published_time:%S}"
    # An empty label says that there is no source although somebody issued the text.
    source = f"来源：{document.source}" if document.source or document.issuing_body else ""
    return "　".join(filter(None, (time, source)))


def _labelled(document: Document, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if value := getattr(document, name):
            yield f"{wording.FIELD_NAMES[name]}：{value}"


def _end(document: Document) -> Iterator[str]:
    yield from _labelled(document, AT_END)
    if document.closes_at:
        yield f"截止时间：{wording.deadline(document.closes_at)}"
    if document.tags:
        yield f"标签：{'、'.join(document.tags)}"


def _part(part: DocumentPart, region_names: Mapping[str, str]) -> Iterator[str]:
    heading = part.heading or region_names.get(part.region or "", "")
    heading = ANNEX.sub(r"\1\n", heading) if part.region is None else heading
    sections = list(zip(part.sections, _labels(part), strict=True))
    if heading.endswith(("：", ":")) and not part.intro and sections and not sections[0][0].level:
        first = list(_section(*sections.pop(0)))  # 北京市：优化服务流程, on one line
        yield heading + first[0]
        yield from first[1:]
    else:
        yield heading
        yield from _blocks(part.intro)
    for section, label in sections:
        yield from _section(section, label)


def _labels(part: DocumentPart) -> tuple[str, ...]:
    """Over headings that are whole sentences the number stands on a line of its own."""
    ones = [section for section in part.sections if section.level == 1]
    whole = all((one.heading or "").endswith("。") and not one.run_in for one in ones)
    if len(ones) < 2 or not whole or any(one.value for one in ones):
        return labels(part)
    numbers = count(1)
    pairs = zip(part.sections, labels(part), strict=True)
    return tuple(f"{next(numbers)}\n" if one.level == 1 else label for one, label in pairs)


def _section(section: DocumentSection, label: str) -> Iterator[str]:
    words, blocks = label + (section.heading or ""), list(_blocks(section.body))
    runs_on = section.heading is None or section.run_in
    if runs_on and section.body.startswith("<p") and blocks:
        words += section.run_in + blocks.pop(0)
    yield words
    yield from blocks


def _blocks(html: str) -> Iterator[str]:
    for block in blocks_of(html):
        yield body.plain_of(block) or "\n".join(_lines(body.parse_fragment(block)[0]))


def _lines(element: HtmlElement, indent: str = "") -> Iterator[str]:
    """A list's items bear a mark of their own: "1." would read as a heading."""
    if element.tag in ("ul", "ol"):
        numbers = count(int(element.get("start", "1")))
        for item in element:
            mark = f"{next(numbers)}）" if element.tag == "ol" else "• "
            yield from _item(item, indent, mark)
    elif element.tag == "blockquote":
        for child in element:
            yield from _lines(child, indent)
    elif element.tag == "table":
        yield from (_row(row) for row in element.iter("tr"))
    else:
        yield _inline(element)


def _item(item: HtmlElement, indent: str, mark: str) -> Iterator[str]:
    lists = [child for child in item if child.tag in ("ul", "ol")]
    for inner in lists:
        item.remove(inner)
    yield indent + mark + _inline(item)
    for inner in lists:
        yield from _lines(inner, indent + "　")


def _row(row: HtmlElement) -> str:
    """Cells are parted by tabs; a break inside one would end the row."""
    return "\t".join(_inline(cell).strip("\n").replace("\n", " ") for cell in row)


def _inline(element: HtmlElement) -> str:
    """The text of a paragraph; a picture is named by what it shows."""
    from_picture = (f"〔图片：{run.alt}〕" if run.src else run.text for run in runs_of(element))
    return "".join(from_picture).replace("\v", "\n")


def _attachments(attachments: tuple[DocumentAttachment, ...]) -> Iterator[str]:
    """附件：名称, or 附件：1. 名称 and the others below it (GB/T 9704-2012, 7.3.4)."""
    if len(attachments) == 1:
        yield f"附件：{attachments[0].title}"
    elif attachments:
        rows = [f"{number}. {one.title}" for number, one in enumerate(attachments, start=1)]
        yield "附件：" + "\n".join(rows)
