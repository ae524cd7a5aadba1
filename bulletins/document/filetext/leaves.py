"""What was read of a file: leaf by leaf, as plain data that JSON can hold."""

from dataclasses import dataclass
from typing import NotRequired, TypedDict

from bulletins.document.plain import visible

MOST_SHEETS = 10  # of one workbook
MOST_CELLS = 20_000  # of one file, empty ones too: each costs a page as much as a word
MOST_CHARACTERS = 300_000  # of one file: a page that holds more nobody reads
# A cell, or one that covers several: text, across, down
Cell = str | tuple[str, int, int]


class Leaf(TypedDict):
    """A page, a sheet, or the whole. name: of a sheet; the number of a page; "" of the whole.

    lines: paragraphs; rows: of a table, total: how many there are in the file; html: in the
    vocabulary.
    """

    name: str
    lines: NotRequired[list[str]]
    rows: NotRequired[list[list[Cell]]]
    total: NotRequired[int]
    html: NotRequired[str]


@dataclass(frozen=True, slots=True)
class FileText:
    """pages, sheets: how many the file has, also where not all were read. cut: more is in it."""

    leaves: tuple[Leaf, ...]
    pages: int | None = None
    sheets: int | None = None
    cut: bool = False


class Room:
    """How much may still be taken; what does not fit is left out, and that is remembered."""

    def __init__(self, characters: int = MOST_CHARACTERS) -> None:
        self.left = characters
        self.cells = MOST_CELLS
        self.cut = False

    def rows(self, wanted: int, width: int) -> int:
        """How many of these rows, so wide, there is room for."""
        fit = min(wanted, self.cells // max(width, 1))
        self.cut = self.cut or fit < wanted
        self.cells -= fit * width
        return fit

    def take(self, text: str) -> str:
        """As much of it as there is room for, without what nobody sees."""
        said = visible(text)
        self.cut = self.cut or len(said) > self.left
        taken = said[: self.left]
        self.left -= len(taken)
        return taken
