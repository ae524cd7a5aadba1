"""页面库: finished pages on disk, so that most readers need neither Django nor the database.

``affected`` says which addresses a change touches, ``noting`` writes that down in the change's own
transaction, ``applying`` takes them out of the folder (``folder``), ``filling`` puts answers in,
``serving`` hands them out. docs/page-store.md says why nothing stale can stay.
"""

from bulletins.store.affected import Change
from bulletins.store.logged import Log, last_noted
from bulletins.store.noting import note, note_all, note_everything

__all__ = ["Change", "Log", "last_noted", "note", "note_all", "note_everything"]
