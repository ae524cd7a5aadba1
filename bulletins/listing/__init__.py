"""Every list a reader can open: which editions stand in it, in what order, and how many."""

from bulletins.listing.counting import counts, held_in, held_in_each
from bulletins.listing.elsewhere import relist_column
from bulletins.listing.lasting import lasting, states
from bulletins.listing.names import (
    ALL,
    ALL_CLOSED,
    CLOSED,
    OPEN,
    column_list,
    facet_list,
    region_list,
    tag_list,
)
from bulletins.listing.relating import related_to
from bulletins.listing.writing import relist

__all__ = [
    "ALL",
    "ALL_CLOSED",
    "CLOSED",
    "OPEN",
    "column_list",
    "counts",
    "facet_list",
    "held_in",
    "held_in_each",
    "lasting",
    "region_list",
    "related_to",
    "relist",
    "relist_column",
    "states",
    "tag_list",
]
