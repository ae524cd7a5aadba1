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
    """html: sanitised, in the editor's spelling. reason: why it is stored nowhere."""

    title: str
    html: str
    reason: str


def leftovers(page: EditionPage, data: Any) -> list[Leftover]:
    """Every text in data that no form of the page takes up."""
    taken = {box.form.prefix for box in page.parts if box.form}
    taken |= {form.prefix for form in page.new_parts}
    return [*_parts(page, data, taken), *(() if page.head else _head(page, data))]


def _parts(page: EditionPage, data: Any, taken: Iterable[str | None]) -> Iterator[Leftover]:
    for name in data:
        sent = SENT.fullmatch(name)
        if sent and sent[1] not in taken and data[name].strip():
            title = data.get(f"{sent[1]}-heading", "") or "正文"
            yield Leftover(title, _clean(data[name]), _reason(page, sent[1]))


def _head(page: EditionPage, data: Any) -> Iterator[Leftover]:
    for name, label in (("lead", "前言"), ("closing", "落款")):
        if data.get(f"head-{name}", "").strip():
            yield Leftover(label, _clean(data[f"head-{name}"]), _reason(page, "head"))


def _reason(page: EditionPage, prefix: str) -> str:
    if not page.is_draft:
        return f"稿件{page.edition.get_state_display()}，不能再写"
    known = {"head", *(f"part-{box.part.key}" for box in page.parts)}
    if prefix in known or prefix.startswith("new-"):
        return "您已不能修改这一部分"
    return "这一部分已被删去"


def _clean(html: str) -> str:
    part = DocumentPart()
    return write_part_html(read_part_html(html, part))
