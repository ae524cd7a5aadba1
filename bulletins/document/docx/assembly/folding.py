"""Items folded into each other: quotations out of their borders, lists out of their paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bulletins.document import body, inline
from bulletins.document.docx.assembly.items import Brought, Item, Made, Paragraph
from bulletins.document.docx.assembly.lists import Entry, gather
from bulletins.document.docx.stylebook import CLOSE, OPEN, TEXTS
from bulletins.document.inline import Run


def fold(items: Iterable[Item]) -> list[Item]:
    """Quotations made whole; a border without its fellow counts for nothing."""
    rows: list[list[Item]] = [[]]
    openers: list[Paragraph] = []
    for item in items:
        side = item.own.variant if isinstance(item, Paragraph) and item.own else ""
        if isinstance(item, Paragraph) and side == OPEN:
            openers.append(item)
            rows.append([])
        elif isinstance(item, Paragraph) and side == CLOSE and openers:
            inside = rows.pop()
            rows[-1] += [*_typed_on(openers[-1]), _quotation(openers.pop(), inside)]
            rows[-1] += _typed_on(item)
        else:
            rows[-1].append(item)
    return [item for row in rows for item in row]


def _quotation(opener: Paragraph, inside: list[Item]) -> Made:
    kind = opener.own.kind if opener.own is not None else ""
    html = f"<blockquote>{html_of(inside)}</blockquote>"
    return Made(opener.line, html, kind if kind in TEXTS else "")


def _typed_on(border: Paragraph) -> list[Item]:
    """What somebody typed into the empty line is text like any other."""
    return [border] if border.html() else []


def html_of(items: Iterable[Item]) -> str:
    """The blocks inside a cell or quotation; there an automatic number becomes text."""
    out = []
    for listed, group in groupby(fold(items), key=in_list):
        found = list(group)
        out += list_html(found) if listed else [_inner(item) for item in found]
    return "".join(out)


def in_list(item: Item) -> bool:
    return isinstance(item, Paragraph) and item.place is not None


def list_html(items: Sequence[Item]) -> list[str]:
    """Consecutive list paragraphs as whole lists."""
    return gather(_entries(items))


def _entries(items: Iterable[Item]) -> Iterator[Entry]:
    for item in items:
        if isinstance(item, Paragraph) and item.place is not None:
            inside = inline.html_of(inline.tidy(item.runs()))
            if inside or item.own:  # ours may be empty above an inner list
                yield Entry(
                    item.place.key, item.place.depth, item.place.tag, inside, item.place.start
                )


def _inner(item: Item) -> str:
    if isinstance(item, Made):
        return item.html
    if isinstance(item, Brought):
        return "".join(body.paragraph(block.label) + block.html for block in item.blocks)
    number = [Run(item.label + item.joint)] if item.label else []
    return inline.paragraph(number + item.runs(), item.css or item.align)
