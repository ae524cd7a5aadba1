"""One thing that is kept and is not what its rows would make."""

from typing import NamedTuple


class Unproved(NamedTuple):
    """number: of the article, 0 for what is no article's. says: what is wrong, and what to do."""

    number: int
    says: str
