"""What a page says of its article outside the text: tags, labels, lines above and below."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from bulletins.document import plain
from bulletins.document.blocks import Clue
from bulletins.document.elements import name
from bulletins.document.file_names import is_file
from bulletins.document.html.furniture import is_furniture
from bulletins.document.html.leaves import leaves
from bulletins.document.parsing.dates import TODAY, find_moment
from bulletins.document.parsing.furniture import is_breadcrumb
from bulletins.document.parsing.labels import KIND_OF, has_label, kind_of, read_facts

LEVELS = 3  # boxes around the article after which its attachments may stand
MOST_FILES = 15  # more links to files than this are a download page
NEAR = 25  # lines above the article in which its title and metadata are looked for
LONGEST = 100
TITLED = 4  # characters from which a line can be a title
MARK = "lantai-article"  # tells the article's place while the page is read around it


def file_links(article: HtmlElement) -> list[HtmlElement]:
    """Links to files that stand right after the article's box: sites list its attachments there."""
    found: list[HtmlElement] = []
    box = article
    for _ in range(LEVELS):
        for after in box.itersiblings():
            links = [] if is_furniture(after) else _links(after)
            found += [a for a in links if is_file(a.get("href", "")) and _named(a)]
        parent = box.getparent()
        if parent is None or name(parent) == "body":
            break
        box = parent
    return found if len(found) <= MOST_FILES else []


def _links(element: HtmlElement) -> list[HtmlElement]:
    return list(element.iter("a")) if isinstance(element.tag, str) else []


def _named(link: HtmlElement) -> bool:
    """A name of its own, not "download" or an icon."""
    return len(plain.bare(link.text_content())) > 3


def page_clues(root: HtmlElement, article: HtmlElement) -> tuple[Clue, ...]:
    """Clues of a whole page. Takes the article out of the tree to read what is around it."""
    heads = tuple(_head(root))
    if article is root or article.getparent() is None or name(article) == "body":
        return heads
    place = article.makeelement("p")
    place.text = MARK
    place.tail, article.tail = article.tail, None
    article.getparent().replace(article, place)
    pairs = tuple(_pairs(root))
    above, below = _around(root)
    return (*heads, *pairs, *_lines(above[-NEAR:], heads), *_below(below))


def _head(root: HtmlElement) -> Iterator[Clue]:
    for meta in root.iter("meta"):
        label = meta.get("name") or meta.get("property") or ""
        value = plain.squeeze(meta.get("content", ""))
        if value and (kind_of(label) or label == "og:title"):
            yield Clue(label, value, visible=False)
    title = root.find(".//title")
    if title is not None and plain.squeeze(title.text_content()):
        yield Clue("title", plain.squeeze(title.text_content()), visible=False)


def _pairs(root: HtmlElement) -> Iterator[Clue]:
    """Cells and terms that hold nothing but a label, and the one after them."""
    for cell in root.iter("td", "th", "dt", "b", "strong", "span", "label", "em"):
        label = "".join(cell.text_content().split()).strip("：:【】")
        if len(label) > 10 or label.lower() not in KIND_OF:
            continue
        value = _value(cell)
        if value is not None:
            yield Clue(label, plain.squeeze(value), visible=True)


def _value(cell: HtmlElement) -> str | None:
    if name(cell) in ("td", "th", "dt"):
        after = cell.getnext()
        return after.text_content() if after is not None else None
    return None


def _around(root: HtmlElement) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Lines of the page before and after the article, each with whether it is a heading."""
    body = root.find("body")
    lines: list[tuple[str, bool]] = []
    at = None
    for leaf in leaves(root if body is None else body):
        text = plain.squeeze(" ".join(leaf.element.itertext()))
        if text == MARK:
            at = len(lines)
        elif name(leaf.element) in ("ul", "ol"):
            items = (plain.squeeze(item.text_content()) for item in leaf.element.iter("li"))
            lines += [(item, False) for item in items if has_label(item)]
        elif text:
            lines.append((text, leaf.heading is not None and leaf.heading <= 3))
    return (lines, []) if at is None else (lines[:at], lines[at:])


def _lines(above: list[tuple[str, bool]], heads: tuple[Clue, ...]) -> Iterator[Clue]:
    told = [_same(c.value) for c in heads if c.name in ("title", "ArticleTitle", "og:title")]
    before = ""
    for text, heading in above:
        if _is_metadata(text) and not is_breadcrumb(text) and TITLED < len(before) <= LONGEST:
            yield Clue("above", before, visible=True)
        before = "" if _is_metadata(text) or is_breadcrumb(text) else text
        if is_breadcrumb(text) or len(text) > 200:
            continue
        if heading or _is_told(text, told):
            yield Clue("h1", text, visible=True)
        elif _is_metadata(text):
            yield Clue("line", text, visible=True)


def _is_told(text: str, told: list[str]) -> bool:
    """The page's own title begins with this line: it is the article's title."""
    same = _same(text)
    return len(same) >= TITLED and any(title.startswith(same) for title in told)


def _same(text: str) -> str:
    return plain.narrow(plain.bare(text))


def _is_metadata(text: str) -> bool:
    if TODAY.search(text) and not has_label(text):
        return False
    if has_label(text) or len(read_facts(text).values) > 1:
        return True
    return len(text) <= 60 and find_moment(text) is not None


def _below(below: list[tuple[str, bool]]) -> Iterator[Clue]:
    """Right under the article: who edited it, where it is from."""
    for text, _ in below[:6]:
        facts = read_facts(text) if len(text) <= 80 else None
        if facts and set(facts.values) & {"source", "editor"} and not facts.moment:
            yield Clue("line", text, visible=True)
