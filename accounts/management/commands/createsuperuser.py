"""``manage.py createsuperuser``: Django's, with an entry in the audit chain."""

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.db import transaction

from accounts.audit import record
from accounts.models import User
from accounts.system import system_user


class Command(createsuperuser.Command):
    @transaction.atomic
    def handle(self, *arguments: Any, **options: Any) -> None:
        known = set(User.objects.values_list("pk", flat=True))
        super().handle(*arguments, **options)
        for fresh in User.objects.exclude(pk__in=known).filter(is_superuser=True):
            record(
                "open_account", fresh, by=system_user("shell"), detail={"new": True, "all": True}
            )
