"""A report knows its article, also where readers saw none of it."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def from_editions(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Of those that came earlier; one that names an address alone is found by that."""
    edition = apps.get_model("bulletins", "Edition").objects.filter(pk=OuterRef("edition_id"))
    reports = apps.get_model("bulletins", "ErrorReport").objects.exclude(edition=None)
    reports.update(article_id=Subquery(edition.values("article_id")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0028_site_of_its_own"),
    ]

    operations = [
        migrations.AddField(
            model_name="errorreport",
            name="article",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="error_reports",
                to="bulletins.article",
            ),
        ),
        migrations.RunPython(from_editions, migrations.RunPython.noop, elidable=True),
    ]
