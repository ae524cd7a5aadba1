"""What a reader left to be reached by goes by itself; who waits too long is asked for."""

import logging
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from accounts.models import AuditEntry
from bulletins.document.wording import midnight
from bulletins.models import ErrorReport, Outgoing
from bulletins.reporting import answer, dismiss, receive, subject_at
from bulletins.reporting.forgetting import KEPT_DAYS, forget_contacts
from config.logs import Line
from tests.mailing.conftest import mails
from tests.office import People
from tests.reporting.conftest import SAID

__all__ = ["mails"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ended", ["answered", "dismissed"])
def test_the_contact_goes_thirty_days_after_the_answer(
    report: ErrorReport, people: People, ended: str
) -> None:
    if ended == "answered":
        answer(report, "已改。", seen=0, by=people.zhi)
    else:
        dismiss(report, "unclear", seen=0, by=people.zhi)
    for days, left in ((KEPT_DAYS - 1, "张三，022-12345678"), (KEPT_DAYS, "")):
        with time_machine.travel(timezone.now() + timedelta(days=days, seconds=5)):
            call_command("run_due")
        found = ErrorReport.objects.get()
        assert found.contact == left
    assert found.words
    entry = AuditEntry.objects.get(action="forget_contact")
    assert (entry.actor_name, entry.detail) == ("定时任务", {})


def test_who_waits_keeps_it(report: ErrorReport) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        assert list(forget_contacts()) == []
    assert ErrorReport.objects.get().contact


@pytest.mark.usefixtures("mails")
@pytest.mark.parametrize("about", ["an article", "another page"])
def test_the_desk_is_asked_once_a_week_from_the_day_after_the_term(
    report: ErrorReport, about: str
) -> None:
    if about == "another page":
        ErrorReport.objects.update(edition=None)
    due = midnight(report.due_on)
    asked = []
    for days in (0, 1, 2, 8.1, 61):
        Outgoing.objects.exclude(event="report_late").delete()
        with time_machine.travel(due + timedelta(days=days, hours=1)):
            call_command("run_due")
        asked.append(Outgoing.objects.count())
    assert asked == [0, 1, 1, 2, 1]  # what was sent a month ago is forgotten
    assert "已 " in Outgoing.objects.latest("pk").body
    assert "札实" not in "".join(Outgoing.objects.values_list("body", flat=True))


@pytest.mark.usefixtures("mails")
def test_who_waits_for_ninety_days_is_not_hidden_behind_another(report: ErrorReport) -> None:
    now = timezone.now()
    for days, form in ((0, "a"), (80, "b")):
        with time_machine.travel(now + timedelta(days=days)):
            receive(subject_at("首页"), SAID, form=form)
    ErrorReport.objects.filter(pk=report.pk).delete()
    for days in (88, 91):
        with time_machine.travel(now + timedelta(days=days)):
            call_command("run_due")
    told = Outgoing.objects.filter(event="report_failing")
    assert ["检查不合格" in one.body for one in told] == [True]


def test_the_log_masks_whose_number_it_is() -> None:
    said = logging.LogRecord("x", logging.ERROR, "", 1, "失败 %s", ("13812345678",), None)
    assert Line("{message}", style="{").format(said) == "失败 138****5678"
