"""The front page of the admin: what waits for this person, each one click from its action."""

from bulletins.editing.desk.alarms import alarms_of
from bulletins.editing.desk.freshness import Freshness, freshness_of
from bulletins.editing.desk.links import Link, links_of, ways_of
from bulletins.editing.desk.reports import reports_of
from bulletins.editing.desk.sections import Entry, Section, calendar_of, desk_of

__all__ = [
    "Entry",
    "Freshness",
    "Link",
    "Section",
    "alarms_of",
    "calendar_of",
    "desk_of",
    "freshness_of",
    "links_of",
    "reports_of",
    "ways_of",
]
