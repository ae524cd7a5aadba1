"""Putting messages into the outbox, inside the transaction of the act that they tell of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from accounts.models import User
from bulletins.models import Edition, Outgoing


@dataclass(frozen=True, slots=True)
class Message:
    """event: the verb. head: a word before the title. said: who did what.

    yours and reason only the mails say: what it asks of their reader, and why it was done.
    """

    event: str
    head: str
    said: str
    address: str
    yours: str = ""
    reason: str = ""


def tell(edition: Edition, message: Message, people: Iterable[User], *, by: User) -> None:
    """To everybody concerned but by, who did it; and once to the office messenger."""
    rows = [*_mails(edition, message, people, by), *_to_messenger(edition, message)]
    Outgoing.objects.bulk_create(rows)


def _mails(
    edition: Edition, message: Message, people: Iterable[User], by: User
) -> Iterator[Outgoing]:
    """Of the text nothing but its title: a mail passes many hands."""
    if not settings.MAILS:
        return
    for person in dict.fromkeys(people):
        if person.pk != by.pk and wants(person):
            yield _row(edition, message, person, _mail(edition, message))


def wants(person: User) -> bool:
    """Whether mails reach her, and she has not switched them off."""
    return person.is_active and not person.is_system and person.mails and bool(person.email)


def _to_messenger(edition: Edition, message: Message) -> Iterator[Outgoing]:
    if settings.WEBHOOK_URL:
        said = f"{message.said}：“{title_of(edition)}”\n{message.address}"
        yield _row(edition, message, None, said)


def _row(edition: Edition, message: Message, to: User | None, body: str) -> Outgoing:
    subject = f"{message.head}：{title_of(edition)}"
    return Outgoing(event=message.event, edition=edition, to=to, subject=subject, body=body)


def title_of(edition: Edition) -> str:
    """On one line, whatever was pasted into it: a line break would begin a header of its own."""
    words = "".join(char if char.isprintable() else " " for char in str(edition))
    return " ".join(words.split())


def _mail(edition: Edition, message: Message) -> str:
    said = "，".join(filter(None, (message.said, message.yours)))
    where = f"{edition.column} · 第 {edition.number} 版"
    lines = [f"{said}：", f"“{title_of(edition)}”（{where}）"]
    if message.reason:
        lines += ["", f"理由：{message.reason}"]
    lines += ["", f"打开：{message.address}", "", "—", settings.SITE_URL]
    return "\n".join([*lines, f"不想收邮件，可在“我的设置”里关闭：{settings.SITE_URL}/admin/me/"])
