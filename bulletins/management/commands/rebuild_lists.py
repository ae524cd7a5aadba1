"""``manage.py rebuild_lists``: every list made anew from what is released."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from bulletins.listing.writing import rebuild
from bulletins.store import note_everything


class Command(BaseCommand):
    """Readers see the old lists until the new ones are whole."""

    help = "重建全部列表和计数"

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        done = 0
        for done in rebuild():
            if options["verbosity"]:
                self.stdout.write(f"\r已列出 {done} 篇", ending="")
        note_everything()
        if options["verbosity"]:
            self.stdout.write(f"\r列表已重建，共 {done} 篇")
