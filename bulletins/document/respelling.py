"""The allow-list writer behind ``body.normalise``: re-spells a parsed tree from known elements
only.
"""

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from bulletins.document import inline, plain
from bulletins.document.inline import BORDER, Run
from bulletins.document.vocabulary import CLASSES, FILE_PREFIX, INLINE, LINK_SCHEMES, SYNONYMS

FILE_NAME = re.compile(rf"{FILE_PREFIX}[0-9a-f]{{64}}\Z")
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "head",
        "title",
        "meta",
        "link",
        "base",
        "input",
        "button",
        "select",
        "option",
        "textarea",
        "canvas",
        "audio",
        "video",
        "map",
        "noembed",
        "noframes",
        "xml",
    ]
)
DEEPEST = 60  # nesting beyond this is an attack or a broken page; its text is kept flat
FLOWING = frozenset(
    [
        "span",
        "font",
        "small",
        "big",
        "mark",
        "cite",
        "code",
        "kbd",
        "samp",
        "var",
        "abbr",
        "q",
        "dfn",
        "label",
        "time",
        "bdi",
        "bdo",
        "ruby",
        "rb",
        "rt",
        "rp",
        "nobr",
        "wbr",
        "tt",
        "acronym",
        "data",
        "output",
    ]
)


def address(href: str) -> str:
    """An address a reader may follow (http, https, mailto, tel, our own /… and #…), else ""."""
    href = "".join(plain.visible(href).split())
    scheme = SCHEME.match(href)
    if scheme:
        word = scheme[0][:-1].lower()
        rooted = href[scheme.end() :].startswith("//") or not word.startswith("http")
        known = (word in LINK_SCHEMES and rooted) or FILE_NAME.match(href)
        return href if known else ""
    own = href.startswith(("/", "#")) and not href.startswith(("//", "/\\"))
    return href if own else ""


def runs_of(
    element: HtmlElement, marks: frozenset[str] = frozenset(), href: str = "", depth: int = 0
) -> Iterator[Run]:
    """The inline content of an element, flat; a block inside counts as a break before and after."""
    yield Run(_flow(element.text), marks, href)
    for child in element:
        yield from child_runs(child, marks, href, depth + 1)
        yield Run(_flow(child.tail), marks, href)


def _flow(text: str | None) -> str:
    return plain.SPACES.sub(" ", text or "")


def child_runs(
    child: HtmlElement, marks: frozenset[str] = frozenset(), href: str = "", depth: int = 0
) -> Iterator[Run]:
    tag = name(child)
    if tag in SILENT or not tag:
        return
    if depth > DEEPEST:
        yield Run(_flow("".join(child.itertext())), marks, href)
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
    border = "" if tag in FLOWING else BORDER
    yield Run(border)
    yield from runs_of(child, marks, href, depth)
    yield Run(border)


def _picture(child: HtmlElement, marks: frozenset[str], href: str) -> Iterator[Run]:
    src, alt = child.get("src", ""), plain.squeeze(child.get("alt", ""))
    if FILE_NAME.match(src):
        yield Run(src=src, alt=alt, marks=marks, href=href)


def name(element: HtmlElement) -> str:
    """The tag in our spelling, "" for comments and processing instructions."""
    tag = element.tag.lower() if isinstance(element.tag, str) else ""
    tag = tag.rpartition("}")[2]
    return SYNONYMS.get(tag, tag)


def blocks(parent: HtmlElement, depth: int = 0) -> Iterator[str]:
    """Blocks of a container; loose text between them becomes paragraphs."""
    loose: list[Run] = [Run(_flow(parent.text))]
    for child in parent:
        if is_block(child):
            yield paragraph(loose, _css(parent))
            yield from _block(child, depth + 1)
            loose = []
        else:
            loose += child_runs(child, depth=depth + 1)
        loose.append(Run(_flow(child.tail)))
    yield paragraph(loose, _css(parent))


def is_block(child: HtmlElement, depth: int = 0) -> bool:
    """The element stands on lines of its own, or holds one that does: <strong><p>…</p></strong>."""
    tag = name(child)
    if tag in SILENT or not tag or depth > DEEPEST:
        return False
    if tag in INLINE or tag in FLOWING:
        return any(is_block(inner, depth + 1) for inner in child)
    return True


def _block(child: HtmlElement, depth: int) -> Iterator[str]:
    tag = name(child)
    if depth > DEEPEST:
        yield paragraph([Run(_flow("".join(child.itertext())))])
    elif tag in ("ul", "ol"):
        yield _list(child, tag, depth)
    elif tag == "table":
        yield from _table(child, depth)
    elif tag == "blockquote":
        inside = "".join(blocks(child, depth))
        yield f"<blockquote>{inside}</blockquote>" if inside else ""
    elif any(is_block(inner) for inner in child):
        yield from blocks(child, depth)
    else:
        yield paragraph(child_runs(child, depth=depth), _css(child))


