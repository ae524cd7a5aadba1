"""``manage.py verify_audit``: is the audit chain as it was written?"""

from typing import Any

from django.core.management.base import BaseCommand

from accounts.audit import verifying


class Command(BaseCommand):
    """Exit 0 if it is; else 1, with a line on standard error for every fault."""

    help = "核对审计记录：有无改动、删除、调换或截断"

    def handle(self, *args: Any, **options: Any) -> None:
        missing = [
            f"没有找到库外的链头 {place}：末尾若被截断，这里看不出来"
            for place in verifying.missing_heads()
        ]
        faults = [*missing, *verifying.faults()]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise SystemExit(1)
        self.stdout.write(f"审计记录 {verifying.count()} 条，完好")
