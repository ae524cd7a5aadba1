"""What was restored is found without reading everything that was ever released."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0001_squashed_0020_erasing")]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                condition=models.Q(("restored_from__isnull", False)),
                fields=["live_from"],
                name="bulletins_edition_restored",
            ),
        ),
    ]
