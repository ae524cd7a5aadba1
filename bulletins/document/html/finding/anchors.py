"""Where a page says what its article is called, or when and by whom it was published."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from bulletins.document.elements import SILENT, name
from bulletins.document.html.opening.furniture import is_sure, is_title
from bulletins.document.parsing.dates import find_moment
from bulletins.document.parsing.top.labels import read_facts
from bulletins.document.plain import bare

SHORT = 4  # characters of a title
TITLE = 6  # characters of a title that is no mere name of a column
MOST = 5  # anchors of one page
ASKED = 100
LINE = 100  # characters of a line of facts


def anchors(root: HtmlElement, titles: Collection[str]) -> list[HtmlElement]:
    """Elements that say a title of the page and nothing else; without one, lines of facts."""
    lines = [element for element in root.iter() if 0 < len(element.text or "") <= 2 * LINE]
    wanted = {bare(title) for title in titles if len(bare(title)) >= SHORT}
    titled = [e for e in lines if _is_title(e, bare(e.text), wanted)] if wanted else []
    return _shown(titled) or _shown(facts for element in lines for facts in _facts(element))


def with_holders(elements: Iterable[HtmlElement]) -> set[HtmlElement]:
    """These elements and all that hold them."""
    return {holder for element in elements for holder in _holders(element)}


def _holders(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _is_title(element: HtmlElement, words: str, wanted: Collection[str]) -> bool:
    """A short title may be the name of a column too, unless it is set as a heading."""
    headed = name(element) in ("h1", "h2", "h3") or is_title(element)
    return words in wanted and (headed or len(words) >= TITLE)


def _shown(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The first few that a reader sees; a page that says its title a thousand times says it."""
    return list(islice(filter(_is_shown, islice(elements, ASKED)), MOST))


def _is_shown(element: HtmlElement) -> bool:
    """Not in the head, no link, in no menu or footer."""
    if name(element) in (*SILENT, "", "a"):
        return False
    return not any(is_sure(holder) for holder in _holders(element))


def _facts(element: HtmlElement) -> Iterator[HtmlElement]:
    """A line with a date and a label, or the box of such a line in pieces."""
    text = element.text or ""
    if len(text) > LINE or find_moment(text) is None:
        return
    box = element.getparent()
    if read_facts(text).values:
        yield element
    elif box is not None and _size(box) <= LINE and read_facts(" ".join(box.itertext())).values:
        yield box


def _size(element: HtmlElement) -> int:
    return len(bare("".join(element.itertext())))
