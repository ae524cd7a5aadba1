"""Showing a text that is not public to somebody without an account, and to nobody else."""

from bulletins.previews.links import (
    DAYS,
    MOST_DAYS,
    FreshLink,
    close_links,
    make_link,
    may_make,
    revoke_link,
)
from bulletins.previews.opening import Sight, find, log_use, sight_of
from bulletins.previews.sealing import Text, text_now

__all__ = [
    "DAYS",
    "MOST_DAYS",
    "FreshLink",
    "Sight",
    "Text",
    "close_links",
    "find",
    "log_use",
    "make_link",
    "may_make",
    "revoke_link",
    "sight_of",
    "text_now",
]
