"""What was typed, understood."""

from bulletins.search.query.asked import Found, Known, Narrowings, Query, Word
from bulletins.search.query.known import known_at
from bulletins.search.query.understanding import from_address, understand
from bulletins.search.query.written import spell

__all__ = [
    "Found",
    "Known",
    "Narrowings",
    "Query",
    "Word",
    "from_address",
    "known_at",
    "spell",
    "understand",
]
