"""A document as one <article> that says of every block what it is, so that it reads back exactly.

The contract with ``html.marked_blocks``: each leaf block carries ``data-mark`` and its facts as
``data-…``; what has no ``data-mark`` is decoration; ``<span data-label>`` (a number, a joint) is
printed but is not part of the text. ``.run-in`` shares one line between a heading and its text.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from bulletins.document import body
from bulletins.document.blocks import Mark
from bulletins.document.marks import (
    attachment_mark,
    blocks_of,
    field_marks,
    part_mark,
    section_mark,
)
from bulletins.document.numbering import labels
from bulletins.document.tree import Document, DocumentAttachment, DocumentPart, DocumentSection
from bulletins.document.wording import FIELD_NAMES

HEAD = {"document_number": "p", "title": "h1", "subtitle": "p"}
META = {"published": "time", "source": "cite"}
HEADINGS = ("h3", "h3", "h4", "h5", "h6")  # by level; the part has h2, the document h1


def write_html(document: Document, region_names: Mapping[str, str] | None = None) -> str:
    """One <article data-lantai="1">; region_names (code → name) head parts without a heading."""
    fields = list(field_marks(document))
    pieces = [
        *_head(fields, document.source_address),
        *_texts("lead", document.lead),
        *(_part(part, region_names or {}) for part in document.parts),
        *_texts("closing", document.closing),
        *_attachments(document.attachments),
        *_foot(fields),
    ]
    return "\n".join(['<article data-lantai="1">', *pieces, "</article>\n"])


def leaf(tag: str, mark: Mark, inside: str) -> str:
    """<h4 data-mark="section" data-level="2">…</h4>"""
    return f"<{tag}{marked(mark)}>{inside}</{tag}>"


def marked(mark: Mark) -> str:
    """The attributes of a mark; the fact run_in is spelt data-run-in."""
    facts = ((name.replace("_", "-"), value) for name, value in sorted(mark.facts.items()))
    spelt = "".join(f' data-{name}="{escape(value)}"' for name, value in facts)
    return f' data-mark="{escape(mark.kind)}"{spelt}'


def label(text: str) -> str:
    return f"<span data-label>{escape(text, quote=False)}</span>" if text else ""


def block(html: str, mark: Mark, before: str = "") -> str:
    """A block of normalised HTML with its mark, and a label at the head of its first line."""
    name, rest = html[1:].split(">", 1)
    tag, _, attributes = name.partition(" ")
    return f"<{tag}{marked(mark)}{' ' if attributes else ''}{attributes}>{before}{rest}"


def _head(fields: Iterable[tuple[Mark, str]], address: str) -> Iterator[str]:
    found = {mark.kind: (mark, html[3:-4]) for mark, html in fields}
    head = [leaf(tag, *found[kind]) for kind, tag in HEAD.items() if kind in found]
    meta = [leaf(tag, *found[kind]) for kind, tag in META.items() if kind in found]
    if "source" in found:
        meta[-1] = "来源：" + _linked(meta[-1], address)
    if meta:
        head.append(f'<p class="meta">{" ".join(meta)}</p>')
    if head:
        yield "\n".join(["<header>", *head, "</header>"])


def _linked(inside: str, address: str) -> str:
    target = body.address(address)
    return f'<a href="{escape(target)}">{inside}</a>' if target else inside


def _foot(fields: Iterable[tuple[Mark, str]]) -> Iterator[str]:
    """Facts that pages print below or beside the text, one line each."""
    rest = [(mark, html) for mark, html in fields if mark.kind not in HEAD.keys() | META.keys()]
    lines = [
        f"<p>{name}：{'、'.join(leaf('span', mark, html[3:-4]) for mark, html in group)}</p>"
        for name, group in groupby(rest, key=lambda pair: _name(pair[0]))
    ]
    if lines:
        yield "\n".join(["<footer>", *lines, "</footer>"])


def _name(mark: Mark) -> str:
    return FIELD_NAMES["tags" if mark.kind == "tag" else mark.kind]


def _texts(kind: str, html: str) -> Iterator[str]:
    blocks = [block(one, Mark(kind)) for one in blocks_of(html)]
    if blocks:
        yield "\n".join([f'<div class="{kind}">', *blocks, "</div>"])


def _attachments(attachments: Iterable[DocumentAttachment]) -> Iterator[str]:
    rows = [
        leaf("li", attachment_mark(one), _linked(escape(one.title, quote=False), one.address))
        for one in attachments
    ]
    if rows:
        yield "\n".join(['<ol class="attachments">', *rows, "</ol>"])


def _part(part: DocumentPart, region_names: Mapping[str, str]) -> str:
    inside = [_part_heading(part, region_names)]
    inside += [block(one, Mark("intro")) for one in blocks_of(part.intro)]
    for section, number in zip(part.sections, labels(part), strict=True):
        inside += _section(section, number)
    return "\n".join(["<section>", *inside, "</section>"])


def _part_heading(part: DocumentPart, region_names: Mapping[str, str]) -> str:
    """Without words an empty paragraph bears the mark: an empty heading would be read out."""
    name = region_names.get(part.region or "", "")
    words = escape(part.heading, quote=False) or label(name)
    return leaf("h2" if words else "p", part_mark(part), words)


def _section(section: DocumentSection, number: str) -> Iterator[str]:
    blocks = blocks_of(section.body)
    if section.heading is None:
        yield from _clause(section, number, blocks)
        return
    words = label(number) + escape(section.heading, quote=False) + label(section.run_in.strip())
    heading = leaf(HEADINGS[section.level], section_mark(section), words)
    written = [block(one, Mark("body")) for one in blocks]
    if section.run_in and written:
        heading = f'<div class="run-in">{heading}{written.pop(0)}</div>'
    yield from [heading, *written]


def _clause(section: DocumentSection, number: str, blocks: list[str]) -> Iterator[str]:
    """The number stands in the first paragraph; where there is none, on a line of its own."""
    inside = bool(blocks) and blocks[0].startswith("<p")
    yield leaf("span", section_mark(section), "" if inside else label(number))
    for index, one in enumerate(blocks):
        yield block(one, Mark("body"), label(number) if inside and not index else "")
