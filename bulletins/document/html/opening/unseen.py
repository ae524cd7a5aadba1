"""What no reader of a page sees: scripts, styles, hidden boxes. What is only folded up is seen."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from bulletins.document.elements import FLOWING, SILENT, name
from bulletins.document.notices import Notice
from bulletins.document.plain import squeeze
from bulletins.document.vocabulary import INLINE

HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|"
    r"font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
SHARE = 0.5  # of the text: what holds more is not hidden for good
SENTENCE = 15  # characters of hidden words that are worth a notice
SHOWN = 30
KEPT = frozenset("head title meta base link".split())
KNOWN = (
    KEPT
    | FLOWING
    | INLINE
    | frozenset(
        "html body div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead "
        "tbody tfoot tr td th blockquote pre hr center section article main header footer nav "
        "aside form fieldset legend figure figcaption address details summary dir menu".split()
    )
)


def drop_unseen(root: HtmlElement) -> tuple[Notice, ...]:
    """Remove what is not for reading, and what is set not to be displayed; tails stay.

    Most of a page's text is never hidden for good: a script was to show it. Nor are answers that
    are folded up under their questions.
    """
    for element in list(root.iter()):
        if (name(element) in SILENT and name(element) not in KEPT) or not name(element):
            _drop(element)
    words = list(_drop_hidden(root))
    for element in root.iter():
        if name(element) not in KNOWN:
            element.tag = "span"  # <o:p>, <st1:date>, <ucapcontent>: a block inside makes it a box
    if not words:
        return ()
    more = f"等 {len(words)} 处" if len(words) > 1 else ""
    text = f"网页中隐藏的文字未取用：「{words[0][:SHOWN]}」{more}"
    return (Notice(0, "page.hidden", text),)


def _drop_hidden(root: HtmlElement) -> Iterator[str]:
    """What the dropped sentences were."""
    hidden = [element for element in root.iter() if _is_hidden(element)]
    kinds = Counter(map(_kind, filter(_is_under_something, hidden)))
    sizes: Counter[tuple[str, str]] = Counter()
    for element in hidden:
        sizes[_kind(element)] += _size(element)
    most = _size(root) * SHARE if hidden else 0
    for element in hidden:
        if sizes[_kind(element)] > most or kinds[_kind(element)] > 1:
            continue
        words = squeeze(" ".join(element.itertext()))
        if len(words) >= SENTENCE and "。" in words:
            yield words
        _drop(element)


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("id") == "js_content":  # WeChat shows it by a script
        return False
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or bool(HIDDEN.search(element.get("style", "")))


def _kind(element: HtmlElement) -> tuple[str, str]:
    return name(element), element.get("class", "")


def _is_under_something(element: HtmlElement) -> bool:
    """A box with a text, below one that is shown: a press on that one unfolds it."""
    before = element.getprevious()
    shown = before is not None and not _is_hidden(before) and bool(_size(before))
    return shown and name(element) not in FLOWING and _size(element) >= SENTENCE


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _size(element: HtmlElement) -> int:
    return len("".join("".join(element.itertext()).split()))
