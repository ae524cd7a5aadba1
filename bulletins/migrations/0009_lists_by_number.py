"""Articles of one moment stand in a list by their number, which an address of older pages names."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0008_late_review_by_others")]

    operations = [
        migrations.RemoveIndex(model_name="listing", name="bulletins_listing_order"),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                fields=["list", "-first_published_at", "-number"], name="bulletins_listing_order"
            ),
        ),
    ]
