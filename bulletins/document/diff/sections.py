"""One section compared with what it was."""

from collections.abc import Iterator
from dataclasses import dataclass

from bulletins.document.diff.bodies import TextDiff, compare_bodies
from bulletins.document.diff.result import Kind, SectionDiff
from bulletins.document.diff.words import compare_texts
from bulletins.document.tree import DocumentSection

LEVELS = ("不编号的标题", "一级", "二级", "三级", "四级")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A section and the number printed before it."""

    section: DocumentSection
    label: str


def compare_sections(
    old: Numbered | None, new: Numbered | None, moved: bool = False, came_from: str | None = None
) -> SectionDiff:
    """At least one of them is there. That a number follows the count makes no change of it."""
    before, after = old.section if old else None, new.section if new else None
    heading = TextDiff(compare_texts(_heading(before), _heading(after)))
    body = compare_bodies(before.body if before else "", after.body if after else "")
    notes = tuple(_notes(old, new)) if old and new else ()
    kind = _kind(old, new, bool(notes) or heading.changed or body.changed, moved)
    labels = old.label if old else "", new.label if new else ""
    return SectionDiff(kind, before, after, *labels, heading, body, notes, moved, came_from)


def _heading(section: DocumentSection | None) -> str:
    return (section.heading or "") if section else ""


def _kind(old: object, new: object, changed: bool, moved: bool) -> Kind:
    if old is None:
        return Kind.ADDED
    if new is None:
        return Kind.REMOVED
    if changed:
        return Kind.CHANGED
    return Kind.MOVED if moved else Kind.SAME


def _notes(old: Numbered, new: Numbered) -> Iterator[str]:
    """What changed besides words."""
    before, after = old.section, new.section
    if before.level != after.level:
        yield f"层次由{LEVELS[before.level]}改为{LEVELS[after.level]}"
    elif before.value != after.value and old.label != new.label:
        yield f"编号由「{old.label}」改为「{new.label}」"
    if (before.heading is None) != (after.heading is None):
        yield "由条文改为标题" if before.heading is None else "由标题改为条文"
    if before.run_in != after.run_in:
        yield f"标题与正文的连接由{_joint(before)}改为{_joint(after)}"


def _joint(section: DocumentSection) -> str:
    if not section.run_in:
        return "分行"
    return f"接排（{section.run_in}）" if section.run_in.strip() else "接排（空格）"
