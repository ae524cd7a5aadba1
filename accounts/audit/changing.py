"""What an entry tells of a row that was changed: names of fields, never what stands in them."""

from django.db.models import Model


def changed_fields(before: Model, after: Model) -> list[str]:
    """The columns in which two states of one row differ, in the model's order."""
    names = [field.attname for field in after._meta.concrete_fields]
    return [name for name in names if getattr(before, name) != getattr(after, name)]
