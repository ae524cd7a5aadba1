"""The demo account of `make run`: made once, in an empty office; what a person changed stays."""

import json
import secrets
from pathlib import Path

from django.conf import settings

from accounts.models import User

NAME = "admin"
# No 0 and o, no 1, i and l: people copy it from the screen by hand.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class Refused(Exception):
    """A demo account is not possible here; the text is for people."""


def administrator(record: Path, wanted: str = "") -> str:
    """Have a demo administrator where there is nobody yet; out comes what to tell about it.

    `record` remembers the password we set, so that it can be shown again; `wanted` may replace it.
    """
    if not settings.DEMO_ACCOUNTS:
        raise Refused("演示账号只能用在本机地址上：SITE_URL 必须是 http://127.0.0.1:… 这样的地址")
    if not User.objects.exists():
        return _open(record, wanted or _password())
    account = User.objects.filter(username=NAME, is_demo=True).first()
    if account is None:
        return "演示账号：  没有建立，因为这里已经有别的账号"
    return _tell(account, record, wanted)


def _open(record: Path, password: str) -> str:
    _remember(record, password)  # first, so that a password in use is never unknown
    User.objects.create_superuser(
        NAME, password=password, display_name="演示管理员", office="演示单位", is_demo=True
    )
    return _line(password)


def _tell(account: User, record: Path, wanted: str) -> str:
    """What to say of an account that was there before; only our own password may be replaced."""
    ours = _remembered(record)
    if not account.is_active:
        return f"演示账号：  管理员 {NAME}，已被停用"
    if not (ours and account.check_password(ours)):
        return f"演示账号：  管理员 {NAME}，密码以前已另行设定，没有改动"
    if wanted and wanted != ours:
        _replace(account, record, wanted)
    return _line(wanted or ours)


def _replace(account: User, record: Path, wanted: str) -> None:
    account.set_password(wanted)
    account.save(update_fields=["password"])
    _remember(record, wanted)


def _line(password: str) -> str:
    return f"演示账号：  管理员 {NAME}，密码 {password}"


def _password() -> str:
    """Sixteen letters in four groups, some 79 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def _remember(record: Path, password: str) -> None:
    record.touch(mode=0o600)
    record.write_text(json.dumps({NAME: password}))


def _remembered(record: Path) -> str:
    """The password we set, or "" where that is not known any more."""
    try:
        return str(json.loads(record.read_text())[NAME])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
