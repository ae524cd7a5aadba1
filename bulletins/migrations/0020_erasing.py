"""An article's texts can be erased: the door for it, and what is left to do after it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from accounts.triggers import Install, Lift
from bulletins.refusals import REFUSALS, IntervalsApart


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0019_feed_of_changes"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Lift(REFUSALS),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("files", models.JSONField(default=list)),
                ("done_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "清除余项",
                "verbose_name_plural": "清除余项",
                "ordering": ["pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="edition",
            name="bulletins_edition_titled_when_submitted",
        ),
        migrations.RemoveConstraint(
            model_name="edition",
            name="bulletins_edition_sealed_when_submitted",
        ),
        migrations.AddField(
            model_name="article",
            name="erased_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="清除于"),
        ),
        migrations.AddField(
            model_name="article",
            name="erased_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("erased_at", None), ("erased_by", None)),
                    models.Q(("erased_at__isnull", False), ("erased_by__isnull", False)),
                    _connector="OR",
                ),
                name="bulletins_article_erased_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ("draft", "set_aside", "discarded")),
                    models.Q(("title", ""), _negated=True),
                    models.Q(("salt", ""), ("state", "released"), ("title", "")),
                    _connector="OR",
                ),
                name="bulletins_edition_titled_when_submitted",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "in_review"),
                        ("stages__isnull", False),
                        ("stages__range", (1, 3)),
                        ("submitted_at__isnull", False),
                        ("submitted_by__isnull", False),
                        models.Q(("digest", ""), _negated=True),
                        models.Q(("salt", ""), _negated=True),
                    ),
                    models.Q(
                        ("state", "released"),
                        models.Q(("digest", ""), _negated=True),
                        models.Q(
                            models.Q(("salt", ""), _negated=True),
                            models.Q(("salt", ""), ("state", "released"), ("title", "")),
                            _connector="OR",
                        ),
                    ),
                    models.Q(
                        ("state__in", ("draft", "set_aside", "discarded")),
                        ("digest", ""),
                        ("stages", None),
                        ("stages_passed", 0),
                        ("submitted_at", None),
                        ("submitted_by", None),
                    ),
                    _connector="OR",
                ),
                name="bulletins_edition_sealed_when_submitted",
            ),
        ),
        migrations.AddField(
            model_name="erasure",
            name="article",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="erasure",
                to="bulletins.article",
            ),
        ),
        Install(REFUSALS),
        IntervalsApart(),
    ]
