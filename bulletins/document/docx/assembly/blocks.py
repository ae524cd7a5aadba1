"""Items of the body into blocks: lists gathered, looks weighed, our own marks spelt out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from bulletins.document import body
from bulletins.document.blocks import Block, Mark
from bulletins.document.docx.assembly import own_blocks
from bulletins.document.docx.assembly.folding import fold, in_list, list_html
from bulletins.document.docx.assembly.items import Brought, Item, Made, Paragraph
from bulletins.document.docx.assembly.pieces import Piece
from bulletins.document.docx.assembly.plain_tables import plain_table

CLEARLY_LARGER = 1.12  # 小二 (18 pt) over 三号 (16 pt) is; 四号 over 小四 is too
# Chinese print has no bold of its own: a line in 黑体 or 小标宋 among 仿宋 is set strong.
STRONG_FONTS = ("黑体", "SimHei", "小标宋")


def blocks_of(items: Iterable[Item]) -> Iterator[Block]:
    """The blocks of a whole document."""
    found = fold(items)
    usual = _usual(found)
    for kind, group in groupby(found, key=_row):
        if kind:
            yield from _lists(list(group))
            continue
        for item in group:
            yield from _single(item, usual)


def _row(item: Item) -> tuple[bool, str] | None:
    """Neighbours with the same answer belong to one row of lists."""
    if not in_list(item) or not isinstance(item, Paragraph):
        return None
    return True, own_blocks.text_kind(item)


def _lists(items: list[Item]) -> Iterator[Block]:
    first = items[0]
    kind = own_blocks.text_kind(first) if isinstance(first, Paragraph) else ""
    for html in list_html(items):
        yield from _block(html, first.line, Mark(kind) if kind else None)


def _single(item: Item, usual: tuple[int, str]) -> Iterator[Block]:
    if isinstance(item, Made):
        yield from _block(item.html, item.line, Mark(item.kind) if item.kind else None)
    elif isinstance(item, Brought):
        yield from (replace(block, line=item.line, mark=None) for block in item.blocks)
    elif item.own is not None:
        yield from own_blocks.blocks_of(item)
    else:
        yield from _unmarked(item, usual)


def _unmarked(item: Paragraph, usual: tuple[int, str]) -> Iterator[Block]:
    html, text = item.said()
    if html and item.css:  # a caption, a placeholder: no heading, however it is set
        yield Block(html, text, item.line, label=item.label)
    elif html:
        strong = _is_strong(item.pieces, usual)
        yield Block(html, text, item.line, item.heading, item.align, strong, item.label)


def _block(html: str, line: int, mark: Mark | None = None) -> Iterator[Block]:
    if plain := plain_table(html):
        yield Block(*plain, line, mark=mark)
    elif html := body.normalise(html):
        yield Block(html, body.text_of(html), line, mark=mark)


def _usual(items: list[Item]) -> tuple[int, str]:
    """The size and font in which most of the document is set."""
    sizes: Counter[int] = Counter()
    fonts: Counter[str] = Counter()
    for item in items:
        for piece in item.pieces if isinstance(item, Paragraph) else ():
            sizes[piece.look.size] += len(piece.run.text)
            fonts[piece.look.font] += len(piece.run.text)
    return max(sizes, key=sizes.__getitem__, default=0), max(
        fonts, key=fonts.__getitem__, default=""
    )


def _is_strong(pieces: list[Piece], usual: tuple[int, str]) -> bool:
    printed = [piece for piece in pieces if piece.run.text.strip()]
    return bool(printed) and (
        all(piece.look.bold for piece in printed)
        or all(piece.look.size >= usual[0] * CLEARLY_LARGER for piece in printed)
        or all(_is_strong_font(piece.look.font, usual[1]) for piece in printed)
    )


def _is_strong_font(font: str, usual: str) -> bool:
    return font != usual and any(name in font for name in STRONG_FONTS)
