"""Where each word of a line of metadata goes: into a field, into the text, or into a notice."""

from collections.abc import Iterator, Sequence

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.top.known import Known
from bulletins.document.parsing.top.labels import Facts, Said
from bulletins.document.parsing.top.told_titles import same


def settle(
    number: int, facts: Facts, known: Known, title: str
) -> tuple[list[str], str, list[Notice]]:
    """The words of line *number*: what was stored or left out, what is kept in the text, and a
    notice of what was left out.
    """
    told, kept, left = _Sorted(known, title).sort(facts)
    notices = []
    if left:
        text = f"已略去网页上的计数等信息：{'、'.join(left)}"
        notices.append(Notice(number, "furniture.counter", text))
    return [*told, *left], "　".join(kept), notices


class _Sorted:
    def __init__(self, known: Known, title: str) -> None:
        self.known, self.title = known, same(title)

    def sort(self, facts: Facts) -> tuple[list[str], list[str], list[str]]:
        told: list[str] = []
        kept: list[str] = []
        left = list(facts.buttons)
        for said in facts.said:
            pile = left if _is_counter(said) else told if self._stored(said) else kept
            pile.append(said.words)
        if facts.moment:
            stored = self.known.dates(facts.moment.words)
            (told if stored else kept).append(facts.moment.words)
        if facts.rest:
            stored = self.known.texts.get("source") == facts.rest
            (told if stored else kept).append(facts.rest)
        return told, kept, left

    def _stored(self, said: Said) -> bool:
        if said.kind == "title":
            return same(said.value) == self.title
        return self.known.holds(said.kind, said.value)


def _is_counter(said: Said) -> bool:
    """A counter or switch of the page, or when the page was last touched."""
    most = {"ignored": 12, "updated": 30}
    return len(said.value) <= most.get(said.kind, 0) and said.kind in most


def joints(lines: Sequence[Line]) -> Iterator[str]:
    """Bars, dots and brackets between the facts of a line: they mean nothing without it."""
    for line in lines:
        yield "".join(char for char in line.printed if not char.isalnum())
