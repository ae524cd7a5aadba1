"""Lists print until when a notice asks for something."""

from typing import Any

from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce


def fill(apps: Any, schema_editor: Any) -> None:
    """As ``Article.deadline`` says it; ``manage.py rebuild_lists`` would do the same."""
    edition = apps.get_model("bulletins", "Edition").objects.filter(pk=OuterRef("edition"))
    closed, extended = F("article__closed_at"), F("article__extended_to")
    deadline = edition.order_by().values(at=Coalesce(closed, extended, F("closes_at")))
    apps.get_model("bulletins", "Listing").objects.update(deadline=Subquery(deadline))


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0017_archive_rule")]

    operations = [
        migrations.AddField("listing", "deadline", models.DateTimeField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
