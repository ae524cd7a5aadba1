"""What lies in ``content/``: one file for each text, and what became of it.

A head of lines 「名：值」, an empty line, then the text as one would paste it, title first. In it a
line of | is a row of a table, ![说明](柱图 12 30) a picture that we draw.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CONTENT = Path(__file__).parent / "content"
FILES = CONTENT / "files"
# Lines that may stand more than once
ACT, CHANGE, AFTER = "经过", "改", "后来"


@dataclass(frozen=True)
class Script:
    """name: of the file. acts: what people did to it, in order; after: when it was public.

    changes: (old words, new words).
    """

    name: str
    text: str
    facts: dict[str, str] = field(default_factory=dict)
    acts: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    after: tuple[str, ...] = ()

    def said(self, name: str) -> str:
        """A line of the head, "" where it is not there."""
        return self.facts.get(name, "")

    def several(self, name: str) -> list[str]:
        """A line of the head that lists things with 、"""
        return [one for one in self.said(name).split("、") if one]


def scripts() -> list[Script]:
    """Every file, in the order of names: within a folder they happen one after another."""
    paths = sorted(path for path in CONTENT.glob("*/*.txt") if path.parent != FILES)
    return [read_script(path.read_text(encoding="utf-8"), path.stem) for path in paths]


def read_script(text: str, name: str) -> Script:
    """Take head and text apart."""
    head, _, body = text.partition("\n\n")
    lines = [_pair(line) for line in head.splitlines()]
    return Script(
        name=name,
        text=body.strip("\n"),
        facts={key: value for key, value in lines if key not in (ACT, CHANGE, AFTER)},
        acts=tuple(value for key, value in lines if key == ACT),
        changes=tuple(_changes(lines)),
        after=tuple(value for key, value in lines if key == AFTER),
    )


def _changes(lines: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for key, value in lines:
        if key == CHANGE:
            old, _, new = value.partition(" → ")
            yield old, new


def _pair(line: str) -> tuple[str, str]:
    key, _, value = line.partition("：")
    return key, value
