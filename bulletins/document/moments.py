"""A moment as it stands in an address, and as browsers write it: 2021-06-01T09:30, in Beijing."""

from datetime import UTC, datetime

from bulletins.document.wording import BEIJING

FIRST_YEAR = 1900
EARLIEST = datetime(FIRST_YEAR, 1, 1, tzinfo=BEIJING)  # addresses of months begin there, too


def read_moment(asked: str) -> datetime | None:
    """With seconds or a zone if need be; None for what is no moment."""
    try:
        read = datetime.fromisoformat(asked.strip())
        moment = read if read.tzinfo else read.replace(tzinfo=BEIJING)
        return moment.astimezone(UTC) if read.year >= FIRST_YEAR else None
    except (ValueError, OverflowError):
        return None


def write_moment(moment: datetime) -> str:
    """To the second; without seconds where there are none."""
    return f"{moment.astimezone(BEIJING):%Y-%m-%dT%H:%M:%S}".removesuffix(":00")
