"""Accounts are opened, changed, closed and given passwords: each with an entry in the audit chain.

The chain holds names of fields, never what stands in them, and nothing of a password.
"""

from django.db import transaction

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.permissions.administrators import require_administrator, require_one_remains
from bulletins.permissions.refused import Refused

SEEN_TO_BY_DJANGO = {"password", "last_login"}


@transaction.atomic
def save_account(account: User, *, by: User) -> None:
    """Store a new or changed account. Raises Refused unless by administers the site."""
    require_administrator(by, "开设和修改账号")
    before = User.objects.select_for_update().filter(pk=account.pk).first()
    if account.is_superuser and not (before and before.is_superuser):
        raise Refused("最高权限只能在服务器上用命令给出（manage.py createsuperuser）")
    if before is None:
        account.is_staff = True  # an account is there to sign in with; grants say what for
    account.save()
    require_one_remains()
    record(_deed(before, account), account, by=by, detail=_differences(before, account))


@transaction.atomic
def set_password(account: User, password: str, *, by: User) -> None:
    """Her own, or, by an administrator, anybody's; it ends what is signed in elsewhere."""
    if account.pk != by.pk:
        require_administrator(by, "重设别人的密码")
    account.set_password(password)
    account.save(update_fields=["password"])
    record("set_password", account, by=by)


def _deed(before: User | None, after: User) -> str:
    if before is None:
        return "open_account"
    if before.is_active == after.is_active:
        return "save_account"
    return "reopen_account" if after.is_active else "close_account"


def _differences(before: User | None, after: User) -> dict[str, object]:
    if before is None:
        return {"new": True}
    changed = changed_fields(before, after)
    return {"changed": [name for name in changed if name not in SEEN_TO_BY_DJANGO]}
