"""联想: what is offered while somebody types."""

from bulletins.search.suggesting.suggested import suggest
from bulletins.search.suggesting.suggestion import Suggestion

__all__ = ["Suggestion", "suggest"]
