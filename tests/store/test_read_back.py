"""From a change to the desk and away again: what the poller's second thread does, turn by turn."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from bulletins.management.commands import keep_pages
from bulletins.management.commands.keep_pages import Changed, Probe
from bulletins.models import Edition, PageAlarm, Role
from bulletins.store import Change, note, probing
from bulletins.store.folder import Folder
from bulletins.store.reading import Seen
from tests.office import Office, People, released

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/articles/1/"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Seen | None]:
    """What readers get at each address; None: what Django makes of it."""
    found: list[Seen | None] = [None]
    make = probing.by_django()

    def read(address: str) -> Iterator[Seen]:
        yield found[0] or make(address)

    monkeypatch.setattr(probing, "PAUSE", 0.0)
    monkeypatch.setattr(keep_pages, "WAIT", 0)
    monkeypatch.setattr(keep_pages, "AGAIN", -1)
    monkeypatch.setattr(keep_pages, "by_http", read)
    return found


def on_the_desk(client: Client) -> bool:
    return f'href="{PAGE}"' in client.get("/admin/").content.decode()


def test_what_readers_get_wrong_stands_on_the_desk_until_it_is_right(
    client: Client,
    draft: Edition,
    people: People,
    office: Office,
    store: Folder,
    given: list[Seen | None],
) -> None:
    released(draft, people)
    client.force_login(office.hire("zhiban", Role.DESK))
    probe = Probe(store, Changed())
    probe()
    assert not on_the_desk(client)
    given[0] = Seen(200, b"as it was")
    with transaction.atomic():
        note(Change(1))
    probe()
    assert on_the_desk(client)
    given[0] = None
    probe()
    assert not on_the_desk(client)


def test_what_changed_by_itself_is_read_back_also_after_a_failure(
    draft: Edition, people: People, store: Folder, given: list[Seen | None]
) -> None:
    """A database that was away for a moment must not keep an alarm from the desk."""
    released(draft, people)
    changed = Changed()
    probe = Probe(store, changed)
    probe()
    make, given[0] = probe.make, Seen(200, b"as it was")
    changed.put([PAGE])
    probe.make = lambda address: 1 / 0  # type: ignore[assignment, return-value]
    with pytest.raises(ZeroDivisionError):
        probe()
    probe.make = make
    probe()
    assert PageAlarm.objects.get().machine == store.machine()
