"""纠错: a reader says what is wrong on a page, the office answers within three working days.

``receive`` is anybody's; the verbs are those of the people who answer for the place.
"""

from bulletins.reporting.answering import answer, dismiss, empty, take_up
from bulletins.reporting.receiving import Said, receive
from bulletins.reporting.subject import Subject, subject_at, subject_of

__all__ = [
    "Said",
    "Subject",
    "answer",
    "dismiss",
    "empty",
    "receive",
    "subject_at",
    "subject_of",
    "take_up",
]
