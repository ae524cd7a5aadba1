"""The fields of two documents side by side."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime, time

from bulletins.document import wording
from bulletins.document.diff.bodies import TextDiff, compare_bodies
from bulletins.document.diff.result import FieldDiff
from bulletins.document.diff.words import compare_texts
from bulletins.document.tree import Document, DocumentAttachment

HTML = ("lead", "closing")
UNSEEN = "有变化"  # that the words of the field do not show


def changed_fields(old: Document, new: Document) -> Iterator[FieldDiff]:
    """In the order of ``Document``; keys do not count."""
    for item in fields(Document):
        if item.name != "parts":
            text = _compare(item.name, getattr(old, item.name), getattr(new, item.name))
            if text.changed:
                yield FieldDiff(item.name, wording.FIELD_NAMES[item.name], text)


def _compare(name: str, old: object, new: object) -> TextDiff:
    if name in HTML:
        return compare_bodies(str(old), str(new))
    text = TextDiff(compare_texts(_spoken(old), _spoken(new)))
    if text.changed or _without_key(old) == _without_key(new):
        return text
    return TextDiff(text.pieces, (wording.FIELD_NAMES[name] + UNSEEN,))


def _spoken(value: object) -> str:
    """As a page prints it; several values on lines of their own."""
    if isinstance(value, datetime):
        return wording.deadline(value)
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, tuple):
        return "\n".join(map(_spoken, value))
    return value.title if isinstance(value, DocumentAttachment) else str(value or "")


def _without_key(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_without_key, value))
    return (value.title, value.address) if isinstance(value, DocumentAttachment) else value
