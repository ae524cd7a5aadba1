"""批注: said beside a text; resolved by who writes there, reopened by who reviews."""

from bulletins.commenting.comments import comment, reopen, resolve
from bulletins.commenting.places import Place, place_at, places_of

__all__ = ["Place", "comment", "place_at", "places_of", "reopen", "resolve"]
