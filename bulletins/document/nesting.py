"""Any markup as properly nested markup of bounded depth, so that every parser reads it alike.

nh3 takes minutes over a hundred thousand open <div>, lxml drops text nested deeper than its limit,
and what two parsers read differently is how hostile markup passes a sanitiser.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from bulletins.document.tokens import Tag, tokens

DEEPEST = 120  # real pages nest 30 to 60 deep; libxml2 loses text beyond 255
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param "
    "source track wbr".split()
)
SCAFFOLD = frozenset("html head body".split())
CELLS = ("td", "th")
# A new one ends the old one, up to the element that holds them both.
SIBLINGS = {
    "li": (("li",), ("ul", "ol")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (CELLS, ("tr", "table")),
    "th": (CELLS, ("tr", "table")),
    "tr": (("tr",), ("table",)),
    "tbody": (("tbody", "thead", "tfoot", "caption", "colgroup"), ("table",)),
    "a": (("a",), ("td", "th")),
}
SIBLINGS["thead"] = SIBLINGS["tfoot"] = SIBLINGS["tbody"]
INSIDE_TABLE = frozenset("table caption tbody thead tfoot tr td th colgroup".split())
WALLS = frozenset(
    {"table", "td", "th", "caption"}
)  # a stray </div> in a cell closes nothing outside
ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote center details div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul".split()
)
ENDS_LINE = ENDS_PARAGRAPH | frozenset("td th tr caption dt dd".split())
ESCAPES = str.maketrans({'"': "&quot;", "<": "&lt;", ">": "&gt;"})
LOST_BREAK = "<br>"  # where a box was too deep to keep


def nested(markup: str) -> str:
    """The same text in the same elements: each closed, none deeper than DEEPEST.

    html, head and body are opened up: their content follows in order.
    """
    return "".join(_one_break(_Nest().spell(tokens(markup))))


def _one_break(pieces: Iterable[str]) -> Iterator[str]:
    """Where many boxes in a row were too deep, one break says enough."""
    last = ""
    for piece in pieces:
        if piece and not (piece is last is LOST_BREAK):
            yield piece
        last = piece or last


class _Nest:
    def __init__(self) -> None:
        self.open: list[str] = []
        self.flat: Counter[str] = Counter()  # open tags that were too deep to keep

    def spell(self, found: Iterable[Tag | str]) -> Iterator[str]:
        for token in found:
            if isinstance(token, str):
                yield token
            elif token.name in SCAFFOLD:
                continue
            elif token.closes and self.open[-1:] == [token.name] and not self.flat[token.name]:
                yield f"</{self.open.pop()}>"  # as nearly all do
            elif token.closes:
                yield from self._close(token.name)
            else:
                yield from self._start(token)
        yield from self._pop(0)

    def _start(self, tag: Tag) -> Iterator[str]:
        if tag.name in ENDS_PARAGRAPH or tag.name in SIBLINGS:
            yield from self._end_siblings(tag.name)
        if tag.name in VOID:
            yield _spelt(tag)
        elif len(self.open) >= DEEPEST:
            self.flat[tag.name] += 1
            yield LOST_BREAK if tag.name in ENDS_LINE else ""
        else:
            self.open.append(tag.name)
            yield _spelt(tag)

    def _end_siblings(self, name: str) -> Iterator[str]:
        if name in ENDS_PARAGRAPH:
            yield from self._pop(self._find(("p",), WALLS))
        siblings, walls = SIBLINGS.get(name, ((), ()))
        if siblings and not any(self.flat[wall] for wall in walls):
            yield from self._pop(self._find(siblings, walls))

    def _close(self, name: str) -> Iterator[str]:
        if self.flat[name]:
            self.flat[name] -= 1
            yield LOST_BREAK if name in ENDS_LINE else ""
        elif name == "br":
            yield LOST_BREAK
        else:
            walls = ("table",) if name in INSIDE_TABLE else WALLS
            yield from self._pop(self._find((name,), walls))

    def _find(self, names: Iterable[str], walls: Iterable[str]) -> int:
        """Where the innermost of these stands open, before a wall; the row's end if nowhere."""
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at] in names:
                return at
            if self.open[at] in walls:
                break
        return len(self.open)

    def _pop(self, depth: int) -> Iterator[str]:
        while len(self.open) > depth:
            yield f"</{self.open.pop()}>"


def _spelt(tag: Tag) -> str:
    attributes = "".join(
        f' {name}="{value.translate(ESCAPES)}"' for name, value in tag.attributes.items()
    )
    return f"<{tag.name}{attributes}>"
