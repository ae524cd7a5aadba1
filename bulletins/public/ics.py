"""A deadline as an entry of a calendar (RFC 5545)."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from bulletins.document.plain import visible

LONGEST = 75  # octets of a line, without its end
MARKS = re.compile(r"[\\;,]")


def calendar(facts: Iterable[tuple[str, str]]) -> bytes:
    """One event of these properties, the texts among them escaped already."""
    head = [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Lantai//Deadlines//ZH")]
    event = [("BEGIN", "VEVENT"), *facts, ("END", "VEVENT"), ("END", "VCALENDAR")]
    return b"".join(_folded(f"{name}:{value}") for name, value in [*head, *event])


def text(said: str) -> str:
    """With its marks escaped, on one line."""
    lines = [visible(line) for line in said.splitlines()]
    return "\\n".join(MARKS.sub(lambda found: f"\\{found[0]}", line) for line in lines)


def utc(moment: datetime) -> str:
    """20261203T160000Z."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> bytes:
    """Broken before it grows too long, never within a character."""
    rows, row = [], b""
    for letter in line:
        if len(row) + len(letter.encode()) > LONGEST:
            rows.append(row)
            row = b" "
        row += letter.encode()
    return b"\r\n".join([*rows, row]) + b"\r\n"
