"""A mistyped backdating can be corrected; what never was public can be erased."""

from django.db import migrations

from accounts.triggers import Install
from bulletins.refusals import REFUSALS


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0021_restored_found")]

    operations = [Install(REFUSALS)]
