"""What may be asked: the pieces of an address and of its query, as OpenAPI describes them."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from bulletins.document.moments import EARLIEST
from bulletins.models.states import FOREVER

WHOLE = re.compile(r"[1-9][0-9]{0,14}", re.ASCII)
MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(\.\d{1,6})?\d*([Zz]|[+-]\d\d:\d\d)", re.ASCII
)


def _whole(said: Any) -> int:
    """No "+5", " 5", "5.0" or "٥"."""
    if not WHOLE.fullmatch(str(said)):
        raise ValueError("应是正整数")
    return int(said)


def _moment(said: str) -> datetime:
    """A + that nobody wrote as %2B arrives as a space; some clocks have a second 60."""
    found = MOMENT.fullmatch(said.replace(" ", "+"))
    if found is None:
        raise ValueError("应是带时区的时间，如 2026-03-01T09:00:00+08:00")
    day, clock, fraction, zone = found.groups(default="")
    clock = re.sub(":60$", ":59", clock)
    read = datetime.fromisoformat(f"{day}T{clock}{fraction}{zone.upper()}")
    return _within(read)


def _within(read: datetime) -> datetime:
    """Days at the ends of the calendar overflow in another zone; nothing happened then."""
    if read.year <= EARLIEST.year:
        return EARLIEST
    return FOREVER if read.year >= FOREVER.year else read.astimezone(UTC)


def _limit(most: int) -> Any:
    said = {"type": "integer", "minimum": 1, "maximum": most}
    return Annotated[int, BeforeValidator(_whole), Field(ge=1, le=most), WithJsonSchema(said)]


Number = Annotated[
    int,
    BeforeValidator(_whole),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 10**15 - 1}),
]
Slug = Annotated[str, StringConstraints(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Code = Annotated[str, StringConstraints(pattern="^[0-9]{6,12}$")]
TagSlug = Annotated[str, StringConstraints(pattern="^[^/\\x00-\\x1f\\x7f]{1,100}$")]
Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
Cursor = Annotated[str, WithJsonSchema({"type": "string", "format": "cursor"})]
Limit = _limit(100)
FewerArticles = _limit(10)
