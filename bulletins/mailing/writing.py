"""Putting messages into the outbox, inside the transaction of the act that they tell of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from accounts.models import User
from bulletins.document.wording import by_number
from bulletins.models import Edition, Outgoing, WithdrawalReason


@dataclass(frozen=True, slots=True)
class Message:
    """event: the verb. head: a word before the title. said: who did what.

    yours and reason only the mails say: what it asks of their reader, and why it was done.
    name: what it is about, where that is no article.
    """

    event: str
    head: str
    said: str
    address: str
    yours: str = ""
    reason: str = ""
    name: str = ""


def tell(edition: Edition | None, message: Message, people: Iterable[User], *, by: User) -> int:
    """To everybody concerned but by, who did it; and once to the office messenger.

    Out comes how many messages that are: none where nobody can be told.
    """
    name = name_of(edition) if edition else message.name
    rows = [*_mails(edition, name, message, people, by), *_to_messenger(edition, name, message)]
    return len(Outgoing.objects.bulk_create(rows))


def _mails(
    edition: Edition | None, name: str, message: Message, people: Iterable[User], by: User
) -> Iterator[Outgoing]:
    """Of the text nothing but its title: a mail passes many hands."""
    if not settings.MAILS:
        return
    for person in dict.fromkeys(people):
        if person.pk != by.pk and wants(person):
            body = _mail(edition, name, message)
            yield _row(edition, name, message, person, body)


def wants(person: User) -> bool:
    """Whether mails reach her, and she has not switched them off."""
    return person.is_active and not person.is_system and person.mails and bool(person.email)


def _to_messenger(edition: Edition | None, name: str, message: Message) -> Iterator[Outgoing]:
    if settings.WEBHOOK_URL:
        said = f"{message.said}：“{name}”\n{message.address}"
        yield _row(edition, name, message, None, said)


def _row(
    edition: Edition | None, name: str, message: Message, to: User | None, body: str
) -> Outgoing:
    subject = f"{message.head}：{name}"
    return Outgoing(event=message.event, edition=edition, to=to, subject=subject, body=body)


def name_of(edition: Edition) -> str:
    """Its title; its number while it is withdrawn for a person's sake: a title may name her."""
    standing = edition.article.withdrawals.standing()
    if standing.filter(reason=WithdrawalReason.PRIVACY).exists():
        return by_number(edition.article.number)
    return _on_one_line(str(edition))


def _on_one_line(said: str) -> str:
    """Whatever was pasted into it: a line break would begin a header of its own."""
    return " ".join("".join(char if char.isprintable() else " " for char in said).split())


def _mail(edition: Edition | None, name: str, message: Message) -> str:
    said = "，".join(filter(None, (message.said, message.yours)))
    where = f"（{edition.column} · 第 {edition.number} 版）" if edition else ""
    lines = [f"{said}：", f"“{name}”{where}"]
    if message.reason:
        lines += ["", f"理由：{message.reason}"]
    lines += ["", f"打开：{message.address}", "", "—", settings.SITE_URL]
    return "\n".join([*lines, f"不想收邮件，可在“我的设置”里关闭：{settings.SITE_URL}/admin/me/"])
