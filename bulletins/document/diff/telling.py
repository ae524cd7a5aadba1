"""A structural difference in a colleague's words: what was done, where, and to which words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bulletins.document.body import text_of
from bulletins.document.diff.bodies import TextDiff
from bulletins.document.diff.hunks import Hunk, hunks
from bulletins.document.diff.result import DocumentDiff, Kind, PartDiff, SectionDiff
from bulletins.document.diff.words import Piece
from bulletins.document.tree import DocumentPart

WORDS = {Kind.ADDED: "新增", Kind.REMOVED: "删去", Kind.MOVED: "移动", Kind.CHANGED: "改动"}
FIRST_WORDS = 24


@dataclass(frozen=True, slots=True)
class ToldSection:
    """said: what happened, each a few words. heading: its pieces, of a clause its first words."""

    kind: str
    label: str
    said: list[str]
    heading: Sequence[Piece] | str
    hunks: Sequence[Hunk]


@dataclass(frozen=True, slots=True)
class ToldPart:
    """runs: sections that something happened to, and between them counts of those that stayed."""

    kind: str
    stands: DocumentPart
    title: str
    said: list[str]
    heading: Sequence[Piece]
    intro: Sequence[Hunk]
    runs: list[ToldSection | int]


@dataclass(frozen=True, slots=True)
class Told:
    """fields: label, notes and hunks of each. summary: all of it in one line."""

    summary: str
    fields: Sequence[tuple[str, Sequence[str], Sequence[Hunk]]]
    parts: Sequence[ToldPart]

    @property
    def stayed(self) -> int:
        """How many parts nothing happened to."""
        return sum(part.kind == Kind.SAME for part in self.parts)


def tell(difference: DocumentDiff, region_names: Mapping[str, str]) -> Told:
    """region_names: code → name, for parts that have no heading of their own."""
    fields = [(one.label, one.text.notes, hunks(one.text.pieces)) for one in difference.fields]
    parts = [_part(part, region_names) for part in difference.parts]
    return Told(_summary(difference), fields, parts)


def _summary(difference: DocumentDiff) -> str:
    """改动 2 节，新增 1 节；删去地区稿 1 个。"""
    if difference.is_empty:
        return "内容完全相同。"
    sections = [section.kind for part in difference.parts for section in part.sections]
    pieces = [f"{WORDS[kind]} {sections.count(kind)} 节" for kind in WORDS if kind in sections]
    parts = [part.kind for part in difference.parts]
    pieces += [
        f"{WORDS[kind]}地区稿 {parts.count(kind)} 个"
        for kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED)
        if kind in parts
    ]
    if difference.fields:
        pieces.append(f"稿件信息改动 {len(difference.fields)} 项")
    return "，".join(pieces or ["有改动"]) + "。"


def _part(part: PartDiff, names: Mapping[str, str]) -> ToldPart:
    stands = part.new or part.old
    assert stands is not None
    said = [WORDS[part.kind]] if part.kind in WORDS else []
    if part.moved and part.kind is Kind.CHANGED:
        said.append("位置有移动")
    said += [*part.notes, *part.intro.notes]
    return ToldPart(
        kind=part.kind,
        stands=stands,
        title=stands.heading or names.get(stands.region or "", "") or "正文",
        said=said,
        heading=part.heading.pieces if part.old and part.new and part.heading.changed else (),
        intro=hunks(part.intro.pieces),
        runs=list(_runs(part.sections)),
    )


def _runs(sections: Sequence[SectionDiff]) -> Iterator[ToldSection | int]:
    for stayed, group in groupby(sections, key=_stayed):
        if stayed:
            yield len(list(group))
        else:
            yield from (_section(section) for section in group)


def _stayed(section: SectionDiff) -> bool:
    """Nothing happened to it, not even to the number before it."""
    return section.kind is Kind.SAME and section.old_label == section.new_label


def _section(section: SectionDiff) -> ToldSection:
    label = section.new_label if section.new else section.old_label
    body = hunks(section.body.pieces)
    return ToldSection(section.kind, label, list(_said(section)), _heading(section), body)


def _said(section: SectionDiff) -> Iterator[str]:
    if section.kind in WORDS:
        yield WORDS[section.kind]
    if section.came_from is not None:
        yield f"由“{section.came_from or '正文'}”移来"
    elif section.moved and section.kind is not Kind.MOVED:
        yield "位置有移动"
    notes = [*section.notes, *section.heading.notes, *section.body.notes]
    yield from notes
    renumbered = section.old and section.new and section.old_label != section.new_label
    if renumbered and not any(note.startswith("编号") for note in notes):
        yield f"序号由「{section.old_label}」变为「{section.new_label}」"


def _heading(section: SectionDiff) -> Sequence[Piece] | str:
    """A clause is known by its first words, unless they are told anyway."""
    if section.heading.pieces:
        return section.heading.pieces
    stands = section.new or section.old
    if stands is None or _is_told(section.body):
        return ""
    words = text_of(stands.body)
    return words[:FIRST_WORDS] + ("……" if len(words) > FIRST_WORDS else "")


def _is_told(body: TextDiff) -> bool:
    return bool(hunks(body.pieces))
