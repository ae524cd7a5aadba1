"""Conditions on several columns of a row at once."""

from collections.abc import Iterable


def differ(names: Iterable[str]) -> str:
    """One of them changes."""
    return "(" + " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in names) + ")"


def emptied(texts: Iterable[str], *, facts: Iterable[str] = ()) -> str:
    """Afterwards there is nothing in any of these texts and facts."""
    said = (*(f"NEW.{name} = ''" for name in texts), *(f"NEW.{name} IS NULL" for name in facts))
    return "(" + " AND ".join(said) + ")"
