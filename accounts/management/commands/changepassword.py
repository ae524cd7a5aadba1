"""``manage.py changepassword``: Django's, with an entry in the audit chain."""

from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.db import transaction

from accounts.audit import record
from accounts.models import User
from accounts.system import system_user


class Command(changepassword.Command):
    @transaction.atomic
    def handle(self, *arguments: Any, **options: Any) -> str | None:
        before = dict(User.objects.values_list("pk", "password"))
        said = super().handle(*arguments, **options)
        for account in User.objects.filter(pk__in=before):
            if account.password != before[account.pk]:
                record("set_password", account, by=system_user("shell"))
        return said