def _css(element: HtmlElement) -> str:
    wanted = (element.get("class") or "").split()
    return next((name for name in wanted if name in CLASSES["p"]), "") if wanted else ""


def paragraph(runs: Iterable[Run], css: str = "") -> str:
    inside = inline.html_of(inline.tidy(runs))
    if not inside:
        return ""
    return f'<p class="{css}">{inside}</p>' if css else f"<p>{inside}</p>"


def _list(element: HtmlElement, tag: str, depth: int) -> str:
    items = "".join(_items(element, depth))
    start = element.get("start", "")
    numbered = f' start="{int(start)}"' if tag == "ol" and _small(start) and start != "1" else ""
    return f"<{tag}{numbered}>{items}</{tag}>" if items else ""


def _items(element: HtmlElement, depth: int) -> Iterator[str]:
    """Items of a list; what stands between them, against the rules, becomes an item too."""
    yield _wrapped("li", [Run(_flow(element.text))])
    for child in element:
        tag = name(child)
        if tag in ("ul", "ol") and depth < DEEPEST:
            inside = _list(child, tag, depth + 1)
            yield f"<li>{inside}</li>" if inside else ""
        elif tag:
            yield _item(child, depth)
        yield _wrapped("li", [Run(_flow(child.tail))])


def _wrapped(tag: str, runs: list[Run]) -> str:
    inside = inline.html_of(inline.tidy(runs))
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def _small(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) <= 4


def _item(element: HtmlElement, depth: int) -> str:
    """<li>: its own line, then lists inside it; other blocks become lines of it."""
    if name(element) != "li":
        return _wrapped("li", list(child_runs(element, depth=depth + 1)))
    lists, runs = [], [Run(_flow(element.text))]
    for child in element:
        tag = name(child)
        if tag in ("ul", "ol") and depth < DEEPEST:
            lists.append(_list(child, tag, depth + 1))
        else:
            runs += child_runs(child, depth=depth + 1)
        runs.append(Run(_flow(child.tail)))
    inside = inline.html_of(inline.tidy(runs)) + "".join(lists)
    return f"<li>{inside}</li>" if inside else ""


def _table(element: HtmlElement, depth: int) -> Iterator[str]:
    """The table, after whatever stands in it outside its rows (a caption, stray text)."""
    yield from _strays(element)
    rows = "".join(_row(row, depth) for row in _rows(element))
    if re.search(r">[^<]|<img", rows):
        yield f"<table><tbody>{rows}</tbody></table>"


def _strays(element: HtmlElement) -> Iterator[str]:
    yield paragraph([Run(_flow(element.text))])
    for child in element:
        tag = name(child)
        if tag in ("tbody", "thead", "tfoot"):
            yield from _strays(child)
        elif tag == "tr":
            yield from _row_strays(child)
        elif tag not in SILENT and tag:
            yield paragraph(child_runs(child), "caption" if tag == "caption" else "")
        yield paragraph([Run(_flow(child.tail))])


def _row_strays(row: HtmlElement) -> Iterator[str]:
    yield paragraph([Run(_flow(row.text))])
    for child in row:
        if name(child) not in ("td", "th"):
            yield paragraph(child_runs(child))
        yield paragraph([Run(_flow(child.tail))])


def _rows(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element:
        if name(child) == "tr":
            yield child
        elif name(child) in ("tbody", "thead", "tfoot"):
            yield from _rows(child)


def _row(row: HtmlElement, depth: int) -> str:
    cells = "".join(_cell(cell, depth) for cell in row if name(cell) in ("td", "th"))
    return f"<tr>{cells}</tr>" if cells else ""


def _cell(cell: HtmlElement, depth: int) -> str:
    tag = name(cell)
    spans = "".join(
        f' {name}="{int(cell.get(name, ""))}"'
        for name in ("colspan", "rowspan")
        if _small(cell.get(name, "")) and cell.get(name) not in ("0", "1")
    )
    inside = [block for block in blocks(cell, depth + 1) if block]
    if len(inside) == 1 and inside[0].startswith("<p>"):
        inside = [inside[0][3:-4]]
    return f"<{tag}{spans}>{''.join(inside)}</{tag}>"


def _text(element: HtmlElement) -> str:
    out = [element.text or ""]
    for child in element:
        tag = name(child)
        if tag == "br":
            out.append("\n")
        else:
            out.append(_text(child))
            out.append({"td": "\t", "th": "\t"}.get(tag, "" if tag in INLINE else "\n"))
        out.append(child.tail or "")
    return re.sub(r"\t?\n+", "\n", "".join(out))
