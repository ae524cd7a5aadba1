"""What the database refuses by itself about articles, editions, their content and their records."""

from bulletins.refusals.articles import ARTICLE_REFUSALS
from bulletins.refusals.content import CONTENT_REFUSALS
from bulletins.refusals.editions import EDITION_REFUSALS
from bulletins.refusals.intervals import IntervalsApart
from bulletins.refusals.records import RECORD_REFUSALS

REFUSALS = (*ARTICLE_REFUSALS, *EDITION_REFUSALS, *CONTENT_REFUSALS, *RECORD_REFUSALS)

__all__ = ["REFUSALS", "IntervalsApart"]
