"""From a text to a division: the whole text must be its name, or its office's."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Final

from regions.names import text as texts
from regions.names.index import Index, build
from regions.names.place import Place
from regions.names.reading import mentions, read
from regions.names.resolution import UNKNOWN, Prefix, Resolution
from regions.names.settling import settle
from regions.official import FormerName, former_names, official_rows

LONGEST_LINE: Final = 90  # as typed, with a space after every character
LONGEST_TEXT: Final = 45  # the longest prefecture with its province and its longest office fits
LONGEST_MENTION: Final = 200  # a title has 120
LONGEST_INDENT: Final = 300  # nobody indents further; a longer line is not even trimmed

Within = str | Collection[str] | None


class Gazetteer:
    """All the names of all divisions, and what each may mean."""

    def __init__(self, index: Index) -> None:
        """Wrap what `index.build` made; use `from_rows` or `packaged`."""
        self._index = index

    @classmethod
    def from_rows(cls, rows: Iterable[Place], former: Iterable[FormerName] = ()) -> "Gazetteer":
        """Made of these divisions; `former` adds names given up before the list was drawn up."""
        return cls(build(rows, former))

    @staticmethod
    def packaged() -> "Gazetteer":
        """The official list, read once, without any database."""
        return _packaged()

    def name_of(self, code: str) -> str:
        """天津市 for 120000; KeyError for a code that is in no row."""
        return self._index.places[code].name

    def short_name_of(self, code: str) -> str:
        """天津 for 120000; KeyError for a code that is in no row."""
        return self._index.places[code].short_name

    def ancestors(self, code: str) -> frozenset[str]:
        """Every division that one lies in: 659001 石河子市 in 650000 新疆 and in 660000 兵团."""
        return self._index.above.get(code, frozenset())

    def resolve(self, text: str, within: Within = None) -> Resolution:
        """Read a text that should be a name and nothing else.

        `within` (a code or several) says where the text speaks of: short names directly below
        then count, and what is ambiguous is settled by it if it can be.
        """
        if len(text) > LONGEST_LINE:
            return UNKNOWN
        return self._resolve(texts.plain(text), within)

    def resolve_line(self, text: str, within: Within = None) -> Resolution | None:
        """Read a line that is nothing but a division: number, brackets and colon aside.

        None if anything else is in it, or if it is an everyday noun such as 城区; an ambiguous
        name comes back with its candidates, an office's name with `office`.
        """
        if len(text) > LONGEST_INDENT or len(text := text.strip()) > LONGEST_LINE:
            return None
        found = self._resolve(texts.peel(texts.plain(text)), within)
        return found if found.candidates and found.how != "generic" else None

    def resolve_prefix(self, text: str, within: Within = None) -> Prefix | None:
        """Read a line that begins with a division: 北京市：加强值守。 【北京】加强值守。"""
        end, after = texts.name_end(text, LONGEST_LINE)
        found = self.resolve_line(text[:end], within) if end else None
        return Prefix(found, after) if found else None

    def mentioned(self, text: str) -> frozenset[str]:
        """Provinces and prefectures that a text calls by their full names: 石家庄市各区工作进展."""
        text = texts.joined(texts.plain(text[:LONGEST_MENTION]))
        return frozenset(mentions(self._index, text))

    def _resolve(self, line: str, within: Within) -> Resolution:
        core = texts.joined(line)
        if not 1 < len(core) <= LONGEST_TEXT:
            return UNKNOWN
        scope = frozenset([within] if isinstance(within, str) else within or ())
        found = read(self._index, core, scope)
        return settle(self._index, found, scope, spaced=core != line) if found else UNKNOWN


@cache
def _packaged() -> Gazetteer:
    return Gazetteer.from_rows(map(Place.official, official_rows()), former_names())
