"""What is kept of released texts, proved against their rows: printed forms, lists, counts."""

from bulletins.proving.everything import unproved
from bulletins.proving.unproved import Unproved

__all__ = ["Unproved", "unproved"]
