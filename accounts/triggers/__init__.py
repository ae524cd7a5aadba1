"""What the database refuses by itself, whoever asks: the admin, a shell, another program.

A rule is written once (``spec.Refusal``) and spelt for SQLite and for PostgreSQL.
"""

from accounts.triggers.operations import Install, Lift
from accounts.triggers.spec import Refusal

__all__ = ["Install", "Lift", "Refusal"]
