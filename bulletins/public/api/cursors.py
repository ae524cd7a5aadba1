"""游标: where the next page begins, signed, so that only those come back that were given out.

It names a place in an order (the keys of the last row), never how many rows were seen, so that it
leads to the same place whatever is released meanwhile.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.core.signing import BadSignature, Signer

from bulletins.public.api.addresses import of_api
from bulletins.public.api.problems import BadQuestion

FORGED = (
    "游标（cursor）无效：它只能取自上一页的 next，并且属于同一个地址。"
    "请不带游标，从第一页重新开始；读变动的，用 since 从上次的时间开始。"
)


class Place(NamedTuple):
    """After the row with that moment and number; what they are is the list's own matter."""

    moment: datetime
    number: int
    rank: int = 0


class Asked(NamedTuple):
    """One page of a list. place: its address behind /api/v1/, with what it is narrowed down by."""

    place: str
    cursor: str | None
    limit: int
    parent: str = ""

    def after(self) -> Place | None:
        """Where it begins; None for the beginning. Raises BadQuestion for a forged cursor."""
        if self.cursor is None:
            return None
        moment, number, rank = self._read(self.cursor)
        return Place(datetime.fromisoformat(str(moment)), int(number), int(rank))

    def after_code(self) -> str:
        """The same of a list in the order of codes; "" for the beginning."""
        return str(self._read(self.cursor)[0]) if self.cursor is not None else ""

    def next(self, place: Place) -> str:
        """The address of the page that begins there."""
        return self._address([place.moment.isoformat(), place.number, place.rank])

    def next_code(self, code: str) -> str:
        return self._address([code])

    def _address(self, keys: Sequence[str | int]) -> str:
        narrowed = {"parent": self.parent} if self.parent else {}
        cursor = self._signer.sign_object(keys)
        return of_api(self.place, **narrowed, limit=self.limit, cursor=cursor)

    def _read(self, cursor: str) -> list[str | int]:
        try:
            keys: list[str | int] = self._signer.unsign_object(cursor)
        except (BadSignature, ValueError) as found:
            raise BadQuestion(FORGED) from found
        return keys

    @property
    def _signer(self) -> Signer:
        """Of this list: a cursor of another one is forged."""
        return Signer(salt=f"api:{self.place}:{self.parent}")
