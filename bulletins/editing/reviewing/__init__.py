"""What a reviewer is shown: the text under its digest, what changed in it, and where it stands."""

from bulletins.editing.reviewing.bases import Basis, bases_of
from bulletins.editing.reviewing.page import ReviewPage, review_page_of
from bulletins.editing.reviewing.shown import shown_of
from bulletins.editing.reviewing.telling import tell

__all__ = ["Basis", "ReviewPage", "bases_of", "review_page_of", "shown_of", "tell"]
