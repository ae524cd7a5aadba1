"""An earlier text knows which revision it was, so that two who write at once can be put together."""

from django.db import migrations, models

from accounts.triggers import Install, Lift
from bulletins.refusals import REFUSALS, IntervalsApart


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0002_working")]

    operations = [
        Lift(REFUSALS),
        migrations.AddField(
            model_name="earliertext",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        Install(REFUSALS),
        IntervalsApart(),
    ]
