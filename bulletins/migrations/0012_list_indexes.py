"""Lists of a hundred thousand are found, counted and put in order by indexes."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0011_phrases"),
        ("regions", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="edition",
            name="bulletins_edition_state",
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["changed_at", "id", "title", "document_number"],
                name="bulletins_edition_changed",
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["state", "changed_at", "id"], name="bulletins_edition_state"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["column", "changed_at", "id", "title", "document_number"],
                name="bulletins_edition_column",
            ),
        ),
        migrations.AddIndex(
            model_name="part",
            index=models.Index(fields=["region", "edition"], name="bulletins_part_region"),
        ),
    ]
