"""What a person typed and has not saved (暂存), as the edition page's own fields say it."""

from collections.abc import Iterable
from typing import Any

from bulletins.drafting.working import HEAD, NEW, ORDER
from bulletins.editing.richtext import for_editor
from bulletins.models import WorkingCopy

TEXTS = ("text", "lead", "closing")


def fields_of(copy: WorkingCopy) -> dict[str, str]:
    """The fields of its box by their short names; pictures as a browser can show them."""
    said = copy.fields.items()
    return {name: for_editor(value) if name in TEXTS else value for name, value in said}


def sent_by(copies: Iterable[WorkingCopy]) -> dict[str, Any]:
    """The form that the page would send of these boxes; their order is beside it."""
    form: dict[str, Any] = {}
    for copy in copies:
        if copy.key == ORDER:
            continue
        whole = copy.key == HEAD or copy.key.startswith(NEW)
        prefix = copy.key if whole else f"part-{copy.key}"
        form |= {f"{prefix}-{name}": value for name, value in fields_of(copy).items()}
        form[f"{prefix}-seen"] = copy.seen
    return form
