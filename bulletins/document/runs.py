"""The inline content of a parsed element as runs."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.addresses import FILE_NAME, address
from bulletins.document.elements import DEEPEST, FLOWING, SILENT, name
from bulletins.document.inline import BORDER, Run
from bulletins.document.vocabulary import INLINE


def runs_of(
    element: HtmlElement, marks: frozenset[str] = frozenset(), href: str = "", depth: int = 0
) -> Iterator[Run]:
    """The inline content of an element, flat; a block inside counts as a break before and after."""
    if element.text:
        yield Run(flow(element.text), marks, href)
    for child in element:
        yield from child_runs(child, marks, href, depth + 1)
        if child.tail:
            yield Run(flow(child.tail), marks, href)


def child_runs(
    child: HtmlElement, marks: frozenset[str] = frozenset(), href: str = "", depth: int = 0
) -> Iterator[Run]:
    tag = name(child)
    if tag in SILENT or not tag:
        return
    if depth > DEEPEST:
        yield Run(flow("".join(child.itertext())), marks, href)
    elif tag == "br":
        yield Run("\n", marks, href)
    elif tag == "img":
        yield from _picture(child, marks, href)
    elif tag == "a":
        yield from runs_of(child, marks, address(child.get("href", "")) or href, depth)
    elif tag in INLINE:
        yield from runs_of(child, marks | {tag}, href, depth)
    else:
        yield from _opened(child, tag, marks, href, depth)


def _opened(
    child: HtmlElement, tag: str, marks: frozenset[str], href: str, depth: int
) -> Iterator[Run]:
    if tag in FLOWING:
        yield from runs_of(child, marks, href, depth)
        return
    yield Run(BORDER)
    yield from runs_of(child, marks, href, depth)
    yield Run(BORDER)


def _picture(child: HtmlElement, marks: frozenset[str], href: str) -> Iterator[Run]:
    src, alt = child.get("src", ""), plain.squeeze(child.get("alt", ""))
    if FILE_NAME.match(src):
        yield Run(src=src, alt=alt, marks=marks, href=href)


def flow(text: str | None) -> str:
    return plain.SPACES.sub(" ", text or "")
