"""One thing that nobody may do."""

from dataclasses import dataclass

NOW = "'2024-03-01 00:00:00+00:00'"


@dataclass(frozen=True)
class Breach:
    """One statement on an edition walked to a state; stopped by this refusal and by no other.

    It calls rows by the names of ``walks.names_for``; when says how far its edition came.
    """

    stopped_by: str
    sql: str
    when: str = "submitted"


def edition(name: str, change: str, when: str = "submitted") -> Breach:
    """A change of the edition's row."""
    return Breach(name, f"UPDATE bulletins_edition SET {change} WHERE id = {{edition}}", when)  # noqa: S608
