"""Writing down what a change touches, in its transaction: applied right after it, or by others."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils import timezone

from accounts.locks import one_at_a_time
from bulletins.models import Purge
from bulletins.store.affected import Change, affected, without_doubles
from bulletins.store.applying import apply_quietly
from bulletins.store.places import folder_of, place_of

MOST = 50  # changes at once; more touch nearly everything


def note(change: Change) -> None:
    """To be called last in the transaction, beside the audit entry, whose lock it takes."""
    note_all([change])


def note_all(changes: Collection[Change]) -> None:
    """The same of several changes; of many, everything is taken out."""
    if not changes:
        return
    if len(changes) > MOST:
        note_everything()
        return
    addresses = without_doubles(place for one in changes for place in affected(one))
    beside = [one.number for one in changes if one.beside]
    now = timezone.now()
    rows = [Purge(addresses=_written(addresses), beside=next(iter(beside), None), made_at=now)]
    rows += [
        Purge(addresses=_written(addresses[:1]), beside=one, made_at=now) for one in beside[1:]
    ]
    _write(rows)


def note_everything() -> None:
    """What stands on every page has changed."""
    _write([Purge(everything=True, made_at=timezone.now())])


def forget_addresses() -> None:
    """What is erased is not named here either: whoever has not read it yet takes out everything."""
    Purge.objects.filter(everything=False).update(addresses="", everything=True, beside=None)


def _write(rows: Iterable[Purge]) -> None:
    one_at_a_time("audit")  # ids come in the order of commits
    Purge.objects.bulk_create(rows)
    transaction.on_commit(apply_quietly, robust=True)


def _written(addresses: Iterable[str]) -> str:
    """Those at which anything could be stored at all."""
    return "\n".join(one for one in addresses if _is_possible(one))


def _is_possible(address: str) -> bool:
    return bool(folder_of(address) if address.endswith("*") else place_of(address))
