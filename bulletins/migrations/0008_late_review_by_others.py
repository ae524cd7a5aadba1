"""Who released an edition urgently does not give the reviews that were missing."""

from django.db import migrations

from accounts.triggers import Install
from bulletins.refusals.records import LATE_REVIEW_BY_OTHERS


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0007_comments")]
    operations = [Install([LATE_REVIEW_BY_OTHERS])]
