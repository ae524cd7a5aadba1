"""Opening the accounts, and telling of them afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from accounts.demo.passwords import Ours, new_password, remember, remembered
from accounts.models import User


class Refused(Exception):
    """A demo account is not possible here; the text is for people."""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """name: to sign in with. title: what she does in the office, for the table of accounts."""

    name: str
    title: str
    display_name: str
    is_superuser: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What to tell of one account: its password, or in words why it is not told."""

    title: str
    name: str
    password: str


def open_accounts(people: Sequence[DemoPerson], record: Path, wanted: str = "") -> dict[str, User]:
    """Have an account for each of them; those there are stay as they are. User name → account.

    record remembers the passwords we set, so that they can be shown again; wanted: one for all.
    """
    require_this_machine()
    known = {user.username: user for user in User.objects.filter(is_demo=True)}
    fresh = [person for person in people if person.name not in known]
    ours = {person.name: Ours.of(wanted or new_password()) for person in fresh}
    remember(record, ours)  # first, so that a password in use is never unknown
    return known | {person.name: _open(person, ours[person.name].hash) for person in fresh}


def tell(people: Sequence[DemoPerson], record: Path, wanted: str = "") -> list[Told]:
    """What to say of the accounts that are there; only our own passwords may be replaced."""
    require_this_machine()
    known = {user.username: user for user in User.objects.filter(is_demo=True)}
    ours = remembered(record)
    return [
        Told(one.title, one.name, _said(known[one.name], ours.get(one.name), record, wanted))
        for one in people
        if one.name in known
    ]


def require_this_machine() -> None:
    """Raises Refused where the site can be reached from elsewhere."""
    if not settings.DEMO_ACCOUNTS:
        raise Refused("演示账号只能用在本机地址上：SITE_URL 必须是 http://127.0.0.1:… 这样的地址")


def _open(person: DemoPerson, hashed: str) -> User:
    return User.objects.create(
        username=person.name,
        password=hashed,
        display_name=person.display_name,
        office="演示单位",
        is_demo=True,
        is_staff=True,
        is_superuser=person.is_superuser,
    )


def _said(account: User, ours: Ours | None, record: Path, wanted: str) -> str:
    if not account.is_active:
        return "（已被停用）"
    if ours is None or not ours.is_of(account):
        return "（以前已另行设定，没有改动）"
    if wanted and wanted != ours.password:
        _replace(account, record, wanted)
    return wanted or ours.password


def _replace(account: User, record: Path, wanted: str) -> None:
    ours = Ours.of(wanted)
    User.objects.filter(pk=account.pk).update(password=ours.hash)
    remember(record, {account.username: ours})
