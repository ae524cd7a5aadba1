"""A .docx as blocks: open the package, make the text plain, read the story, say what was done."""

from lxml import etree

from bulletins.document import body, plain
from bulletins.document.blocks import Block, Clue, Mark, Source
from bulletins.document.docx.assembly.blocks import blocks_of
from bulletins.document.docx.cleaning import fields, revisions
from bulletins.document.docx.cleaning.alternates import choose_alternatives
from bulletins.document.docx.facts import LABEL, PRINTED, read_facts
from bulletins.document.docx.forms import form_clues
from bulletins.document.docx.looks import Looks
from bulletins.document.docx.margins import margin_lines
from bulletins.document.docx.names import attribute, child, children, name, within
from bulletins.document.docx.numbers.counting import Numbering
from bulletins.document.docx.numbers.schemes import read_schemes
from bulletins.document.docx.opening.package import Package, main_part, main_root, open_package
from bulletins.document.docx.opening.refusals import BROKEN, TOO_BIG, TOO_DEEP
from bulletins.document.docx.remarks import notices
from bulletins.document.docx.state import ReadChunk, Reading
from bulletins.document.docx.story.frames import letters
from bulletins.document.docx.story.notes import Notes
from bulletins.document.docx.story.story import read_story
from bulletins.document.docx.styles import read_styles
from bulletins.document.notices import Unreadable

# What a file that is broken on purpose may still make Python or lxml raise.
TROUBLE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, etree.LxmlError)


def read_docx(data: bytes, read_chunk: ReadChunk | None = None) -> Source:
    """Blocks, pictures, clues and notices of a Word file; raises Unreadable and nothing else.

    read_chunk: reads whole files inside the file; without it they are only pointed at.
    """
    try:
        return _read(open_package(data), read_chunk)
    except RecursionError as trouble:
        raise Unreadable(TOO_DEEP) from trouble
    except MemoryError as trouble:
        raise Unreadable(TOO_BIG) from trouble
    except TROUBLE as trouble:
        raise Unreadable(BROKEN) from trouble


def _read(opened: Package, read_chunk: ReadChunk | None) -> Source:
    main = main_part(opened)
    root = main_root(opened)
    reading = _begin(opened, main)
    reading.read_chunk = read_chunk
    reading.margins = margin_lines(root, main, opened)
    reading.tally["docx.comments"] = _comments(opened, main, root)
    _prepare(root, reading)
    _read_notes(opened, main, reading)
    reading.letters = letters(root)
    story = child(root, "w:body")
    blocks = tuple(blocks_of(read_story(story, reading))) if story is not None else ()
    if not blocks or any(block.mark for block in blocks):  # still our file
        blocks = (*_unprinted(reading), *blocks)
    headers = (Clue("header", line, visible=True) for line in reading.margins)
    clues = (*_clues(opened), *headers, *form_clues(blocks))
    return Source(blocks, clues, reading.files, notices(reading))


def _begin(opened: Package, main: str) -> Reading:
    styles = read_styles(_part(opened, main, "styles"))
    numbering = Numbering(read_schemes(_part(opened, main, "numbering"), styles))
    return Reading(opened, styles, Looks(styles), numbering, read_facts(opened), Notes(), main)


def _part(opened: Package, main: str, kind: str) -> etree._Element | None:
    target = opened.related(main, kind)
    root = opened.xml(target) if target else None
    if root is not None:
        choose_alternatives(root)
    return root


def _comments(opened: Package, main: str, root: etree._Element) -> int:
    stored = _part(opened, main, "comments")
    if stored is not None:
        return sum(1 for _ in children(stored, "w:comment"))
    return len({attribute(one, "w:id") for one in within(root, "w:commentReference")})


def _prepare(root: etree._Element, reading: Reading) -> None:
    choose_alternatives(root)
    reading.tally["docx.revisions"] += revisions.accept(root)
    reading.tally["docx.contents"] += fields.resolve(root)


def _read_notes(opened: Package, main: str, reading: Reading) -> None:
    for kind in ("footnote", "endnote"):
        part = opened.related(main, f"{kind}s")
        root = opened.xml(part) if part else None
        if part and root is not None:
            _prepare(root, reading)
            reading.notes.add(kind, root, part)


def _unprinted(reading: Reading) -> list[Block]:
    """Fields that are kept but not printed: tags, column, deadline."""
    out = []
    for mark in reading.facts.loose:
        facts = {key: value for key, value in mark.facts.items() if key not in (PRINTED, LABEL)}
        html = body.paragraph(mark.facts.get(PRINTED, ""))
        out.append(Block(html, body.text_of(html), 0, mark=Mark(mark.kind, facts)))
    return out


def _clues(opened: Package) -> tuple[Clue, ...]:
    """Title and author of the file's properties: often of another file, never to be trusted."""
    part = opened.related("", "core-properties")
    try:
        root = opened.xml(part) if part else None
    except Unreadable:
        return ()
    said = {name(one): plain.squeeze(one.text or "") for one in root} if root is not None else {}
    wanted = (("docx:title", "dc:title"), ("docx:creator", "dc:creator"))
    return tuple(Clue(label, said[key], visible=False) for label, key in wanted if said.get(key))
