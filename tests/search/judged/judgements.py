"""The judged queries (queries.txt): what was asked, and what each text is worth as an answer."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

QUERIES = Path(__file__).with_name("queries.txt")
SYNONYMS = Path(__file__).with_name("synonyms.txt")


@dataclass(frozen=True)
class Place:
    """The section to be shown first: of which part, under which heading; "" is any."""

    part: str = ""
    heading: str = ""


@dataclass
class Judged:
    """grades: name of a text → 1 to 3. places: name of a text → its right section."""

    kind: str
    said: str
    held_out: bool = False
    grades: dict[str, int] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def judged() -> list[Judged]:
    """All of them, in the order of the file."""
    return list(_read(QUERIES.read_text(encoding="utf-8").splitlines()))


def synonyms() -> list[list[str]]:
    """Words of one meaning, a group a line."""
    return [line.split() for line in SYNONYMS.read_text(encoding="utf-8").splitlines()]


def _read(lines: list[str]) -> Iterator[Judged]:
    kind, query = "", None
    for line in lines:
        mark, _, rest = line.partition(" ")
        if mark == "##":
            kind = rest.partition(" ")[0]
        elif mark in ("?", "!"):
            query = Judged(kind, rest, held_out=mark == "!")
            yield query
        elif mark.isdigit() and query:
            _grade(query, int(mark), rest.split())


def _grade(query: Judged, grade: int, answers: list[str]) -> None:
    for answer in answers:
        name, at, place = answer.partition("@")
        query.grades[name] = grade
        if at:
            query.places[name] = Place(*place.partition("/")[::2])
