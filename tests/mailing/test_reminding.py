"""补审: asked for once a day from the deadline on, until all have read it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from bulletins.models import Edition, Grant, Outgoing, Role
from bulletins.timetable import TASKS
from bulletins.timetable.late_reviews import LATE, remind_of_late_reviews
from bulletins.timetable.validity import remind_of_validity
from bulletins.workflow import approve, release, release_urgently, set_validity
from bulletins.workflow.articles.validity import Force
from tests.office import People, again, approved, released, submitted
from tests.together import together

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
        call_command("run_due")
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
    assert list(remind_of_late_reviews()) == []
    assert not Outgoing.objects.exists()


def test_who_wrote_a_policy_paper_is_asked_once_a_week_whether_it_is_in_force(
    draft: Edition, people: People
) -> None:
    live = released(draft, people)
    today = timezone.localdate()
    force = Force("valid", check_by=today + timedelta(days=3))
    set_validity(live.article, force, by=people.zhi)
    Outgoing.objects.all().delete()
    asked = []
    for days in (1, 3, 4, 11):
        with time_machine.travel(timezone.now() + timedelta(days=days, minutes=1), tick=False):
            asked.append(len(list(remind_of_validity())))
    assert asked == [0, 1, 0, 1]
    assert {str(one.to) for one in Outgoing.objects.all()} == {"lin"}
    set_validity(live.article, Force("valid"), by=people.zhi)
    with time_machine.travel(timezone.now() + timedelta(days=40), tick=False):
        assert list(remind_of_validity()) == []


def test_one_run_says_what_it_did_and_how_late(
    urgent: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    assert urgent.review_due_at
    Outgoing.objects.all().delete()
    with time_machine.travel(urgent.review_due_at + timedelta(hours=30), tick=False):
        call_command("run_due")
        said = capsys.readouterr().out
        assert "补审提醒：1 件，最晚的迟了 1 天 6 小时" in said
        assert "邮件和办公消息：1 件" in said
        call_command("run_due")
        assert "补审提醒：0 件\n" in capsys.readouterr().out


@pytest.mark.parametrize("why", ["no address", "switched off", "nobody whose turn it is"])
def test_what_nobody_can_be_told_is_not_called_done(
    urgent: Edition, capsys: pytest.CaptureFixture[str], why: str
) -> None:
    Outgoing.objects.all().delete()
    match why:
        case "no address":
            User.objects.update(email="")
        case "switched off":
            User.objects.update(mails=False)
        case _:
            Grant.objects.filter(role=Role.FIRST_REVIEWER).delete()
    assert urgent.review_due_at
    with time_machine.travel(urgent.review_due_at + timedelta(hours=1), tick=False):
        call_command("run_due")
    assert "补审提醒：0 件\n" in capsys.readouterr().out
    assert not Outgoing.objects.exists()


def test_a_task_that_breaks_off_does_not_stop_the_next(
    urgent: Edition, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Iterator[datetime]:
        raise ValueError("秘密的内容")

    first, *others = TASKS
    monkeypatch.setattr("bulletins.timetable.tasks.TASKS", (replace(first, run=broken), *others))
    with pytest.raises(CommandError, match="没有做完"):
        call_command("run_due")
    said = capsys.readouterr().out
    assert "补审提醒：0 件，中断：ValueError" in said
    assert "秘密的内容" not in said
    assert "邮件和办公消息：" in said


@pytest.mark.django_db(transaction=True)
def test_two_runners_remind_once(urgent: Edition) -> None:
    assert urgent.review_due_at
    Outgoing.objects.all().delete()
    with time_machine.travel(urgent.review_due_at + timedelta(hours=1), tick=False):
        together(*[lambda: list(remind_of_late_reviews())] * 4)
    assert Outgoing.objects.filter(event=LATE).count() == 1
