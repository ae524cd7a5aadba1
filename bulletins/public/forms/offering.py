"""The forms that a page offers."""

from bulletins.public.forms.writing import FORMS


def offered() -> list[tuple[str, str]]:
    """Ending and name, in the order in which they are read."""
    return [(form, said.name) for form, said in FORMS.items()]
