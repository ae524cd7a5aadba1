"""The index that search asks: passages of texts as tokens, the same on both engines."""

from bulletins.indexing.desk import freshen, index_waiting
from bulletins.indexing.engines import engine, tidy
from bulletins.indexing.rebuilding import clear_left, is_stale, rebuild
from bulletins.indexing.warming import warm
from bulletins.indexing.writing import index_later, index_new, index_noted, reindex

__all__ = [
    "clear_left",
    "engine",
    "freshen",
    "index_later",
    "index_new",
    "index_noted",
    "index_waiting",
    "is_stale",
    "rebuild",
    "reindex",
    "tidy",
    "warm",
]
