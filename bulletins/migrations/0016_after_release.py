"""What becomes of an article after its release: deadline, archive, withdrawal, dates."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from accounts.triggers import Install, Lift
from bulletins.refusals import REFUSALS, IntervalsApart


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0015_printed_facts"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Lift(REFUSALS),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="撤下时间"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("checking", "核实中暂停公开"),
                            ("wrong", "内容有误"),
                            ("replaced", "已被替代"),
                            ("lawful", "依法撤回"),
                            ("privacy", "涉及个人信息"),
                            ("mistaken", "误发"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="原因",
                    ),
                ),
                ("explanation", models.TextField(blank=True, verbose_name="公开说明")),
                ("see_instead", models.CharField(blank=True, max_length=500, verbose_name="另见")),
                ("restored_at", models.DateTimeField(null=True, verbose_name="恢复公开时间")),
            ],
            options={
                "verbose_name": "撤下",
                "verbose_name_plural": "撤下",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="edition",
            name="bulletins_edition_released_as",
        ),
        migrations.AddField(
            model_name="article",
            name="archived_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="归档于"),
        ),
        migrations.AddField(
            model_name="article",
            name="archived_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="backdated_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="改动首次发布于"),
        ),
        migrations.AddField(
            model_name="article",
            name="backdated_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="backdating_reason",
            field=models.CharField(
                blank=True, editable=False, max_length=300, verbose_name="改动理由"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="check_by",
            field=models.DateField(editable=False, null=True, verbose_name="复查日期"),
        ),
        migrations.AddField(
            model_name="article",
            name="closed_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="截止于"),
        ),
        migrations.AddField(
            model_name="article",
            name="closed_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="closing_note",
            field=models.CharField(
                blank=True, editable=False, max_length=300, verbose_name="截止说明"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="ends_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="公示至"),
        ),
        migrations.AddField(
            model_name="article",
            name="extended_to",
            field=models.DateTimeField(editable=False, null=True, verbose_name="延期至"),
        ),
        migrations.AddField(
            model_name="article",
            name="outcome",
            field=models.CharField(
                blank=True, editable=False, max_length=500, verbose_name="结果公告"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="validity",
            field=models.CharField(
                blank=True,
                choices=[
                    ("valid", "有效"),
                    ("partly", "部分失效"),
                    ("lapsed", "失效"),
                    ("repealed", "废止"),
                ],
                editable=False,
                max_length=10,
                verbose_name="有效性",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="validity_basis",
            field=models.CharField(blank=True, editable=False, max_length=300, verbose_name="依据"),
        ),
        migrations.AddField(
            model_name="article",
            name="validity_from",
            field=models.DateField(editable=False, null=True, verbose_name="有效性变更日期"),
        ),
        migrations.AddField(
            model_name="edition",
            name="restored_from",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="bulletins.edition",
            ),
        ),
        migrations.AddField(
            model_name="listing",
            name="archived_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="edition",
            name="released_as",
            field=models.CharField(
                blank=True,
                choices=[("imported", "迁移"), ("urgent", "紧急签发"), ("restored", "恢复公开")],
                editable=False,
                max_length=10,
                verbose_name="发布方式",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("check_by__isnull", False)),
                fields=["check_by"],
                name="bulletins_article_check_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="bulletins_article_closed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("archived_at", None), ("archived_by", None)),
                    models.Q(("archived_at__isnull", False), ("archived_by__isnull", False)),
                    _connector="OR",
                ),
                name="bulletins_article_archived_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("backdated_at", None), ("backdated_by", None)),
                    models.Q(("backdated_at__isnull", False), ("backdated_by__isnull", False)),
                    _connector="OR",
                ),
                name="bulletins_article_backdated_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("backdated_at", None),
                    models.Q(("backdating_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="bulletins_article_backdated_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("validity__in", ["", "valid", "partly", "lapsed", "repealed"])),
                name="bulletins_article_validity",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("validity", ""),
                    ("validity", "valid"),
                    ("validity_from__isnull", False),
                    _connector="OR",
                ),
                name="bulletins_article_validity_since_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_at", None),
                    ("first_published_at", None),
                    ("ends_at__gt", models.F("first_published_at")),
                    _connector="OR",
                ),
                name="bulletins_article_ends_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("released_as", ""),
                        ("stages__isnull", False),
                        ("stages_passed", models.F("stages")),
                    ),
                    models.Q(("released_as", "imported"), ("stages", None)),
                    models.Q(
                        ("released_as", "urgent"),
                        ("review_due_at__isnull", False),
                        ("stages__isnull", False),
                    ),
                    models.Q(("released_as", "restored"), ("restored_from__isnull", False)),
                    models.Q(("state", "released"), _negated=True),
                    _connector="OR",
                ),
                name="bulletins_edition_released_as",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("restored_from", None), ("released_as", "restored"), _connector="OR"
                ),
                name="bulletins_edition_restored_from",
            ),
        ),
        migrations.AddField(
            model_name="withdrawal",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="withdrawals",
                to="bulletins.article",
            ),
        ),
        migrations.AddField(
            model_name="withdrawal",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="withdrawal",
            name="restored_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("restored_at", None)),
                fields=("article",),
                name="bulletins_withdrawal_one_stands",
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "reason__in",
                        ["checking", "wrong", "replaced", "lawful", "privacy", "mistaken", "other"],
                    )
                ),
                name="bulletins_withdrawal_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("restored_at", None), ("restored_by", None)),
                    models.Q(
                        ("restored_at__gte", models.F("at")),
                        ("restored_at__isnull", False),
                        ("restored_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="bulletins_withdrawal_restored_at_and_by",
            ),
        ),
        Install(REFUSALS),
        IntervalsApart(),
    ]
