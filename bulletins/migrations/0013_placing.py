"""Articles stand in other columns and on top; 标题链接 leads away from a list; 本单位 of a source."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def fill(apps: Any, schema_editor: Any) -> None:
    """Where the titles of the rows there are lead."""
    linked = apps.get_model("bulletins", "Edition").objects.exclude(link_only_to="")
    for edition in linked.filter(listings__isnull=False).distinct():
        edition.listings.update(link=edition.link_only_to)


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0012_list_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Placing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pinned_until",
                    models.DateTimeField(blank=True, null=True, verbose_name="置顶至"),
                ),
            ],
            options={
                "verbose_name": "列入与置顶",
                "verbose_name_plural": "列入与置顶",
                "ordering": ["column"],
            },
        ),
        migrations.AddField(
            model_name="listing",
            name="link",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="listing",
            name="pinned_until",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="source",
            name="own",
            field=models.BooleanField(default=False, verbose_name="本单位"),
        ),
        migrations.AlterField(
            model_name="edition",
            name="link_only_to",
            field=models.CharField(blank=True, max_length=500, verbose_name="标题链接"),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                condition=models.Q(("pinned_until__isnull", False)),
                fields=["list", "pinned_until"],
                name="bulletins_listing_pinned",
            ),
        ),
        migrations.AddField(
            model_name="placing",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="placings",
                to="bulletins.article",
            ),
        ),
        migrations.AddField(
            model_name="placing",
            name="column",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="placings",
                to="bulletins.column",
                verbose_name="栏目",
            ),
        ),
        migrations.AddConstraint(
            model_name="placing",
            constraint=models.UniqueConstraint(
                fields=("article", "column"), name="bulletins_placing_once"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
