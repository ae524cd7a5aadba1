"""What stands around a body is kept beside it (``manage.py render`` fills it for old rows)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0014_removed_attachments")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="rendered_facts",
            field=models.JSONField(editable=False, null=True),
        ),
    ]
