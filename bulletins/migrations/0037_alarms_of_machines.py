"""An alarm is of one machine. Those there are say not of which: what is wrong is found again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0036_pins_end"),
    ]

    operations = [
        migrations.DeleteModel(name="PageAlarm"),
        migrations.CreateModel(
            name="PageAlarm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.CharField(max_length=200, verbose_name="地址")),
                ("machine", models.CharField(max_length=16, verbose_name="机器")),
                (
                    "amiss",
                    models.CharField(
                        choices=[
                            ("other", "读者看到的与系统中的不一致，可能还是改动以前的"),
                            ("there", "应当已经不公开，读者却仍能打开"),
                            ("gone", "应当公开，读者却打不开"),
                            ("away", "核对程序没有得到回答"),
                        ],
                        max_length=10,
                        verbose_name="问题",
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="发现时间")),
                ("seen_at", models.DateTimeField(verbose_name="最近核对")),
            ],
            options={
                "verbose_name": "页面警报",
                "verbose_name_plural": "页面警报",
                "ordering": ["since", "address"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("address", "machine"), name="bulletins_pagealarm_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("address__startswith", "/"),
                            ("amiss__in", ["other", "there", "gone", "away"]),
                            models.Q(("machine", ""), _negated=True),
                        ),
                        name="bulletins_pagealarm_named",
                    ),
                ],
            },
        ),
    ]
