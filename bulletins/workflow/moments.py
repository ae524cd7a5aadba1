"""Moments as the audit chain says them."""

from datetime import datetime


def told(moment: datetime | None) -> str:
    """ISO 8601; "" for none."""
    return moment.isoformat() if moment else ""
