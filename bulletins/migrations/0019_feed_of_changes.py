"""What changed of what was public, and what came to its end, found without reading everything."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0018_listed_deadline"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("ends_at__isnull", False)),
                fields=["ends_at"],
                name="bulletins_article_ends",
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["change_kind", "live_from"], name="bulletins_edition_kind"),
        ),
    ]
