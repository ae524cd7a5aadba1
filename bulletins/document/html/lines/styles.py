"""What inline styles say about a line: where it stands, how heavy and how large its type is."""

import re
from collections import Counter

from lxml.html import HtmlElement

from bulletins.document.elements import name

BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
NORMAL = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
ALIGN = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(pt|px)", re.IGNORECASE)
FONT_SIZES = {"1": 8, "2": 10, "3": 12, "4": 14, "5": 18, "6": 24, "7": 36}  # HTML 3.2, in points
LARGER = 1.2


def align_of(element: HtmlElement) -> str:
    """ "center", "right" or "" as set on the element itself."""
    found = ALIGN.search(element.get("style", ""))
    said = found[1] if found else element.get("align", "")
    said = "center" if name(element) == "center" else said.strip().lower()
    return said if said in ("center", "right") else ""


def mark_bold(root: HtmlElement) -> None:
    """Turn styled bold into <strong>, so that one question answers all spellings."""
    for element in root.iter("span", "font"):
        if BOLD.search(element.get("style", "")):
            element.tag = "strong"
    for element in root.iter("strong", "b"):
        if NORMAL.search(element.get("style", "")):
            element.tag = "span"


def is_strong(leaf: HtmlElement, inherited: bool) -> bool:
    """All the text of a line is bold."""
    if inherited or BOLD.search(leaf.get("style", "")) or name(leaf) in ("strong", "th"):
        return bool("".join(leaf.itertext()).strip())
    return _only_bold(leaf)


def _only_bold(element: HtmlElement) -> bool:
    if (element.text or "").strip():
        return False
    found = False
    for child in element:
        if (child.tail or "").strip():
            return False
        if "".join(child.itertext()).strip():
            if name(child) != "strong" and not _only_bold(child):
                return False
            found = True
    return found


class Sizes:
    """Type sizes in points: what prevails in the article, and what is clearly larger."""

    def __init__(self, root: HtmlElement) -> None:
        self._own: dict[HtmlElement, float] = {}
        weights: Counter[float] = Counter()
        for element in root.iter():
            parent = element.getparent()
            self._own[element] = _size(element) or self._own.get(parent, 0.0)
            weights[self._own[element]] += len((element.text or "").strip())
        self.usual = weights.most_common(1)[0][0] if weights else 0.0

    def large(self, leaf: HtmlElement) -> bool:
        """Every piece of text in the leaf is clearly larger than usual."""
        if not self.usual:
            return self._smallest(leaf) >= 18
        return self._smallest(leaf) >= self.usual * LARGER

    def _smallest(self, leaf: HtmlElement) -> float:
        sizes = [self._own.get(e, 0.0) for e in leaf.iter() if (e.text or "").strip()]
        return min(sizes, default=0.0)


def _size(element: HtmlElement) -> float:
    if not isinstance(element.tag, str):
        return 0.0
    if found := SIZE.search(element.get("style", "")):
        try:
            return float(found[1]) * (0.75 if found[2].lower() == "px" else 1.0)
        except ValueError:
            return 0.0
    return float(FONT_SIZES.get(element.get("size", ""), 0)) if name(element) == "font" else 0.0
