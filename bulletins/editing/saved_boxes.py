"""What a save stored, told to the next page of that edition: its browser need not keep it any more.

Kept in the session by edition, for the next page may be another one's, or the desk.
"""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from bulletins.models import Edition

SAVED = "lantai.saved"
TAB = 12  # characters of the name that a page's script gives itself


def note_saved(request: HttpRequest, edition: Edition, boxes: list[str]) -> None:
    """These boxes were stored a moment ago, as the page of this tab sent them."""
    tab = request.POST.get("tab", "")[:TAB]
    told = {"at": timezone.now().isoformat(), "tab": tab}
    waiting = _waiting(request)
    mine = waiting.get(str(edition.pk), [])
    request.session[SAVED] = waiting | {
        str(edition.pk): [*mine, *({"key": box} | told for box in boxes)]
    }


def take_saved(request: HttpRequest, edition: Edition) -> list[dict[str, str]]:
    """[{"key", "at", "tab"}] of this edition, once; other editions' wait for their own page."""
    waiting = _waiting(request)
    if str(edition.pk) not in waiting:
        return []
    mine: list[dict[str, str]] = waiting.pop(str(edition.pk))
    request.session[SAVED] = waiting
    return mine


def _waiting(request: HttpRequest) -> dict[str, Any]:
    """Sessions from before this was kept by edition hold a plain line: it is let go."""
    found = request.session.get(SAVED)
    return dict(found) if isinstance(found, dict) else {}
