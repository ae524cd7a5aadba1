"""Where passages stand: two slots of public texts, of which one answers, and that of the desk."""

from bulletins.models.passage import (
    Passage,
    PassageA,
    PassageB,
    PassageDesk,
    SearchIndex,
    Slot,
)

PUBLIC = (Slot.A, Slot.B)
ROWS: dict[str, type[Passage]] = {
    Slot.A: PassageA,
    Slot.B: PassageB,
    Slot.DESK: PassageDesk,
}


def rows_of(slot: str) -> type[Passage]:
    """The model whose rows stand in it."""
    return ROWS[slot]


def table_of(slot: str) -> str:
    """The name of its table."""
    return ROWS[slot]._meta.db_table


def index_of(slot: str) -> str:
    """The name of the index of its tokens."""
    return f"{table_of(slot)}_tokens"


def other(slot: str) -> Slot:
    """The public slot that does not answer."""
    return Slot.B if slot == Slot.A else Slot.A


def state() -> SearchIndex:
    """As it is now; before anything was indexed, the first slot, empty."""
    return SearchIndex.objects.filter(pk=1).first() or SearchIndex(pk=1)


def held_state() -> SearchIndex:
    """The same, and nobody changes slots until the transaction ends."""
    SearchIndex.objects.get_or_create(pk=1)
    return SearchIndex.objects.select_for_update().get(pk=1)
