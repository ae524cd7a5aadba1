"""Addresses that desk staff give to readers: 结果公告, 另见."""

from bulletins.document.addresses import NO_PLACE, place
from bulletins.permissions import Refused


def require_place(said: str) -> str:
    """As ``place`` has it; "" for none. Raises Refused."""
    found = place(said)
    if said.strip() and not found:
        raise Refused(NO_PLACE)
    return found
