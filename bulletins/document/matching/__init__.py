"""Which sections of two regions, or of two years, are on the same subject (docs/compare.md)."""

from bulletins.document.matching.gathering import Cell, Subject, gather
from bulletins.document.matching.pairing import Match, match
from bulletins.document.matching.topics import Topic, topics

__all__ = ["Cell", "Match", "Subject", "Topic", "gather", "match", "topics"]
