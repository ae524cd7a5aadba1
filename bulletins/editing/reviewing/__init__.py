"""What a reviewer is shown: the text under its digest, what changed in it, and where it stands."""

from bulletins.editing.reviewing.bases import Basis, bases_of
from bulletins.editing.reviewing.page import ReviewPage, agreed_before, review_page_of
from bulletins.editing.reviewing.shown import shown_of

__all__ = ["Basis", "ReviewPage", "agreed_before", "bases_of", "review_page_of", "shown_of"]
