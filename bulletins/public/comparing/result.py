"""What is shown of a comparison, on a page or in a file."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """kind: its template: start, bulletin, side, years. said: what that is given.

    name: what a file of it is called; "" where there is nothing to be saved.
    """

    kind: str
    said: dict[str, Any] = field(default_factory=dict)
    name: str = ""

    @property
    def can_be_saved(self) -> bool:
        return bool(self.name)
