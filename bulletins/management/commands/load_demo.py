"""``manage.py load_demo``: what `make run` calls to have something true to look at."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts import demo
from bulletins.demo import PEOPLE, is_empty, load
from bulletins.demo.table import table


class Command(BaseCommand):
    """The password may come in DEMO_PASSWORD: a command line is seen by all on the machine."""

    help = "在还没有人用过的本机站点上载入演示内容和演示账号；人改过的一概不动。"

    def handle(self, *args: Any, **options: Any) -> None:
        record = Path(settings.DATA_DIR) / "demo-accounts.json"
        wanted = os.environ.get("DEMO_PASSWORD", "")
        try:
            demo.require_this_machine()
            if is_empty():
                self._load(record, wanted)
            self.stdout.write(table(demo.tell(PEOPLE, record, wanted)))
        except demo.Refused as refusal:
            raise CommandError(str(refusal)) from refusal

    @transaction.atomic
    def _load(self, record: Path, wanted: str) -> None:
        """Accounts and texts together: all of it or nothing."""
        load(demo.open_accounts(PEOPLE, record, wanted), timezone.localdate())
