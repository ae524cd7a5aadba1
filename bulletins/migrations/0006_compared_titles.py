"""What titles are compared by, of the editions there are."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from bulletins.document.titles import bare_title

EDGE = 4


def fill(apps: Any, schema_editor: Any) -> None:
    """One row for each edition, a thousand at a time."""
    compared = apps.get_model("bulletins", "ComparedTitle")
    rows = []
    for pk, title in apps.get_model("bulletins", "Edition").objects.values_list("pk", "title"):
        bare = bare_title(title)[:300]
        rows.append(compared(pk=pk, bare=bare, begins=bare[:EDGE], ends=bare[-EDGE:]))
    compared.objects.bulk_create(rows, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0005_lists_print_by_themselves"),
    ]

    operations = [
        migrations.CreateModel(
            name="ComparedTitle",
            fields=[
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="compared_title",
                        serialize=False,
                        to="bulletins.edition",
                    ),
                ),
                ("bare", models.CharField(db_index=True, max_length=300)),
                ("begins", models.CharField(db_index=True, max_length=4)),
                ("ends", models.CharField(db_index=True, max_length=4)),
            ],
            options={
                "verbose_name": "查重标题",
                "verbose_name_plural": "查重标题",
                "ordering": ["-edition"],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
