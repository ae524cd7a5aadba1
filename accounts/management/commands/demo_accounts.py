"""`manage.py demo_accounts`: what `make run` calls to have somebody who can sign in."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts import demo


class Command(BaseCommand):
    """The password may come in DEMO_PASSWORD: a command line is seen by all on the machine."""

    help = "在还没有账号的本机站点上建立演示账号；人改过的密码不动。"

    def handle(self, *args: Any, **options: Any) -> None:
        record = Path(settings.DATA_DIR) / "demo-accounts.json"
        try:
            self.stdout.write(demo.administrator(record, os.environ.get("DEMO_PASSWORD", "")))
        except demo.Refused as refusal:
            raise CommandError(str(refusal)) from refusal
