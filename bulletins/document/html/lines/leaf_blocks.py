"""The lines of an article as blocks: spelt in the vocabulary, counted, pictures taken or marked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bulletins.document import body, inline
from bulletins.document.blocks import Block, Source
from bulletins.document.elements import name
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.html.lines.styles import Sizes, is_strong
from bulletins.document.html.opening.links import let_go
from bulletins.document.html.opening.tree import box
from bulletins.document.html.pictures import Pictures, missing
from bulletins.document.inline import Run
from bulletins.document.respelling import blocks
from bulletins.document.runs import flow

BOXES = ("ul", "ol", "table", "blockquote")


def source_of(lines: Iterable[Leaf], pictures: Mapping[str, bytes], sizes: Sizes) -> Source:
    """Blocks in reading order, with the pictures that came with the page and what to say of
    others.
    """
    taken = Pictures(pictures)
    made = (block for leaf in lines for block in _blocks(leaf, taken, sizes))
    numbered = tuple(replace(block, line=line) for line, block in enumerate(made, start=1))
    return Source(numbered, (), taken.files, missing(numbered))


def _blocks(leaf: Leaf, pictures: Pictures, sizes: Sizes) -> Iterator[Block]:
    """One leaf's block, or a table with its caption, then the places of missing pictures."""
    element = leaf.element
    strong = sizes.large(element) or is_strong(element, leaf.strong)
    marks = pictures.treat(element) if len(element) else []
    for html in _spelt(leaf):
        if html:
            text = body.text_of(html)
            yield Block(html, text, 0, leaf.heading, leaf.align, strong, leaf.label)
    for mark in marks:
        html = body.paragraph(mark, "placeholder")
        yield Block(html, body.text_of(html), 0)


def _spelt(leaf: Leaf) -> Iterator[str]:
    element = leaf.element
    if not len(element) and name(element) not in BOXES:  # a line without any markup, as most are
        yield inline.paragraph([Run(flow(element.text))], leaf.align)
        return
    let_go(element)
    if name(element) not in BOXES:
        element.tag = "p"
        element.set("class", leaf.align)
    holder = box()
    holder.append(element)
    yield from blocks(holder)
