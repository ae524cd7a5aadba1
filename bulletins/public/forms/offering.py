"""The forms that a page offers."""

from bulletins.pdf import is_available
from bulletins.public.forms.writing import FORMS


def offered() -> list[tuple[str, str]]:
    """Ending and name, in the order in which they are read; no .pdf where none can be made."""
    return [(form, said.name) for form, said in FORMS.items() if form != "pdf" or is_available()]
