"""``manage.py draw_lifecycle``: the diagrams of docs/lifecycle.md, as the table of verbs has it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from bulletins.workflow.drawing import redrawn


class Command(BaseCommand):
    help = "按动作表重画 docs/lifecycle.md 中的图和表"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        page = settings.BASE_DIR / "docs" / "lifecycle.md"
        page.write_text(redrawn(page.read_text(encoding="utf-8")), encoding="utf-8")
