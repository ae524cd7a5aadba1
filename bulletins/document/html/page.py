"""The body of an article as its readers get it: lead, parts, sections with numbers and anchors.

Made once, at release, from what was approved, and kept beside it; only names, addresses and marks
of structure are added to the words. Nothing here needs a style sheet or a script to be read.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from bulletins.document.marks import blocks_of
from bulletins.document.numbering import labels
from bulletins.document.tree import Document, DocumentPart, DocumentSection

PICTURE = re.compile(r'<img src="file:([0-9a-f]{64})"')
OPENING = re.compile(r"<p(?: class=\"[a-z]+\")?>")
WRITER = "3"  # of what is kept of a page: another number makes it be written anew


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document does not say itself: names of regions, where files are, how large."""

    region_names: Mapping[str, str] = field(default_factory=dict)
    address_of: Callable[[str], str] = "#{}".format
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def write_body(document: Document, around: Surroundings) -> str:
    """Lead, parts and closing in order, as HTML below the page's h1."""
    pieces = [
        *_framed("lead", document.lead, around),
        *(write_part(part, around) for part in document.parts),
        *_framed("closing", document.closing, around),
    ]
    return "\n".join(pieces)


def write_part(part: DocumentPart, around: Surroundings, *, headed: bool = True) -> str:
    """One part: h2 for its heading where it has one, its sections below.

    headed: whether the heading is printed here; a page of its own prints it as its h1.
    """
    shown = part.heading or around.region_names.get(part.region or "", "")
    inside = [f"<h2>{escape(shown, quote=False)}</h2>"] if shown and headed else []
    inside.append(_html(part.intro, around))
    depth = _Depth(2 + (bool(shown) and headed))
    for section, label in zip(part.sections, labels(part), strict=True):
        inside.append(_section(section, label, depth.of(section.level), around))
    anchor = f' id="{part.key}"' if part.key else ""
    region = f' data-region="{part.region}"' if part.region else ""
    whole = "\n".join(filter(None, inside))
    return f'<section class="part"{anchor}{region}>\n{whole}\n</section>'


def with_addresses(html: str, around: Surroundings) -> str:
    """A body as it is, its pictures where they can be had."""
    return PICTURE.sub(lambda found: f'<img src="{escape(around.address_of(found[1]))}"', html)


class _Depth:
    """Heading elements go down one step at a time, whatever levels an author leaves out."""

    def __init__(self, top: int) -> None:
        self.top = top
        self.open: list[int] = []

    def of(self, level: int) -> int:
        rank = level or 1  # an unnumbered heading stands beside the first level
        while self.open and self.open[-1] >= rank:
            self.open.pop()
        self.open.append(rank)
        return min(self.top + len(self.open) - 1, 6)


def _section(section: DocumentSection, label: str, depth: int, around: Surroundings) -> str:
    if section.heading is None:
        return _clause(section, label, around)
    anchor = f' id="{section.key}"' if section.key else ""
    number = f'<span class="label">{label}</span>' if label else ""
    words = escape(section.heading + section.run_in.strip(), quote=False)
    heading = f'<h{depth} class="level-{section.level}"{anchor}>{number}{words}</h{depth}>'
    if not section.run_in:
        return heading + ("\n" if section.body else "") + _html(section.body, around)
    first, *rest = blocks_of(section.body) or [""]
    after = _html("".join(rest), around)
    return f'<div class="run-in">{heading}{_html(first, around)}</div>{after}'


def _clause(section: DocumentSection, label: str, around: Surroundings) -> str:
    """The number stands in the paragraph; in front of a table it has a line of its own."""
    number = f'<span class="label">{label}</span>'
    anchor = f' id="{section.key}"' if section.key else ""
    html = _html(section.body, around)
    if opening := OPENING.match(html):
        return f'<p class="clause"{anchor}>{number}{html[opening.end() :]}'
    return f'<p class="clause"{anchor}>{number}</p>{html}'


def _framed(name: str, html: str, around: Surroundings) -> Iterator[str]:
    if html:
        yield f'<div class="{name}">{_html(html, around)}</div>'


def _html(html: str, around: Surroundings) -> str:
    """Pictures at their addresses, with room kept for them; tables that scroll by themselves."""
    if "<img" in html:
        html = PICTURE.sub(lambda found: _picture(found[1], around), html)
    if "<table" in html:
        frame = '<div class="table" role="region" aria-label="表格" tabindex="0"><table>'
        html = html.replace("<table>", frame).replace("</table>", "</table></div>")
    return html


def _picture(sha256: str, around: Surroundings) -> str:
    size = around.sizes.get(sha256)
    room = f' width="{size[0]}" height="{size[1]}"' if size else ""
    return f'<img loading="lazy"{room} src="{escape(around.address_of(sha256))}"'
