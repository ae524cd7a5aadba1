"""`manage.py relate_articles`: choose related articles for what came without its own release."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from bulletins.drafting.locking import lock_unless_erased
from bulletins.listing import related_to
from bulletins.models import Edition
from bulletins.rendering import keep_rendered


class Command(BaseCommand):
    """Imported articles, and those released before there were related ones. Goes on if stopped."""

    help = "为迁入的、旧程序公开的稿件选出相关信息（迁入后运行；可随时中断，再次运行时继续）"

    def handle(self, *args: Any, **options: Any) -> None:
        unrelated = Edition.objects.live().filter(rendered_facts__related__isnull=True)
        numbers = list(unrelated.order_by("pk").values_list("pk", flat=True))
        for number in numbers:
            with transaction.atomic():
                if held := lock_unless_erased(Edition(pk=number)):
                    keep_rendered(held, related_to(held))
        self.stdout.write(f"已为 {len(numbers)} 篇选出相关信息")
