"""Sentences that wait in somebody's session for the next page: 「“标题”已送审」."""

from importlib import import_module

from django.conf import settings
from django.contrib.sessions.models import Session

STAYS = "_auth"  # who is signed in


def empty_sessions() -> None:
    """Everybody stays signed in; what was to be told on her next page is not told."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    for session in Session.objects.all().iterator():
        said = session.get_decoded()
        kept = {name: value for name, value in said.items() if name.startswith(STAYS)}
        if kept != said:
            session.session_data = store.encode(kept)
            session.save(update_fields=["session_data"])
