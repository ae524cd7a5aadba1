"""A message may be about no article: an error on another page."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0026_error_reports"),
    ]

    operations = [
        migrations.AlterField(
            model_name="outgoing",
            name="edition",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="bulletins.edition",
            ),
        ),
    ]
