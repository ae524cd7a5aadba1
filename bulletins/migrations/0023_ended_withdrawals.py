"""Of an erased article, what explained its earlier withdrawals may go as well."""

from django.db import migrations

from accounts.triggers import Install
from bulletins.refusals import REFUSALS


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0022_refusals")]

    operations = [Install(REFUSALS)]
