"""From draft to release: verbs (the table), transitions (the verbs at work), guards, consequences.

Only this writes an edition's state.
"""

from bulletins.workflow.articles import (
    archive,
    backdate,
    close,
    erase,
    explain,
    extend,
    reopen,
    restore,
    set_end,
    set_validity,
    unarchive,
    withdraw,
)
from bulletins.workflow.drafts import discard, resume, set_aside
from bulletins.workflow.placing import place
from bulletins.workflow.releases import cancel_release, release, release_urgently, reschedule
from bulletins.workflow.reviews import approve, recall, send_back, submit
from bulletins.workflow.verbs import VERBS

__all__ = [
    "VERBS",
    "approve",
    "archive",
    "backdate",
    "cancel_release",
    "close",
    "discard",
    "erase",
    "explain",
    "extend",
    "place",
    "recall",
    "release",
    "release_urgently",
    "reopen",
    "reschedule",
    "restore",
    "resume",
    "send_back",
    "set_aside",
    "set_end",
    "set_validity",
    "submit",
    "unarchive",
    "withdraw",
]
