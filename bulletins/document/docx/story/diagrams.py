"""The words in charts and SmartArt, which Word keeps in parts of their own."""

from collections.abc import Iterator

from lxml.etree import _Element

from bulletins.document import plain
from bulletins.document.docx.names import attribute, number, within
from bulletins.document.docx.state import Reading
from bulletins.document.notices import Unreadable

MOST_POINTS = 2_000
TITLES = frozenset({"c:title"})


def chart_title(element: _Element, reading: Reading) -> str:
    """The titles of a chart and its axes: 各季度降水量；季度；毫米."""
    root = _part(element, "r:id", reading)
    found = within(root, *TITLES) if root is not None else []
    return "；".join(dict.fromkeys(text for one in found if (text := _text(one))))


def diagram_texts(element: _Element, reading: Reading) -> list[str]:
    """What stands in the boxes of a SmartArt, each below the box it hangs on."""
    root = _part(element, "r:dm", reading)
    if root is None:
        return []
    points = {attribute(one, "modelId") or "": one for one in within(root, "dgm:pt")}
    order = list(dict.fromkeys([*_walked(points, root), *points]))
    return [text for key in order[:MOST_POINTS] if (text := _text(points[key]))]


def _part(element: _Element, place: str, reading: Reading) -> _Element | None:
    relation = reading.relation(attribute(element, place))
    if relation is None or relation.external:
        return None
    try:
        return reading.package.xml(relation.target)
    except Unreadable:
        return None  # the notice says that the drawing could not be read


def _text(element: _Element) -> str:
    lines = ("".join(one.text or "" for one in within(line, "a:t")) for line in _lines(element))
    return plain.squeeze(" ".join(line for line in lines if line.strip()))


def _lines(element: _Element) -> list[_Element]:
    return within(element, "a:p")


def _walked(points: dict[str, _Element], root: _Element) -> Iterator[str]:
    """The points from the document down, by the connections that say which hangs on which."""
    below: dict[str, list[tuple[int, str]]] = {}
    for one in within(root, "dgm:cxn"):
        if (attribute(one, "type") or "parOf") == "parOf":
            place = number(attribute(one, "srcOrd")), attribute(one, "destId") or ""
            below.setdefault(attribute(one, "srcId") or "", []).append(place)
    waiting = [key for key, one in points.items() if attribute(one, "type") == "doc"]
    seen: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in points and key not in seen:
            seen.add(key)
            yield key
            waiting += [after for _, after in sorted(below.get(key, ()), reverse=True)]
