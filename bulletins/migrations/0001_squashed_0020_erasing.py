"""All tables in one step, for a new site; one that is there goes the way of the steps it replaces."""

import datetime

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import taggit.managers
from django.conf import settings
from django.db import migrations, models

from accounts.triggers import Install
from bulletins.refusals import REFUSALS, IntervalsApart


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("bulletins", "0001_first"),
        ("bulletins", "0002_working"),
        ("bulletins", "0003_earlier_revision"),
        ("bulletins", "0004_preview_links"),
        ("bulletins", "0005_lists_print_by_themselves"),
        ("bulletins", "0006_compared_titles"),
        ("bulletins", "0007_comments"),
        ("bulletins", "0008_late_review_by_others"),
        ("bulletins", "0009_lists_by_number"),
        ("bulletins", "0010_outgoing"),
        ("bulletins", "0011_phrases"),
        ("bulletins", "0012_list_indexes"),
        ("bulletins", "0013_placing"),
        ("bulletins", "0014_removed_attachments"),
        ("bulletins", "0015_printed_facts"),
        ("bulletins", "0016_after_release"),
        ("bulletins", "0017_archive_rule"),
        ("bulletins", "0018_listed_deadline"),
        ("bulletins", "0019_feed_of_changes"),
        ("bulletins", "0020_erasing"),
    ]

    dependencies = [
        ("accounts", "0003_mails"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("regions", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="版本")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("set_aside", "已搁置"),
                            ("in_review", "审核中"),
                            ("released", "已签发"),
                            ("discarded", "已作废"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="标题")),
                ("subtitle", models.CharField(blank=True, max_length=300, verbose_name="副标题")),
                (
                    "list_title",
                    models.CharField(blank=True, max_length=300, verbose_name="列表标题"),
                ),
                ("lead", models.TextField(blank=True, verbose_name="前言")),
                ("closing", models.TextField(blank=True, verbose_name="落款")),
                ("source", models.CharField(blank=True, max_length=100, verbose_name="来源")),
                (
                    "source_address",
                    models.CharField(blank=True, max_length=500, verbose_name="来源链接"),
                ),
                (
                    "link_only_to",
                    models.CharField(blank=True, max_length=500, verbose_name="标题链接"),
                ),
                ("written_date", models.DateField(blank=True, null=True, verbose_name="成文日期")),
                (
                    "document_number",
                    models.CharField(blank=True, max_length=60, verbose_name="文号"),
                ),
                (
                    "index_number",
                    models.CharField(blank=True, max_length=60, verbose_name="索引号"),
                ),
                (
                    "issuing_body",
                    models.CharField(blank=True, max_length=100, verbose_name="发文机关"),
                ),
                (
                    "responsible_editor",
                    models.CharField(blank=True, max_length=50, verbose_name="责任编辑"),
                ),
                ("closes_at", models.DateTimeField(blank=True, null=True, verbose_name="截止时间")),
                (
                    "change_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("minor", "细小改动"),
                            ("major", "更新"),
                            ("correction", "更正"),
                            ("privacy", "更正（涉及个人信息）"),
                        ],
                        max_length=10,
                        verbose_name="修改类别",
                    ),
                ),
                (
                    "change_note",
                    models.CharField(blank=True, max_length=300, verbose_name="修改说明"),
                ),
                (
                    "column_name",
                    models.CharField(
                        blank=True, editable=False, max_length=40, verbose_name="送审时的栏目名"
                    ),
                ),
                (
                    "round",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="送审轮次"
                    ),
                ),
                (
                    "stages",
                    models.PositiveSmallIntegerField(
                        editable=False, null=True, verbose_name="审核级数"
                    ),
                ),
                (
                    "stages_passed",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="已过级数"
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        blank=True, editable=False, max_length=80, verbose_name="内容校验码"
                    ),
                ),
                (
                    "salt",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="盐"),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="送审时间"),
                ),
                (
                    "released_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("imported", "迁移"),
                            ("urgent", "紧急签发"),
                            ("restored", "恢复公开"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="发布方式",
                    ),
                ),
                (
                    "released_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="签发时间"),
                ),
                (
                    "live_from",
                    models.DateTimeField(editable=False, null=True, verbose_name="公开自"),
                ),
                (
                    "live_until",
                    models.DateTimeField(editable=False, null=True, verbose_name="公开至"),
                ),
                (
                    "review_due_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="补审期限"),
                ),
                ("rendered", models.TextField(blank=True, editable=False)),
                ("rendered_facts", models.JSONField(editable=False, null=True)),
                ("rendered_by", models.CharField(blank=True, editable=False, max_length=20)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("changes", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "changed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="改动时间"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="建立时间"
                    ),
                ),
            ],
            options={
                "verbose_name": "版本",
                "verbose_name_plural": "版本",
                "ordering": ["-changed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ListCount",
            fields=[
                ("list", models.CharField(max_length=140, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "列表计数",
                "verbose_name_plural": "列表计数",
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveBigIntegerField(
                        editable=False, null=True, unique=True, verbose_name="编号"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="首次发布"),
                ),
                (
                    "import_id",
                    models.CharField(
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="导入标识",
                    ),
                ),
                (
                    "slug",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="原短名"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="建立时间"
                    ),
                ),
                (
                    "closed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="截止于"),
                ),
                (
                    "closing_note",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="截止说明"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True, editable=False, max_length=500, verbose_name="结果公告"
                    ),
                ),
                (
                    "extended_to",
                    models.DateTimeField(editable=False, null=True, verbose_name="延期至"),
                ),
                ("ends_at", models.DateTimeField(editable=False, null=True, verbose_name="公示至")),
                (
                    "archived_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="归档于"),
                ),
                (
                    "validity",
                    models.CharField(
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
                (
                    "validity_from",
                    models.DateField(editable=False, null=True, verbose_name="有效性变更日期"),
                ),
                (
                    "validity_basis",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="依据"
                    ),
                ),
                ("check_by", models.DateField(editable=False, null=True, verbose_name="复查日期")),
                (
                    "backdated_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="改动首次发布于"),
                ),
                (
                    "backdating_reason",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="改动理由"
                    ),
                ),
                (
                    "erased_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="清除于"),
                ),
                (
                    "archived_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "backdated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="建立者",
                    ),
                ),
                (
                    "erased_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "稿件",
                "verbose_name_plural": "稿件",
                "indexes": [
                    models.Index(
                        condition=models.Q(("check_by__isnull", False)),
                        fields=["check_by"],
                        name="bulletins_article_check_by",
                    ),
                    models.Index(
                        condition=models.Q(("ends_at__isnull", False)),
                        fields=["ends_at"],
                        name="bulletins_article_ends",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_published_at", None),
                            models.Q(("number__gte", 1), ("number__isnull", False)),
                            _connector="OR",
                        ),
                        name="bulletins_article_published_has_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="bulletins_article_closed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("archived_at", None), ("archived_by", None)),
                            models.Q(
                                ("archived_at__isnull", False), ("archived_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="bulletins_article_archived_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("backdated_at", None), ("backdated_by", None)),
                            models.Q(
                                ("backdated_at__isnull", False), ("backdated_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="bulletins_article_backdated_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("erased_at", None), ("erased_by", None)),
                            models.Q(("erased_at__isnull", False), ("erased_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="bulletins_article_erased_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("backdated_at", None),
                            models.Q(("backdating_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="bulletins_article_backdated_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("validity__in", ["", "valid", "partly", "lapsed", "repealed"])
                        ),
                        name="bulletins_article_validity",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("validity", ""),
                            ("validity", "valid"),
                            ("validity_from__isnull", False),
                            _connector="OR",
                        ),
                        name="bulletins_article_validity_since_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at", None),
                            ("first_published_at", None),
                            ("ends_at__gt", models.F("first_published_at")),
                            _connector="OR",
                        ),
                        name="bulletins_article_ends_after_it_began",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Column",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.CharField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*$",
                                "栏目地址只能用小写英文字母、数字和连字符，例如 notices",
                            )
                        ],
                        verbose_name="地址",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("bulletin", "信息"), ("notice", "公告")],
                        default="bulletin",
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="顺序")),
                ("description", models.CharField(blank=True, max_length=200, verbose_name="简介")),
                ("keywords", models.CharField(blank=True, max_length=200, verbose_name="关键词")),
                (
                    "column_type",
                    models.CharField(blank=True, max_length=40, verbose_name="栏目类别"),
                ),
                (
                    "review_stages",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "一审（终审）"),
                            (2, "两审（初审、终审）"),
                            (3, "三审（初审、复审、终审）"),
                        ],
                        default=3,
                        verbose_name="审核级数",
                    ),
                ),
                (
                    "freshness_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="更新期限（天）"
                    ),
                ),
                (
                    "archive_after_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="截止后几天提请归档"
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="启用")),
                (
                    "frozen_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="冻结时间"
                    ),
                ),
                (
                    "fewer_stages",
                    models.PositiveSmallIntegerField(
                        editable=False, null=True, verbose_name="拟降为"
                    ),
                ),
                (
                    "fewer_stages_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="bulletins.column",
                        verbose_name="上级",
                    ),
                ),
            ],
            options={
                "verbose_name": "栏目",
                "verbose_name_plural": "栏目",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("slug", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                        ),
                        name="bulletins_column_has_slug_and_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["bulletin", "notice"])),
                        name="bulletins_column_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("review_stages__range", (1, 3))),
                        name="bulletins_column_stages",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="bulletins_column_not_its_own_parent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fewer_stages", None), ("fewer_stages_by", None)),
                            models.Q(
                                ("fewer_stages__gte", 1),
                                ("fewer_stages__isnull", False),
                                ("fewer_stages__lt", models.F("review_stages")),
                                ("fewer_stages_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="bulletins_column_fewer_stages_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComparedTitle",
            fields=[
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="compared_title",
                        serialize=False,
                        to="bulletins.edition",
                    ),
                ),
                ("bare", models.CharField(db_index=True, max_length=300)),
                ("begins", models.CharField(db_index=True, max_length=4)),
                ("ends", models.CharField(db_index=True, max_length=4)),
            ],
            options={
                "verbose_name": "查重标题",
                "verbose_name_plural": "查重标题",
                "ordering": ["-edition"],
            },
        ),
        migrations.AddField(
            model_name="edition",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="editions",
                to="bulletins.article",
                verbose_name="稿件",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="column",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="editions",
                to="bulletins.column",
                verbose_name="栏目",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="建立者",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="released_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
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
            model_name="edition",
            name="submitted_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=6)),
                ("about", models.CharField(blank=True, max_length=80)),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="时间"),
                ),
                ("resolved_at", models.DateTimeField(null=True, verbose_name="解决时间")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "remark",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.remark",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="bulletins.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "批注",
                "verbose_name_plural": "批注",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resolved_at", None), ("resolved_by", None)),
                            models.Q(
                                ("resolved_at__isnull", False), ("resolved_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="bulletins_comment_resolved_at_and_by",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EarlierText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=6, verbose_name="地区稿")),
                ("heading", models.CharField(blank=True, max_length=200, verbose_name="标题")),
                ("html", models.TextField(verbose_name="内容")),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "replaced_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="改动时间"
                    ),
                ),
                ("removed", models.BooleanField(default=False, verbose_name="整部分删去")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="earlier_texts",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="改动者",
                    ),
                ),
            ],
            options={
                "verbose_name": "旧稿",
                "verbose_name_plural": "旧稿",
                "ordering": ["-replaced_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="EditionAuthor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "since",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="自"),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authors",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "作者",
                "verbose_name_plural": "作者",
                "ordering": ["since", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "user"), name="bulletins_author_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True, editable=False, max_length=100, verbose_name="送审时的名称"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="edition_tags",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="edition_tags",
                        to="taggit.tag",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("content_object", "tag"), name="bulletins_editiontag_once"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="edition",
            name="tags",
            field=taggit.managers.TaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="bulletins.EditionTag",
                to="taggit.Tag",
                verbose_name="标签",
            ),
        ),
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
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasure",
                        to="bulletins.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "清除余项",
                "verbose_name_plural": "清除余项",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("editor", "编辑"),
                            ("contributor", "信息员"),
                            ("first_reviewer", "初审"),
                            ("second_reviewer", "复审"),
                            ("final_reviewer", "终审"),
                            ("desk", "值班编辑"),
                            ("administrator", "管理员"),
                            ("auditor", "审计员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="授权时间"
                    ),
                ),
                (
                    "column",
                    models.ForeignKey(
                        blank=True,
                        help_text="不选为全部栏目；含下级栏目",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="bulletins.column",
                        verbose_name="栏目",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        help_text="不选为全部地区；含所辖地区",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="regions.region",
                        verbose_name="地区",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账号",
                    ),
                ),
            ],
            options={
                "verbose_name": "授权",
                "verbose_name_plural": "授权",
                "ordering": ["user", "role", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("column", None), ("region", None)),
                        fields=("user", "role"),
                        name="bulletins_grant_once_everywhere",
                        violation_error_message="已有同样的授权",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("column__isnull", False), ("region", None)),
                        fields=("user", "role", "column"),
                        name="bulletins_grant_once_column",
                        violation_error_message="已有同样的授权",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("column", None), ("region__isnull", False)),
                        fields=("user", "role", "region"),
                        name="bulletins_grant_once_region",
                        violation_error_message="已有同样的授权",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("column__isnull", False), ("region__isnull", False)),
                        fields=("user", "role", "column", "region"),
                        name="bulletins_grant_once_both",
                        violation_error_message="已有同样的授权",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "editor",
                                    "contributor",
                                    "first_reviewer",
                                    "second_reviewer",
                                    "final_reviewer",
                                    "desk",
                                    "administrator",
                                    "auditor",
                                ],
                            )
                        ),
                        name="bulletins_grant_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role__in", ("administrator", "auditor")), _negated=True),
                            models.Q(("column", None), ("region", None)),
                            _connector="OR",
                        ),
                        name="bulletins_grant_site_wide",
                        violation_error_message="管理员和审计员管全站，不能限定栏目或地区",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "contributor"), _negated=True),
                            ("region__isnull", False),
                            _connector="OR",
                        ),
                        name="bulletins_grant_contributor_has_region",
                        violation_error_message="信息员只写自己地区的稿子：请选择地区",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="时间"),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="文件名")),
                ("original", models.FileField(upload_to="imports/%Y/%m/", verbose_name="原件")),
                ("html", models.TextField(verbose_name="认出的内容")),
                ("notices", models.JSONField(default=list, verbose_name="提示")),
                ("part_key", models.CharField(blank=True, max_length=6, verbose_name="地区稿")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入者",
                    ),
                ),
                (
                    "column",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bulletins.column",
                        verbose_name="栏目",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="bulletins.edition",
                        verbose_name="成为",
                    ),
                ),
            ],
            options={
                "verbose_name": "导入",
                "verbose_name_plural": "导入",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("list", models.CharField(max_length=140)),
                ("first_published_at", models.DateTimeField()),
                ("live_from", models.DateTimeField()),
                ("live_until", models.DateTimeField()),
                ("number", models.PositiveBigIntegerField()),
                ("title", models.CharField(max_length=300)),
                ("regions", models.TextField(blank=True)),
                ("link", models.CharField(blank=True, max_length=500)),
                ("pinned_until", models.DateTimeField(null=True)),
                ("archived_at", models.DateTimeField(null=True)),
                ("deadline", models.DateTimeField(null=True)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listings",
                        to="bulletins.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "列表",
                "verbose_name_plural": "列表",
                "indexes": [
                    models.Index(
                        fields=["list", "-first_published_at", "-number"],
                        name="bulletins_listing_order",
                    ),
                    models.Index(fields=["list", "live_from"], name="bulletins_listing_begins"),
                    models.Index(fields=["list", "live_until"], name="bulletins_listing_ends"),
                    models.Index(
                        condition=models.Q(("pinned_until__isnull", False)),
                        fields=["list", "pinned_until"],
                        name="bulletins_listing_pinned",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "list"), name="bulletins_listing_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Outgoing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=400)),
                ("body", models.TextField()),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now, null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("sent_at", models.DateTimeField(null=True)),
                ("said", models.CharField(blank=True, max_length=200)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "待发消息",
                "verbose_name_plural": "待发消息",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["due_at"], name="bulletins_outgoing_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sent_at", None), ("due_at", None), _connector="OR"),
                        name="bulletins_outgoing_sent_is_not_due",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=6)),
                ("position", models.PositiveSmallIntegerField(verbose_name="顺序")),
                (
                    "region_name",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="送审时的地区名"
                    ),
                ),
                ("heading", models.CharField(blank=True, max_length=200, verbose_name="标题")),
                ("intro", models.TextField(blank=True, verbose_name="导语")),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="regions.region",
                        verbose_name="地区",
                    ),
                ),
            ],
            options={
                "verbose_name": "地区稿",
                "verbose_name_plural": "地区稿",
                "ordering": ["position", "pk"],
                "indexes": [
                    models.Index(fields=["region", "edition"], name="bulletins_part_region")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "key"), name="bulletins_part_key"),
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        name="bulletins_part_has_key",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Phrase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=60)),
                ("used", models.PositiveIntegerField(default=1)),
                ("used_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phrases",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "常用语",
                "verbose_name_plural": "常用语",
                "ordering": ["-used", "-used_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "text"), name="bulletins_phrase_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="bulletins_phrase_says",
                    ),
                ],
            },
        ),
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
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placings",
                        to="bulletins.article",
                    ),
                ),
                (
                    "column",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placings",
                        to="bulletins.column",
                        verbose_name="栏目",
                    ),
                ),
            ],
            options={
                "verbose_name": "列入与置顶",
                "verbose_name_plural": "列入与置顶",
                "ordering": ["column"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "column"), name="bulletins_placing_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=8)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "在场",
                "verbose_name_plural": "在场",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "user", "key"), name="bulletins_presence_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=80)),
                ("salt", models.CharField(max_length=64)),
                ("note", models.CharField(blank=True, max_length=60, verbose_name="给谁看")),
                (
                    "made_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="建立时间"
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="有效期至")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="收回时间")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preview_links",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "预览链接",
                "verbose_name_plural": "预览链接",
                "ordering": ["-made_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("token_hash", ""), _negated=True),
                            models.Q(("digest", ""), _negated=True),
                            models.Q(("salt", ""), _negated=True),
                        ),
                        name="bulletins_previewlink_sealed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))),
                        name="bulletins_previewlink_expires",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at", None), ("revoked_by", None)),
                            models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="bulletins_previewlink_revoked_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proof",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="送审轮次")),
                ("digest", models.CharField(max_length=80, verbose_name="内容校验码")),
                ("html", models.TextField(verbose_name="内容")),
                (
                    "made_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="送审时间"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proofs",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "清样",
                "verbose_name_plural": "清样",
                "ordering": ["edition", "round"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "round"), name="bulletins_proof_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Redirect",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=500, unique=True, verbose_name="旧地址")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="redirects",
                        to="bulletins.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "旧地址",
                "verbose_name_plural": "旧地址",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("path__startswith", "/"),
                            models.Q(("path__startswith", "//"), _negated=True),
                        ),
                        name="bulletins_redirect_is_a_path",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="送审轮次")),
                ("stage", models.PositiveSmallIntegerField(verbose_name="审级")),
                ("role", models.CharField(max_length=20, verbose_name="审级名称")),
                (
                    "decision",
                    models.CharField(
                        choices=[("approved", "同意"), ("sent_back", "退回修改")],
                        max_length=10,
                        verbose_name="决定",
                    ),
                ),
                ("digest", models.CharField(max_length=80, verbose_name="内容校验码")),
                ("report", models.JSONField(default=dict, verbose_name="核对")),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="时间"),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "remark",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.remark",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审核人",
                    ),
                ),
            ],
            options={
                "verbose_name": "审核记录",
                "verbose_name_plural": "审核记录",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "approved")),
                        fields=("edition", "round", "reviewer"),
                        name="bulletins_review_different_people",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "approved")),
                        fields=("edition", "round", "stage"),
                        name="bulletins_review_stage_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["approved", "sent_back"])),
                        name="bulletins_review_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision", "approved"), ("remark__isnull", False), _connector="OR"
                        ),
                        name="bulletins_review_reason_when_sent_back",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=6)),
                ("position", models.PositiveIntegerField(verbose_name="顺序")),
                ("level", models.PositiveSmallIntegerField(verbose_name="级别")),
                (
                    "value",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="原文序号"),
                ),
                ("heading", models.TextField(blank=True, null=True, verbose_name="标题")),
                ("run_in", models.CharField(blank=True, max_length=4, verbose_name="接排")),
                ("body", models.TextField(blank=True, verbose_name="正文")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="bulletins.part",
                    ),
                ),
            ],
            options={
                "verbose_name": "小节",
                "verbose_name_plural": "小节",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "key"), name="bulletins_section_key"
                    ),
                    models.UniqueConstraint(
                        fields=("part", "position"), name="bulletins_section_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        name="bulletins_section_has_key",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__range", (0, 4))), name="bulletins_section_level"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(default="兰台", max_length=60, verbose_name="网站名称")),
                ("office", models.CharField(blank=True, max_length=100, verbose_name="主办单位")),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="联系方式")),
                ("manager", models.CharField(blank=True, max_length=100, verbose_name="网站管理")),
                ("copyright", models.CharField(blank=True, max_length=200, verbose_name="版权")),
                (
                    "icp",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\D{1,4}ICP[备证]\\d{4,12}号(-\\d{1,3})?$",
                                "请写成“津ICP备12345678号”的样子",
                            )
                        ],
                        verbose_name="ICP 备案号",
                    ),
                ),
                (
                    "police",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\D{1,4}公网安备\\s?\\d{14}号$",
                                "请写成“津公网安备12345678901234号”的样子",
                            )
                        ],
                        verbose_name="公安备案号",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(bm\\d{8}|\\d{10})$", "网站标识码是 10 位数字，或 bm 加 8 位数字"
                            )
                        ],
                        verbose_name="网站标识码",
                    ),
                ),
                ("education", models.CharField(blank=True, max_length=40, verbose_name="教备号")),
                (
                    "description",
                    models.CharField(blank=True, max_length=200, verbose_name="网站简介"),
                ),
                (
                    "keywords",
                    models.CharField(blank=True, max_length=200, verbose_name="网站关键词"),
                ),
            ],
            options={
                "verbose_name": "网站设置",
                "verbose_name_plural": "网站设置",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="bulletins_sitesettings_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="bulletins_sitesettings_named",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="名称")),
                ("address", models.URLField(blank=True, max_length=500, verbose_name="网址")),
                ("own", models.BooleanField(default=False, verbose_name="本单位")),
                ("approved", models.BooleanField(default=True, verbose_name="已核准")),
            ],
            options={
                "verbose_name": "稿源",
                "verbose_name_plural": "稿源",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="bulletins_source_named",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "sha256",
                    models.CharField(
                        max_length=64, primary_key=True, serialize=False, verbose_name="校验码"
                    ),
                ),
                ("content", models.FileField(upload_to="files/", verbose_name="文件")),
                ("name", models.CharField(max_length=200, verbose_name="原名")),
                ("type", models.CharField(max_length=100, verbose_name="类型")),
                ("size", models.PositiveBigIntegerField(verbose_name="大小（字节）")),
                ("width", models.PositiveIntegerField(null=True, verbose_name="宽")),
                ("height", models.PositiveIntegerField(null=True, verbose_name="高")),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="上传时间"
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "文件",
                "verbose_name_plural": "文件",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("height", None), ("width", None)),
                            models.Q(
                                ("height__gte", 1),
                                ("height__isnull", False),
                                ("width__gte", 1),
                                ("width__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="bulletins_storedfile_picture_has_both_sides",
                    )
                ],
            },
        ),
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
                    "removed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "删去的附件",
                "verbose_name_plural": "删去的附件",
                "ordering": ["-removed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PreviewUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uses",
                        to="bulletins.previewlink",
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
            ],
            options={
                "verbose_name": "预览记录",
                "verbose_name_plural": "预览记录",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FileUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="file_uses",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="bulletins.storedfile",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "file"), name="bulletins_fileuse_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=6)),
                ("position", models.PositiveSmallIntegerField(verbose_name="顺序")),
                ("title", models.CharField(max_length=200, verbose_name="名称")),
                ("address", models.CharField(blank=True, max_length=500, verbose_name="原地址")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bulletins.storedfile",
                        verbose_name="文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "附件",
                "verbose_name_plural": "附件",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "key"), name="bulletins_attachment_key"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True),
                            models.Q(("title", ""), _negated=True),
                        ),
                        name="bulletins_attachment_has_key_and_title",
                    ),
                ],
            },
        ),
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
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawals",
                        to="bulletins.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "restored_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "撤下",
                "verbose_name_plural": "撤下",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("restored_at", None)),
                        fields=("article",),
                        name="bulletins_withdrawal_one_stands",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reason__in",
                                [
                                    "checking",
                                    "wrong",
                                    "replaced",
                                    "lawful",
                                    "privacy",
                                    "mistaken",
                                    "other",
                                ],
                            )
                        ),
                        name="bulletins_withdrawal_reason",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkingCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=8)),
                ("fields", models.JSONField(default=dict)),
                ("seen", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="working_copies",
                        to="bulletins.edition",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "未保存的文字",
                "verbose_name_plural": "未保存的文字",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "user", "key"), name="bulletins_workingcopy_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        name="bulletins_workingcopy_keyed",
                    ),
                ],
            },
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
            model_name="edition",
            index=models.Index(fields=["live_from", "live_until"], name="bulletins_edition_live"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["change_kind", "live_from"], name="bulletins_edition_kind"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                fields=("article", "number"), name="bulletins_edition_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "in_review"))),
                fields=("article",),
                name="bulletins_edition_one_open",
                violation_error_message="这篇稿件已有一个版本在编辑或审核中",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("live_until", datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.UTC))
                ),
                fields=("article",),
                name="bulletins_edition_one_open_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="bulletins_edition_counts_from_1"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "set_aside", "in_review", "released", "discarded"])
                ),
                name="bulletins_edition_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("change_kind__in", ["", "minor", "major", "correction", "privacy"])
                ),
                name="bulletins_edition_change_kind",
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
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stages", None), ("stages_passed", 0)),
                    models.Q(("stages__isnull", False), ("stages_passed__lte", models.F("stages"))),
                    _connector="OR",
                ),
                name="bulletins_edition_stages_passed",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "released"),
                        ("live_from__isnull", False),
                        ("live_until__isnull", False),
                        ("released_at__isnull", False),
                    ),
                    models.Q(
                        models.Q(("state", "released"), _negated=True),
                        ("live_from", None),
                        ("live_until", None),
                        ("released_as", ""),
                        ("released_at", None),
                        ("released_by", None),
                    ),
                    _connector="OR",
                ),
                name="bulletins_edition_live_when_released",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("released_at", None), ("released_by__isnull", False), _connector="OR"
                ),
                name="bulletins_edition_released_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("live_from", None), ("live_from__lt", models.F("live_until")), _connector="OR"
                ),
                name="bulletins_edition_begins_before_it_ends",
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
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("review_due_at", None), ("released_as", "urgent"), _connector="OR"
                ),
                name="bulletins_edition_due_when_urgent",
            ),
        ),
        Install(REFUSALS),
        IntervalsApart(),
    ]
