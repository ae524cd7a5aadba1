"""What understanding a text asks of a gazetteer, as ``regions.names`` offers it."""

from collections.abc import Callable
from functools import cache
from typing import Protocol

LONGEST = 40  # characters of a line that is nothing but a region


class Found(Protocol):
    """What the gazetteer says of a name: one code, or none and the candidates."""

    @property
    def code(self) -> str | None: ...
    @property
    def candidates(self) -> tuple[str, ...]: ...
    @property
    def how(self) -> str: ...
    @property
    def everyday(self) -> bool: ...


class Regions(Protocol):
    """A gazetteer of divisions."""

    def name_of(self, code: str) -> str: ...
    def mentioned(self, text: str) -> frozenset[str]: ...
    def resolve_line(self, text: str, within: frozenset[str] | None = None) -> Found | None: ...
    def resolve_prefix(
        self, text: str, within: frozenset[str] | None = None
    ) -> tuple[Found, int] | None: ...


Find = Callable[[str], Found | None]


def line_finder(regions: Regions) -> Find:
    """Tells what region a line names if it names nothing else; every text is looked up once."""
    look_up = cache(regions.resolve_line)
    return lambda text: look_up(text) if len(text) <= LONGEST else None
