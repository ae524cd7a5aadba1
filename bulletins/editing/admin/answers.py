"""是 and 否 in lists, where Django draws icons that are called True and False."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin


def answer(name: str, label: str) -> Callable[[Any], str]:
    """A column of a list for a yes-or-no field."""

    @admin.display(description=label, ordering=name)
    def shown(row: Any) -> str:
        return "是" if getattr(row, name) else "否"

    shown.__name__ = f"shown_{name}"  # Django calls the column by it
    return shown
