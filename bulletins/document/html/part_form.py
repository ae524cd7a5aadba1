"""One part as the small document that its editor changes: headings h2–h6 are its sections.

h2 is an unnumbered heading (level 0), h3–h6 are levels 1–4: the editor's format menu is the level.
What the tag cannot say travels as data-key, data-number (the author's, where it departs),
data-run-in; a clause is a block with data-clause (its level). Numbers are not in the text: a
paragraph that begins with one is a heading that was typed, and in front of a heading's words it is
its number, unless data-text marks it (``typed``).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from lxml.html import HtmlElement

from bulletins.document import body, plain
from bulletins.document.blocks import Block, Mark
from bulletins.document.html.opening.tree import box
from bulletins.document.html.typed import (
    ATTRIBUTE,
    STAYS,
    heading_mark,
    stays_text,
    text_mark,
    uncounted,
    with_typed_sections,
    without_needless_numbers,
)
from bulletins.document.marked import document_of
from bulletins.document.marks import blocks_of, section_mark
from bulletins.document.respelling import blocks
from bulletins.document.tree import DocumentPart, DocumentSection

TAGS = ("h2", "h3", "h4", "h5", "h6")
LEVELS = {"h1": "0"} | {tag: str(level) for level, tag in enumerate(TAGS)}
TRAVELLING = ("key", "number", "run_in")
BOXES = frozenset({"div", "section", "article", "main"})


def write_part_html(part: DocumentPart) -> str:
    """The intro and sections of a part for its editor; region, heading and key are form fields."""
    pieces = [_marked(html) for html in blocks_of(part.intro)]
    for section in part.sections:
        pieces += _section(section)
    return "\n".join(pieces)


def _section(section: DocumentSection) -> Iterator[str]:
    written = blocks_of(section.body)
    if section.heading is None:
        first = written.pop(0) if written else "<p></p>"
        clause = f' data-clause="{section.level}"{_facts(section)}'
        yield re.sub(r"^<\w+", lambda tag: tag[0] + clause, first)
    else:
        tag = TAGS[section.level]
        mark = heading_mark(section.heading) if section.level else ""
        yield f"<{tag}{_facts(section)}{mark}>{escape(section.heading, quote=False)}</{tag}>"
    yield from map(_marked, written)


def _marked(html: str) -> str:
    """A paragraph that begins with a number and is text says so."""
    mark = text_mark(html)
    return f"<p{mark}{html[2:]}" if mark else html


def _facts(section: DocumentSection) -> str:
    facts = section_mark(section).facts
    return "".join(
        f' data-{name.replace("_", "-")}="{escape(facts[name])}"'
        for name in TRAVELLING
        if name in facts
    )


def read_part_html(html: str, part: DocumentPart) -> DocumentPart:
    """The part with the intro and sections that the editor sent; a key seen twice counts once.

    Never raises; only the document vocabulary comes through.
    """
    sent = list(_once(_blocks(body.parse_fragment(html))))
    read = without_needless_numbers(with_typed_sections(sent))
    found = document_of((Block("", "", 0, mark=Mark("part")), *read)).parts[0]
    return replace(part, intro=found.intro, sections=found.sections)


def _once(found: Iterator[Block]) -> Iterator[Block]:
    """Splitting a heading in two copies its attributes: they stay with the first half."""
    seen: set[str] = set()
    for block in found:
        facts = dict(block.mark.facts) if block.mark else {}
        key = facts.get("key", "")
        if block.mark and key in seen:
            facts.pop("number", None)
            block = replace(block, mark=Mark(block.mark.kind, facts | {"key": ""}))
        seen |= {key} - {""}
        yield block


def _blocks(parent: HtmlElement) -> Iterator[Block]:
    """Headings and clauses begin sections; what stands between them is body."""
    loose = box()
    loose.text = parent.text
    for child in list(parent):
        if not _divides(child):
            loose.append(child)
            continue
        yield from _bodies(loose)
        loose = box()
        loose.text, child.tail = child.tail, None
        if child.get(ATTRIBUTE) and child.tag not in LEVELS:
            yield from _text(child)
        else:
            yield from _blocks(child) if child.tag in BOXES else _opening(child)
    yield from _bodies(loose)


def _divides(child: HtmlElement) -> bool:
    if child.tag in LEVELS or child.get("data-clause") or child.get(ATTRIBUTE):
        return True
    return child.tag in BOXES and any(_divides(inner) for inner in child)


def _opening(child: HtmlElement) -> Iterator[Block]:
    """A heading, or a clause with its own block."""
    facts = {name: child.get(f"data-{name.replace('_', '-')}") or "" for name in TRAVELLING}
    level = LEVELS.get(child.tag, child.get("data-clause", ""))
    for label in child.xpath(".//span[@data-label]"):
        label.drop_tree()
    own = list(_alone(child))
    if child.tag in LEVELS:
        text = plain.squeeze(" ".join(block.text for block in own).replace("\n", " "))
        text, facts = uncounted(text, facts | {"level": level}, child.get(ATTRIBUTE, ""))
        mark = Mark("section", facts)
        yield Block(body.paragraph(text), text, 0, mark=mark)
    elif own:
        yield Block("", "", 0, mark=Mark("clause", facts | {"level": level}))
        yield from (replace(block, mark=Mark("body", {STAYS: "yes"})) for block in own)


def _text(child: HtmlElement) -> Iterator[Block]:
    """A paragraph marked as text, as long as it begins as it did."""
    mark = child.get(ATTRIBUTE, "")
    for block in _alone(child):
        stays = stays_text(block.text, mark)
        yield replace(block, mark=Mark("body", {STAYS: "yes"})) if stays else block


def _alone(child: HtmlElement) -> Iterator[Block]:
    holder = box()
    holder.append(child)
    return _bodies(holder)


def _bodies(holder: HtmlElement) -> Iterator[Block]:
    for html in blocks(holder):
        if html:
            yield Block(html, body.text_of(html), 0, mark=Mark("body"))
