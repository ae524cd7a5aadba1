"""Every list a reader can open: which editions stand in it, in what order, and how many."""

from bulletins.listing.counting import counts, held_in
from bulletins.listing.names import ALL, column_list, facet_list, region_list, tag_list
from bulletins.listing.windows import CLOSED, OPEN
from bulletins.listing.writing import relist

__all__ = [
    "ALL",
    "CLOSED",
    "OPEN",
    "column_list",
    "counts",
    "facet_list",
    "held_in",
    "region_list",
    "relist",
    "tag_list",
]
