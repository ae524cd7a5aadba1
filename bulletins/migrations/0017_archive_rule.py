"""A column may propose to archive its notices some days after they closed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0016_after_release")]

    operations = [
        migrations.AddField(
            model_name="column",
            name="archive_after_days",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="截止后几天提请归档"
            ),
        ),
    ]
