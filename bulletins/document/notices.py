"""What the reader of a source wants its editor to know; never an error, always a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """line: where in the source, from 1 (0 = the whole). code: stable id. message: Chinese, for
    people.
    """

    line: int
    code: str
    message: str


class Unreadable(Exception):
    """The source cannot be read; the message says in Chinese what happened, why, and what to do."""
