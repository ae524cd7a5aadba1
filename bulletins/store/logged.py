"""What was noted since a moment: who made pages meanwhile asks which of them it touched."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self

from bulletins.models import Purge
from bulletins.store.affected import EVERY_ARTICLE
from bulletins.store.places import place_of


def last_noted() -> int:
    """The last row of the log. Whatever can be read now was noted up to it."""
    newest = Purge.objects.order_by("-pk").values_list("pk", flat=True)
    return newest.first() or 0


class _Noted(NamedTuple):
    """addresses: exact ones. below: beginnings of others. everything: or a page of any article."""

    row: int
    everything: bool
    articles: bool
    addresses: frozenset[str]
    below: tuple[str, ...]

    @classmethod
    def read(cls, row: Purge) -> Self:
        said = set(row.addresses.split())
        below = tuple(one[:-1] for one in said - {EVERY_ARTICLE} if one.endswith("*"))
        return cls(row.pk, row.everything, EVERY_ARTICLE in said, frozenset(said), below)

    def touches(self, address: str) -> bool:
        """What the log cannot name was touched by anything.

        Of other articles pages alone: their files, texts and records name nobody else.
        """
        if self.everything or address in self.addresses or address.startswith(self.below):
            return True
        of_others = address.startswith("/articles/") and address.endswith("/")
        return (self.articles and of_others) or place_of(address) is None


@dataclass
class Log:
    """What was noted after a row; read as far as it is asked for."""

    after: int = field(default_factory=last_noted)
    _rows: list[_Noted] = field(default_factory=list)
    _read: int = 0

    def touches(self, address: str, up_to: int) -> bool:
        """Whether something noted up to that row can have changed what stands there."""
        self._read_to(up_to)
        return any(one.touches(address) for one in self._rows if one.row <= up_to)

    def has_grown(self) -> bool:
        return last_noted() > self.after

    def _read_to(self, row: int) -> None:
        known = max(self._read, self.after)
        if row > known:
            found = Purge.objects.filter(pk__gt=known, pk__lte=row).order_by("pk")
            self._rows += map(_Noted.read, found)
            self._read = row
