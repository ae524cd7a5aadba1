"""What the person who typed `make bench QUICK=1 PAGES=1 SEARCH=1 DATA=… SIZES=…` asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAMES = ("QUICK", "PAGES", "SEARCH")
SMALLEST = 2_000  # fewer have no deep pages in their lists


@dataclass(frozen=True)
class Wishes:
    """sizes: articles in the databases. rounds of so many seconds for each kind of page.

    quick, or only one of pages and search: the figures are printed, and docs are left alone.
    """

    folder: Path
    sizes: tuple[int, ...] = (2_000, 20_000, 100_000)
    rounds: int = 3
    seconds: int = 4
    quick: bool = False
    pages: bool = True
    search: bool = True

    @property
    def whole(self) -> bool:
        """Whether it becomes the page."""
        return not self.quick and self.pages and self.search

    @property
    def result(self) -> Path:
        """Where the figures are kept."""
        if self.pages and self.search:
            return self.folder / ("quick.json" if self.quick else "result.json")
        return self.folder / ("pages.json" if self.pages else "search.json")


def read(said: Mapping[str, str]) -> Wishes:
    """Take the wishes from the environment; a quick run leaves the large sizes out."""
    folder = Path(said.get("DATA") or "var/bench").expanduser().absolute()
    quick, pages, search = (said.get(name, "") not in ("", "0") for name in NAMES)
    sizes = _sizes(said.get("SIZES") or ("2000" if quick else "2000,20000,100000"))
    rounds, seconds = (2, 2) if quick else (3, 4)
    some = pages or search
    kinds = {"pages": pages or not some, "search": search or not some}
    return Wishes(folder, sizes, rounds, seconds, quick=quick, **kinds)


def _sizes(said: str) -> tuple[int, ...]:
    words = said.split(",")
    if not all(word.isascii() and word.isdigit() and int(word) >= SMALLEST for word in words):
        raise SystemExit(
            f"SIZES={said} 不是篇数：请写不小于 {SMALLEST} 的整数，例如 SIZES=2000,20000"
        )
    return tuple(sorted({int(word) for word in words}))
