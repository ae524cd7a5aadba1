"""Texts that a page sent and that have nowhere to go any more: shown, so that nobody loses them.

The draft was submitted meanwhile, the part was removed, or the right to write in it was taken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bulletins.document.html.part_form import read_part_html, write_part_html
from bulletins.document.tree import DocumentPart
from bulletins.editing.page import EditionPage

SENT = re.compile(r"(part-[a-z0-9]{6}|new-\d+)-text\Z")


@dataclass(frozen=True, slots=True)
class Leftover:
    """html: sanitised, in the editor's spelling."""

    title: str
    html: str


def leftovers(page: EditionPage, data: Any) -> list[Leftover]:
    """Every text in data that no form of the page takes up."""
    taken = {box.form.prefix for box in page.parts if box.form}
    taken |= {form.prefix for form in page.new_parts}
    return [*_parts(data, taken), *(() if page.head else _head(data))]


def _parts(data: Any, taken: Iterable[str | None]) -> Iterator[Leftover]:
    for name in data:
        sent = SENT.fullmatch(name)
        if sent and sent[1] not in taken and data[name].strip():
            title = data.get(f"{sent[1]}-heading", "") or "正文"
            yield Leftover(title, _clean(data[name]))


def _head(data: Any) -> Iterator[Leftover]:
    for name, label in (("lead", "前言"), ("closing", "落款")):
        if data.get(f"head-{name}", "").strip():
            yield Leftover(label, _clean(data[f"head-{name}"]))


def _clean(html: str) -> str:
    part = DocumentPart()
    return write_part_html(read_part_html(html, part))
