"""The same search over what one person may see, drafts among it.

A passage is found only by who may read it: the index is asked for little more than that
(``reach``), each candidate is then held against her grants, and what is not hers is left out
before anything is judged, counted or shown.
"""

from bulletins.search.desk.finding import find_seen
from bulletins.search.desk.results import Findings, Group, Hit

__all__ = ["Findings", "Group", "Hit", "find_seen"]
