"""From draft to release: verbs (the table), transitions (the verbs at work), guards, consequences.

Only this writes an edition's state.
"""

from bulletins.workflow.articles import take
from bulletins.workflow.drafts import discard, resume, set_aside
from bulletins.workflow.placing import place
from bulletins.workflow.releases import cancel_release, release, release_urgently, reschedule
from bulletins.workflow.reviews import approve, recall, send_back, submit
from bulletins.workflow.verbs import VERBS

__all__ = [
    "VERBS",
    "approve",
    "cancel_release",
    "discard",
    "place",
    "recall",
    "release",
    "release_urgently",
    "reschedule",
    "resume",
    "send_back",
    "set_aside",
    "submit",
    "take",
]
