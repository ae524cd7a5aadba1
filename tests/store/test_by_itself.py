"""A release to come, a deadline, a place on top: no page is handed out past such a moment."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine

from bulletins.document.wording import BEIJING
from bulletins.drafting import start_article
from bulletins.models import Edition, Placing
from bulletins.store.beating import beats_now, keep
from bulletins.store.folder import Folder
from tests.office import BULLETIN, NOTICE, Office, People, amended, approved, released, scheduled
from tests.store.world import ask_for_all, keep_now, stale, stored

pytestmark = pytest.mark.django_db
EVE = datetime(2026, 12, 2, 8, tzinfo=BEIJING)
NINE = datetime(2026, 12, 2, 9, tzinfo=BEIJING)
FIVE = datetime(2026, 12, 2, 17, tzinfo=BEIJING)
BIT = timedelta(milliseconds=1)


def steps_past(moment: datetime, folder: Folder) -> None:
    """The poller is on time, the pages are all there; then comes the moment."""
    with time_machine.travel(moment - timedelta(seconds=2), tick=False):
        keep_now()
        ask_for_all()
        assert len(stored()) > 10
    with time_machine.travel(moment - BIT, tick=False):
        assert beats_now(folder)
    with time_machine.travel(moment, tick=False):
        assert not beats_now(folder)  # whoever asks now is answered by Django
        assert stale() != []
        keep_now()
        assert stale() == []
        assert beats_now(folder)
        ask_for_all()
        assert stale() == []
    assert stored()


def test_a_release_that_was_scheduled(
    draft: Edition, office: Office, people: People, store: Folder
) -> None:
    with time_machine.travel(EVE, tick=False):
        released(start_article(NOTICE, column=office.news, by=people.lin), people)
        scheduled(draft, people, at=NINE)
    steps_past(NINE, store)


def test_a_second_edition_under_another_title(
    draft: Edition, office: Office, people: People, store: Folder
) -> None:
    with time_machine.travel(EVE, tick=False):
        first = released(draft, people)
        released(start_article(NOTICE, column=office.news, by=people.lin), people)
        edition = amended(first, people)
        Edition.objects.filter(pk=edition.pk).update(title="改了名的")
        scheduled(Edition.objects.get(pk=edition.pk), people, at=NINE)
    steps_past(NINE, store)


def test_a_deadline(office: Office, people: People, places: None, store: Folder) -> None:
    with time_machine.travel(EVE, tick=False):
        document = replace(BULLETIN, closes_at=FIVE)
        released(start_article(document, column=office.notices, by=people.lin), people)
    steps_past(FIVE, store)


def test_a_place_on_top(draft: Edition, office: Office, people: People, store: Folder) -> None:
    with time_machine.travel(EVE, tick=False):
        first = released(draft, people)
        Placing.objects.create(article=first.article, column=office.news, pinned_until=FIVE)
        for _ in range(2):
            released(start_article(NOTICE, column=office.news, by=people.lin), people)
        from bulletins.listing import relist

        relist(first.article)
    steps_past(FIVE, store)


def test_a_release_for_the_next_seconds_ends_the_beats(
    draft: Edition, people: People, store: Folder
) -> None:
    """They were given out before it was known; the verb takes them back."""
    with time_machine.travel(EVE, tick=False):
        edition = approved(draft, people)
        keep_now()
        soon = EVE + timedelta(seconds=3)
        from bulletins import workflow

        workflow.release(edition, by=people.zhong, at=soon)
        keep(store, EVE)
    with time_machine.travel(soon, tick=False):
        assert not beats_now(store)
