"""A list's row holds what the list prints, and its indexes lead to what changed since a count."""

from typing import Any

from django.db import migrations, models


def fill(apps: Any, schema_editor: Any) -> None:
    """What the rows there are print, from the editions they stand for."""
    editions = apps.get_model("bulletins", "Edition").objects.filter(listings__isnull=False)
    found = editions.distinct().select_related("article").prefetch_related("parts")
    for edition in found.order_by("pk").iterator(chunk_size=500):
        parts = sorted(edition.parts.all(), key=lambda part: (part.position, part.pk))
        edition.listings.update(
            number=edition.article.number,
            title=edition.list_title or edition.title,
            regions=" · ".join(dict.fromkeys(one.region_name for one in parts if one.region_id)),
        )


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0004_preview_links")]

    operations = [
        migrations.RemoveIndex(model_name="listing", name="bulletins_listing_begins"),
        migrations.RemoveIndex(model_name="listing", name="bulletins_listing_ends"),
        migrations.AddField(
            model_name="listing",
            name="number",
            field=models.PositiveBigIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="listing",
            name="title",
            field=models.CharField(default="", max_length=300),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="listing", name="regions", field=models.TextField(blank=True)
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(fields=["list", "live_from"], name="bulletins_listing_begins"),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(fields=["list", "live_until"], name="bulletins_listing_ends"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
