"""One address that is to be exported, and what it depends on."""

from typing import NamedTuple

FOUND, GONE, MISSING = 200, 410, 404


class Wanted(NamedTuple):
    """key: another one as soon as what stands there may be another.

    article: its number, so that what belongs together is made together; 0 for what is no article's.
    may_be: other answers that are no fault: an earlier text may be closed.
    """

    address: str
    key: str
    article: int = 0
    may_be: tuple[int, ...] = ()
