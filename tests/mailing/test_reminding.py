"""补审: asked for once a day from the deadline on, until all have read it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from bulletins.models import Edition, Outgoing
from bulletins.workflow import approve, release, release_urgently
from bulletins.workflow.reminding import LATE, remind_of_late_reviews
from tests.office import People, again, approved, submitted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mails")]


@pytest.fixture
def urgent(draft: Edition, people: People) -> Edition:
    release_urgently(submitted(draft, people), by=people.zhi, reason="台风")
    return again(draft)


def reminded(after: timedelta, edition: Edition) -> list[str]:
    """Whom the command reminds that long after the deadline."""
    assert edition.review_due_at
    Outgoing.objects.exclude(event=LATE).delete()
    before = set(Outgoing.objects.values_list("pk", flat=True))
    with time_machine.travel(edition.review_due_at + after, tick=False):
        call_command("send_mails")
    return [str(one.to) for one in Outgoing.objects.exclude(pk__in=before)]


def test_whose_turn_it_is_is_asked_once_a_day_until_it_is_done(
    urgent: Edition, people: People
) -> None:
    hour = timedelta(hours=1)
    assert reminded(-hour, urgent) == []
    assert reminded(hour, urgent) == ["chu"]
    assert reminded(2 * hour, urgent) == []
    assert reminded(26 * hour, urgent) == ["chu"]
    for reviewer in people.reviewers:
        approve(urgent, digest=urgent.digest, by=reviewer)
    assert reminded(80 * hour, urgent) == []


def test_the_ordinary_way_asks_for_nothing(draft: Edition, people: People) -> None:
    release(approved(draft, people), by=people.zhong)
    Outgoing.objects.all().delete()
    remind_of_late_reviews()
    assert not Outgoing.objects.exists()
