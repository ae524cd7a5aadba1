"""Reading the whole chain, and naming whatever is not as it was written."""

from collections.abc import Iterable, Iterator

from accounts.audit import chain, head
from accounts.models import AuditEntry, Remark

STEP = 2000


def faults() -> Iterator[str]:
    """One sentence for each entry changed, removed, moved or cut off; nothing if all is well."""
    previous, known = None, _heads()
    yield from (f"{place} 中的链头签名不符，不可信" for place, one in known if not one.is_ours)
    wanted = {one.seq: one.hash for _, one in known if one.is_ours}
    for entry in AuditEntry.objects.order_by("seq").iterator(chunk_size=STEP):
        yield from _of_entry(entry, previous)
        if wanted.pop(entry.seq, entry.hash) != entry.hash:
            yield f"第 {entry.seq} 条：与库外保存的链头不符，这一条或它之前的记录被换过"
        previous = entry
    yield from _cut_off(previous.seq if previous else 0, wanted)
    yield from _of_remarks()


def count() -> int:
    """How many entries there are."""
    return AuditEntry.objects.count()


def missing_heads() -> list[str]:
    """Places that should hold the head and do not: there a cut-off end would go unnoticed."""
    if not AuditEntry.objects.exists():
        return []
    return [str(place) for place in head.places() if head.read(place) is None]


def _heads() -> list[tuple[str, head.Head]]:
    found = [(str(place), head.read(place)) for place in head.places()]
    return [(place, one) for place, one in found if one]


def _of_entry(entry: AuditEntry, previous: AuditEntry | None) -> Iterator[str]:
    expected = previous.seq + 1 if previous else 1
    if entry.seq != expected:
        last = f"–{entry.seq - 1}" if entry.seq > expected + 1 else ""
        yield f"第 {expected}{last} 条：被删除"
    elif entry.prev_hash != (previous.hash if previous else chain.START):
        yield f"第 {entry.seq} 条：与上一条接不上，其中一条被改动或调换"
    if chain.hash_of({name: getattr(entry, name) for name in chain.COVERED}) != entry.hash:
        yield f"第 {entry.seq} 条：内容被改动"
    elif not chain.is_signed(entry.hash, entry.signature):
        yield f"第 {entry.seq} 条：签名不符，不是本站写入的"


def _cut_off(last: int, wanted: dict[int, str]) -> Iterator[str]:
    if wanted and (head_seq := max(wanted)) > last:
        yield f"第 {last + 1}–{head_seq} 条：末尾被截断（库外链头记到第 {head_seq} 条）"


def _of_remarks() -> Iterator[str]:
    """Words that are not those that were said; erased ones leave nothing to compare."""
    entries = AuditEntry.objects.exclude(remark_id=None).order_by("seq")
    for batch in _batches(entries.values_list("seq", "remark_id", "remark_hash").iterator()):
        remarks = Remark.objects.in_bulk([remark for _, remark, _ in batch])
        for seq, pk, digest in batch:
            found = remarks.get(pk)
            if found is None:
                yield f"第 {seq} 条：附言被删除"
            elif (found.salt or found.text) and chain.remark_hash_of(
                found.salt, found.text
            ) != digest:
                yield f"第 {seq} 条：附言被改动"


def _batches(
    rows: Iterable[tuple[int, int | None, str]],
) -> Iterator[list[tuple[int, int, str]]]:
    batch: list[tuple[int, int, str]] = []
    for seq, pk, digest in rows:
        batch.append((seq, pk or 0, digest))
        if len(batch) == STEP:
            yield batch
            batch = []
    yield batch
