"""Paragraphs in our own styles as marked blocks: what they are, and the facts that still hold."""

import re
from collections.abc import Iterator
from datetime import date, time

from bulletins.document import body, inline
from bulletins.document.blocks import Block, Mark
from bulletins.document.docx import stylebook
from bulletins.document.docx.assembly.items import Paragraph
from bulletins.document.docx.assembly.pieces import Piece
from bulletins.document.docx.facts import LABEL, PRINTED
from bulletins.document.inline import Run
from bulletins.document.markers import read_marker

DAY = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?")
HOUR = re.compile(r"(\d{1,2})[:：](\d{2})\s*\Z")
DATED = ("published", "written_date")


def text_kind(paragraph: Paragraph) -> str:
    """Which of the document's texts a paragraph belongs to, "" where it is not ours."""
    if paragraph.own is None:
        return ""
    return paragraph.own.kind if paragraph.own.kind in stylebook.TEXTS else "body"


def blocks_of(paragraph: Paragraph) -> Iterator[Block]:
    """One paragraph is one block; a heading that runs into its text is two, a clause also."""
    kind = paragraph.own.kind if paragraph.own is not None else ""
    if kind in stylebook.NUMBERED:
        yield from _numbered(paragraph, kind)
    elif kind in stylebook.FIELDS or kind in ("part", "attachment"):
        yield from _field(paragraph, kind)
    elif kind == "quote":  # its borders are gone, the style still says it
        yield from _text(f"<blockquote>{paragraph.html()}</blockquote>", paragraph, Mark("body"))
    else:
        empty = kind in ("filler", "spacer")
        yield from _text(paragraph.html(), paragraph, None if empty else Mark(text_kind(paragraph)))


def _text(html: str, paragraph: Paragraph, mark: Mark | None) -> Iterator[Block]:
    html = body.normalise(html)
    if html:
        yield Block(html, body.text_of(html), paragraph.line, mark=mark)


def _field(paragraph: Paragraph, kind: str) -> Iterator[Block]:
    runs = [piece.run for piece in paragraph.pieces if piece.role != stylebook.NUMBER]
    html = _plain(runs)
    text = body.text_of(html)
    said = paragraph.fact(kind)
    facts = _still_true(said, text)
    if kind in DATED and "value" not in facts:
        facts = _dated(text, kind)
        if not facts:
            yield from _text(paragraph.html(), paragraph, None)
            return
    if kind == "source" and (link := next((run.href for run in runs if run.href), "")):
        yield Block(*_twice(link), paragraph.line, mark=Mark("source_address"))
    if html or said:
        yield Block(html, text, paragraph.line, mark=Mark(kind, facts))


def _twice(text: str) -> tuple[str, str]:
    return body.paragraph(text), text


def _plain(runs: list[Run]) -> str:
    """A field is a line of text: what was set bold or linked in it is not kept."""
    return inline.paragraph([Run(run.text) for run in runs])


def _still_true(said: dict[str, str], text: str) -> dict[str, str]:
    """The facts, without the exact value once the printed words have changed."""
    changed = said.get(PRINTED, "") != text
    drop = {PRINTED, LABEL, "value"} if changed else {PRINTED, LABEL}
    return {key: value for key, value in said.items() if key not in drop}


def _dated(text: str, kind: str) -> dict[str, str]:
    """The date somebody typed over the printed one; {} where it is none."""
    found, hour = DAY.search(text), HOUR.search(text)
    try:
        said = date(*(int(part) for part in found.groups())).isoformat() if found else ""
        clock = time(int(hour[1]), int(hour[2])).isoformat() if hour and said else ""
    except ValueError:
        return {}
    return {"value": f"{said}T{clock}" if clock and kind == "published" else said} if said else {}


def _numbered(paragraph: Paragraph, kind: str) -> Iterator[Block]:
    level = paragraph.own.level if paragraph.own is not None else 0
    label, heading, joint, rest = _parted(paragraph.pieces, level)
    said = paragraph.fact(kind)
    html = _plain(heading) if kind == "section" else ""
    facts = _still_true(said, body.text_of(html)) | {"level": str(level)}
    if said.get(LABEL, "") != label:
        facts.pop("number", None)
    facts.pop("run_in", None)
    if joint:
        facts["run_in"] = joint
    if kind == "clause":
        rest = heading + rest
    yield Block(html, body.text_of(html), paragraph.line, mark=Mark(kind, facts))
    yield from _text(inline.paragraph(rest, paragraph.align), paragraph, Mark("body"))


def _parted(pieces: list[Piece], level: int) -> tuple[str, list[Run], str, list[Run]]:
    """Label, heading, the mark between, and the text that runs on after it."""
    label = "".join(piece.run.text for piece in pieces if piece.role == stylebook.NUMBER).strip()
    others = [piece for piece in pieces if piece.role != stylebook.NUMBER]
    ends = [at for at, piece in enumerate(others, start=1) if piece.role == stylebook.HEADING]
    end = ends[-1] if ends else len(others)
    heading = [piece.run for piece in others[:end]]
    joint = "".join(piece.run.text for piece in others[end:] if piece.role == stylebook.JOINT)
    rest = [piece.run for piece in others[end:] if piece.role != stylebook.JOINT]
    if not label:
        label, heading = _typed(heading, level)
    if ends and len(joint) > 1:  # somebody typed on right behind the mark
        rest.insert(0, Run(joint[1:]))
    return label, heading, (joint[:1] or " ") if ends else "", rest


def _typed(heading: list[Run], level: int) -> tuple[str, list[Run]]:
    """A number that somebody typed in a paragraph of our style is its number, not its words."""
    runs = inline.tidy(heading)
    marker = read_marker(inline.text_of(runs))
    if marker is None or not level or marker.level != level:
        return "", heading
    _, rest = inline.split(runs, [marker.end])
    return marker.found, rest
