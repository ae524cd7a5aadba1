"""Moments and days as the audit chain says them."""

from datetime import date


def told(moment: date | None) -> str:
    """ISO 8601, of a moment or a day; "" for none."""
    return moment.isoformat() if moment else ""
