"""Lists print the first sentence of a text."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations, models
from django.db.models import Exists, OuterRef

from bulletins.document.summary import LONGEST, summary

STEP = 500


def fill(apps: Any, schema_editor: Any) -> None:
    """As ``listing.writing`` does; ``manage.py rebuild_lists`` would do the same."""
    listing = apps.get_model("bulletins", "Listing").objects
    listed = Exists(listing.filter(edition=OuterRef("pk")))
    editions = apps.get_model("bulletins", "Edition").objects.filter(listed).order_by("pk")
    for edition in _all(editions):
        intros = (part.intro for part in edition.parts.order_by("position", "pk"))
        listing.filter(edition=edition).update(summary=summary(edition.lead, *intros))


def _all(editions: Any) -> Iterator[Any]:
    last = 0
    while batch := list(editions.filter(pk__gt=last).only("lead")[:STEP]):
        yield from batch
        last = batch[-1].pk


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0023_ended_withdrawals")]

    operations = [
        migrations.AddField(
            "listing",
            "summary",
            models.CharField(max_length=LONGEST, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
