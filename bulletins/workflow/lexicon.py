"""词库 is kept by who keeps the search, with an entry in the audit chain.

What it says acts by itself (``indexing.lexicon``): nothing follows from here.
"""

import re

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.audit import changed_fields, record
from accounts.models import User
from bulletins.document.folding import fold
from bulletins.document.plain import squeeze
from bulletins.models import LexiconEntry, LexiconKind
from bulletins.permissions import Refused
from bulletins.permissions.keepers import require_search_keeper

WHAT = "修改词库"
PARTED = re.compile(r"[\r\n,，、;；=＝]+")
LONGEST, MOST_SYNONYMS, MOST_ENTRIES = 20, 10, 5_000
FEWEST = {LexiconKind.WORD: 2}  # characters: one alone is cut by itself


@transaction.atomic
def save_entry(entry: LexiconEntry, *, by: User) -> None:
    """Store a new or changed entry. Raises Refused, also where another one says it already."""
    require_search_keeper(by, WHAT)
    before = LexiconEntry.objects.select_for_update().filter(pk=entry.pk).first()
    understand(entry)
    entry.changed_at = timezone.now()
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError as error:  # somebody was faster, after understand had looked
        raise Refused("刚有人加了同样的一条：请刷新后再看") from error
    record("save_entry", entry, by=by, detail=_differences(before, entry))


@transaction.atomic
def add_synonym(word: str, means: str, *, by: User) -> LexiconEntry:
    """Let both stand for each other: in the group that has one of them, else in a new one."""
    require_search_keeper(by, WHAT)
    both = {fold(word), fold(means)}
    groups = LexiconEntry.objects.filter(kind=LexiconKind.SYNONYMS)
    has_one = (group for group in groups if both & set(group.folded.split("\n")))
    entry = next(has_one, LexiconEntry(kind=LexiconKind.SYNONYMS))
    entry.words = "\n".join([*entry.words.split("\n"), word, means])
    save_entry(entry, by=by)
    return entry


@transaction.atomic
def remove_entry(entry: LexiconEntry, *, by: User) -> None:
    """From now on its words are words like others."""
    require_search_keeper(by, WHAT)
    name, kind = f"lexiconentry:{entry.pk}", entry.kind
    entry.delete()
    record("remove_entry", name, by=by, detail={"kind": kind})


def understand(entry: LexiconEntry) -> None:
    """Make of what was typed one word on a line, and its folded form; Refused if that cannot be."""
    said: dict[str, str] = {}
    for word in PARTED.split(entry.words):
        said.setdefault(fold(word), squeeze(word))
    said.pop("", None)
    _require_sensible(LexiconKind(entry.kind), said)
    entry.words = "\n".join(said.values())
    entry.folded = "\n".join(sorted(said))
    _require_new(entry)


def _require_sensible(kind: LexiconKind, said: dict[str, str]) -> None:
    if not said:
        raise Refused("没有写词：标点和空格不算，请写至少一个字")
    if kind == LexiconKind.SYNONYMS and not 2 <= len(said) <= MOST_SYNONYMS:
        raise Refused(
            f"一组同义词写 2 到 {MOST_SYNONYMS} 个，一行一个；写法只差繁简、全半角的算一个"
        )
    if kind != LexiconKind.SYNONYMS and len(said) > 1:
        raise Refused(f"一条{kind.label}只写一个：要加几个，请分几条")
    for folded, word in said.items():
        if not FEWEST.get(kind, 1) <= len(folded) <= LONGEST:
            raise Refused(
                f"“{word}”太长或太短：{kind.label}写 {FEWEST.get(kind, 1)} 到 {LONGEST} 个字"
            )


def _require_new(entry: LexiconEntry) -> None:
    """A word is in one group, so that what stands for it is read in one place."""
    others = list(LexiconEntry.objects.filter(kind=entry.kind).exclude(pk=entry.pk))
    if len(others) >= MOST_ENTRIES:
        raise Refused(f"词库里这一类已有 {MOST_ENTRIES} 条，不能再加：请先删去不用的")
    mine = set(entry.folded.split("\n"))
    for other in others:
        if mine & set(other.folded.split("\n")):
            raise Refused(f"词库里已有“{other}”：请改那一条，不要另加")


def _differences(before: LexiconEntry | None, after: LexiconEntry) -> dict[str, object]:
    if before is None:
        return {"new": True, "kind": after.kind}
    changed = [name for name in changed_fields(before, after) if name != "changed_at"]
    return {"changed": changed, "kind": after.kind}
