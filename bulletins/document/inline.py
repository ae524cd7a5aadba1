"""The inside of a paragraph as runs of equally marked text, and back: one spelling for each
look.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from bulletins.document import plain

# Outermost first: html_of nests in this order, so that equal looks are equal strings.
ORDER = ("strong", "em", "u", "s", "sub", "sup")
BORDER = "\v"  # where a block begins or ends inside a line of text: one break, however many meet
PICTURE = "\ufffc"
SPACE = re.compile(r"[ \t\r\n\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Text with its marks (of ORDER) and link; "\\n" is a line break. A picture is a run without
    text.
    """

    text: str = ""
    marks: frozenset[str] = frozenset()
    href: str = ""
    src: str = ""
    alt: str = ""

    def look(self) -> tuple[str, ...]:
        """The elements around this run, outermost first; the link carries its address."""
        link = (f'a href="{escape(self.href)}"',) if self.href else ()
        return link + tuple(mark for mark in ORDER if mark in self.marks)

    def inner(self) -> str:
        if self.src:
            return f'<img src="{escape(self.src)}" alt="{escape(self.alt)}">'
        return escape(self.text, quote=False).replace("\n", "<br>")


def tidy(runs: Iterable[Run]) -> list[Run]:
    """Runs as they print: one space for many, none around breaks and at the edges, equal
    neighbours joined.
    """
    runs = list(runs)
    if len(runs) == 1 and not runs[0].src and is_tidy(runs[0].text):
        return runs
    seen = [kept for run in runs if (kept := _cleaned(run)).text]
    if not seen:
        return []
    whole = "".join(run.text for run in seen)
    edits = [
        (space.start(), space.end(), _space(space, len(whole))) for space in SPACE.finditer(whole)
    ]
    return _join(_apply(seen, edits))


def is_tidy(text: str) -> bool:
    """Whether a line prints as it is spelt, as most do."""
    if not text.isprintable() or "  " in text or PICTURE in text:
        return False
    return bool(text) and text[0] != " " and text[-1] != " "


def _cleaned(run: Run) -> Run:
    text = run.text
    if run.src:
        text = PICTURE
    elif not (text.isascii() and text.isprintable()):
        text = plain.visible(text.replace(BORDER, "\r")).replace(PICTURE, "")
    return run if text == run.text else replace(run, text=text)


def _space(space: re.Match[str], length: int) -> str:
    """What a stretch of white space prints as. U+3000 is kept: 总　则 is spelt so on purpose."""
    found = space[0]
    if space.start() == 0 or space.end() == length:
        return ""
    if breaks := found.count("\n") or found.count("\r"):
        return "\n" * (breaks if "\n" in found else 1)
    return "\u3000" * found.count("\u3000") or " "


def _apply(runs: list[Run], edits: list[tuple[int, int, str]]) -> Iterator[Run]:
    """Each run with the edits of its stretch; an edit across runs is printed by the first."""
    begin, waiting = 0, 0
    for run in runs:
        end, at, out = begin + len(run.text), begin, ""
        while waiting < len(edits) and edits[waiting][0] < end:
            start, stop, text = edits[waiting]
            if start >= begin:
                out += run.text[at - begin : start - begin] + text
            at = min(stop, end)
            if stop > end:
                break
            waiting += 1
        out += run.text[at - begin :]
        if run.src or (out and out != run.text):
            yield replace(run, text="" if run.src else out)
        elif out:
            yield run
        begin = end


def _join(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one look become one run; a picture stays by itself."""
    out: list[Run] = []
    for (_, picture), group in groupby(runs, key=lambda run: (run.look(), bool(run.src))):
        same = list(group)
        if picture or len(same) == 1:
            out += same
        else:
            out.append(replace(same[0], text="".join(run.text for run in same)))
    return out


def html_of(runs: Iterable[Run]) -> str:
    """HTML for tidy runs; neighbours that share outer elements share the tags."""
    return _nest([(run.look(), run.inner()) for run in runs])


def _nest(items: list[tuple[tuple[str, ...], str]]) -> str:
    if len(items) == 1 and not items[0][0]:  # a plain paragraph, as most are
        return items[0][1]

    def spell() -> Iterator[str]:
        for outer, group in groupby(items, key=lambda item: item[0][:1]):
            if not outer:
                yield "".join(text for _, text in group)
                continue
            inside = _nest([(look[1:], text) for look, text in group])
            yield f"<{outer[0]}>{inside}</{outer[0].split()[0]}>"

    return "".join(spell())


def paragraph(runs: Iterable[Run], css: str = "") -> str:
    """One paragraph of normalised HTML, "" where there is nothing to print."""
    inside = html_of(tidy(runs))
    if not inside:
        return ""
    return f'<p class="{css}">{inside}</p>' if css else f"<p>{inside}</p>"


def text_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def split(runs: Iterable[Run], offsets: Sequence[int]) -> list[list[Run]]:
    """The runs parted at text offsets (ascending); a picture stays with the text before it."""
    pieces: list[list[Run]] = [[]]
    at, borders = 0, list(offsets)[::-1]
    for run in runs:
        begin, end = 0, len(run.text)
        while borders and at + end > borders[-1]:
            cut = borders.pop() - at
            if cut > begin:
                pieces[-1].append(replace(run, text=run.text[begin:cut]))
            begin = max(begin, cut)
            pieces.append([])
        if begin < end or run.src:
            pieces[-1].append(replace(run, text=run.text[begin:]) if begin else run)
        at += end
    return pieces + [[] for _ in borders]
