"""The tags of an edition, with a real foreign key and the name they were reviewed under."""

from typing import ClassVar

from django.db import models
from taggit.models import ItemBase, Tag


class EditionTag(ItemBase):  # type: ignore[misc]  # taggit has no types
    """One tag of one edition; tags stand in the order in which they were given."""

    content_object = models.ForeignKey(
        "bulletins.Edition", models.PROTECT, related_name="edition_tags"
    )
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="edition_tags")
    name = models.CharField("送审时的名称", max_length=100, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["content_object", "tag"], name="bulletins_editiontag_once"
            )
        ]
