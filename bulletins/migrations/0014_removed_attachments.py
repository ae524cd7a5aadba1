"""Attachments that were taken out of a draft are kept by themselves."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0013_placing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RemovedAttachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=6)),
                ("title", models.CharField(max_length=200, verbose_name="名称")),
                ("address", models.CharField(blank=True, max_length=500, verbose_name="原地址")),
                (
                    "removed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="删去时间"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="removed_attachments",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bulletins.storedfile",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "删去的附件",
                "verbose_name_plural": "删去的附件",
                "ordering": ["-removed_at", "-pk"],
            },
        ),
    ]
