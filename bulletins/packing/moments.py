"""Moments as a package says them: in Beijing time, to the second."""

from datetime import datetime

from bulletins.document.wording import BEIJING


def told(moment: datetime | None) -> str:
    """2021-03-15T09:13:00+08:00; "" for none."""
    return moment.astimezone(BEIJING).isoformat(timespec="seconds") if moment else ""
