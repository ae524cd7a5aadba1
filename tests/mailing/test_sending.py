"""Sending: each message once, whatever a server does; what fails is tried again later."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from bulletins.mailing import sending
from bulletins.mailing.sending import PAUSES, send_due
from bulletins.models import Edition, Outgoing
from bulletins.workflow import submit
from tests.office import People, again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mails")]


@pytest.fixture
def waiting(draft: Edition, people: People) -> Outgoing:
    submit(draft, by=people.lin)
    return Outgoing.objects.get()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise SMTPServerDisconnected("不在")

    monkeypatch.setattr(EmailMessage, "send", fail)


def sent() -> int:
    """How many were sent in one go."""
    return len(list(send_due()))


def test_a_mail_goes_out_once_from_our_own_address(waiting: Outgoing) -> None:
    assert (sent(), sent()) == (1, 0)
    (one,) = mail.outbox
    assert (one.to, one.from_email) == (["chu@example.cn"], "lantai@example.cn")
    assert one.subject == "待审：多地推进网络工作"
    assert one.content_subtype == "plain"
    waiting.refresh_from_db()
    assert waiting.sent_at


@pytest.mark.usefixtures("broken")
def test_a_verb_is_done_though_the_mail_server_is_away(draft: Edition, people: People) -> None:
    submit(draft, by=people.lin)
    assert again(draft).state == "in_review"
    assert sent() == 0


@pytest.mark.usefixtures("broken")
def test_what_fails_is_tried_later_and_later_and_then_given_up(waiting: Outgoing) -> None:
    now = timezone.now()
    for pause in PAUSES:
        with time_machine.travel(now, tick=False):
            assert sent() == 0
            waiting.refresh_from_db()
            assert waiting.due_at == now + pause
            assert "SMTPServerDisconnected" in waiting.said
        now += pause
    with time_machine.travel(now, tick=False):
        sent()
    waiting.refresh_from_db()
    assert (waiting.due_at, waiting.sent_at, waiting.tries) == (None, None, len(PAUSES) + 1)


def test_one_that_fails_keeps_no_other_back(
    draft: Edition, people: People, waiting: Outgoing, monkeypatch: pytest.MonkeyPatch
) -> None:
    Outgoing.objects.create(
        event="submit", edition=draft, to=people.fu, subject="待审：乙", body="乙"
    )
    send = EmailMessage.send

    def fail_once(self: EmailMessage, fail_silently: bool = False) -> int:
        if self.to == ["chu@example.cn"]:
            raise OSError("不在")
        return send(self)

    monkeypatch.setattr(EmailMessage, "send", fail_once)
    User.objects.filter(pk=people.fu.pk).update(email="fu@example.cn")
    assert sent() == 1
    assert mail.outbox[0].to == ["fu@example.cn"]


def test_two_senders_do_not_send_it_twice(
    waiting: Outgoing, monkeypatch: pytest.MonkeyPatch
) -> None:
    other: list[int] = []
    send = sending._send

    def meanwhile(message: Outgoing) -> None:
        monkeypatch.setattr(sending, "_send", send)
        other.append(sent())
        send(message)

    monkeypatch.setattr(sending, "_send", meanwhile)
    assert (sent(), other) == (1, [0])
    assert len(mail.outbox) == 1


def test_who_switched_mails_off_meanwhile_gets_none(waiting: Outgoing) -> None:
    User.objects.filter(username="chu").update(mails=False)
    sent()
    assert mail.outbox == []


def test_after_a_month_a_message_is_forgotten(waiting: Outgoing) -> None:
    sent()
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        sent()
        assert Outgoing.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        sent()
        assert not Outgoing.objects.exists()


def test_the_command_says_how_many(
    waiting: Outgoing, capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    call_command("run_due")
    assert "邮件和办公消息：1 件" in capsys.readouterr().out
