"""The front page of the admin: what waits for this person, each one click from its action."""

from bulletins.editing.desk.columns import Stale, stale
from bulletins.editing.desk.links import Link, links_of, ways_of
from bulletins.editing.desk.sections import Entry, Section, calendar_of, desk_of

__all__ = [
    "Entry",
    "Link",
    "Section",
    "Stale",
    "calendar_of",
    "desk_of",
    "links_of",
    "stale",
    "ways_of",
]
