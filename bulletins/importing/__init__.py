"""From a paste or a file to a draft, or to one region's part of an open draft.

What came in is kept as it came; what was understood is shown and corrected before it is stored.
"""

from bulletins.importing.becoming import become_draft, become_part
from bulletins.importing.reading import understand, understand_paste
from bulletins.importing.receiving import correct, document_in, receive

__all__ = [
    "become_draft",
    "become_part",
    "correct",
    "document_in",
    "receive",
    "understand",
    "understand_paste",
]
