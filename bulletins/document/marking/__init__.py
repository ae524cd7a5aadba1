"""What was looked for, marked in the text as it was written."""

from bulletins.document.marking.excerpts import excerpt
from bulletins.document.marking.pieces import Marked, marked

__all__ = ["Marked", "excerpt", "marked"]
