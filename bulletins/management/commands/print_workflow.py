"""``manage.py print_workflow > docs/workflow.md``: the table of verbs as a page."""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins.workflow.table import as_markdown


class Command(BaseCommand):
    help = "按动作表打印 docs/workflow.md"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(as_markdown(), ending="")
