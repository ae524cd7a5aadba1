"""manage.py load_regions"""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins.workflow.regions import follow_list


class Command(BaseCommand):
    """A door to `regions.loading.load`; pages and lists follow."""

    help = "载入全国行政区划名录；可重复运行，不改动自设地区和人工修改过的内容"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(follow_list()))
