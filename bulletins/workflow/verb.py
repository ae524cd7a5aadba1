"""One row of the table of verbs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from bulletins.models import Role, State
from bulletins.workflow.case import Case

Guard = Callable[[Case], str | None]


class Asked(Enum):
    """Whether a verb asks for something: words, a time."""

    NONE = "不填"
    OPTIONAL = "可填"
    REQUIRED = "必填"


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that can be done.

    target: the state it leads to, None where it stays; sources and target are of editions only.
    roles: who may do it, in scope over the whole edition; None means the reviewer whose turn it is.
    guards: each says why not, or nothing. undone_by: what takes it back ("" = nothing: the screen
    asks before).
    """

    name: str
    label: str
    says: str
    sources: tuple[State, ...]
    target: State | None
    roles: tuple[Role, ...] | None
    guards: tuple[Guard, ...] = ()
    reason: Asked = Asked.NONE
    time: Asked = Asked.NONE
    follows: str = ""
    undone_by: str = ""
    on: Literal["edition", "article"] = "edition"

    @property
    def one_press(self) -> bool:
        """Whether its button acts at once: it can be taken back and needs no words and no time."""
        needs = self.reason is Asked.REQUIRED or self.time is not Asked.NONE
        return self.on == "edition" and bool(self.undone_by) and not needs
