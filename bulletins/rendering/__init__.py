"""The printed form of an edition: made when it is released, kept, and checked against its rows."""

from bulletins.rendering.bodies import render, render_part, render_unsealed, render_words
from bulletins.rendering.facts import Facts, facts_of, facts_of_all, facts_of_words
from bulletins.rendering.keeping import (
    body_of,
    keep_related,
    keep_rendered,
    kept_facts,
    kept_of,
    related_of,
)

__all__ = [
    "Facts",
    "body_of",
    "facts_of",
    "facts_of_all",
    "facts_of_words",
    "keep_related",
    "keep_rendered",
    "kept_facts",
    "kept_of",
    "related_of",
    "render",
    "render_part",
    "render_unsealed",
    "render_words",
]
