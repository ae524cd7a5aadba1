"""All the ways to read a text from its first character to its last."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from regions.names.index import Index
from regions.names.meanings import Entry
from regions.names.offices import is_office
from regions.names.resolution import How

LONGEST_NAME: Final = 24
JOINTS: Final = "·・•-—–/"  # 四川·成都
WIDE: Final = frozenset({"province", "prefecture"})
PARTY: Final = ("中共", "中国共产党")  # only ever before an office: 中共天津市委


class Match(NamedTuple):
    """One way to read it; `name` is the part that names the division, `rest` its office."""

    code: str
    how: How
    name: str
    rest: str = ""


def read(index: Index, text: str, scope: frozenset[str]) -> list[Match]:
    """Every reading of the longest first name that leads to the end; none if nothing does."""
    for party in PARTY:
        if text.startswith(party):
            found = _read(index, text.removeprefix(party), scope)
            return [match for match in found if match.how == "office"]
    return _read(index, text, scope)


def mentions(index: Index, text: str) -> Iterator[str]:
    """Every province and prefecture named in full anywhere in the text."""
    for start in range(len(text) - 1):
        if text[start : start + 2] in index.heads:
            for size in range(3, LONGEST_NAME + 1):
                for entry in index.alone.get(text[start : start + size], ()):
                    if entry.how == "exact" and index.places[entry.code].level in WIDE:
                        yield entry.code


def _read(index: Index, text: str, scope: frozenset[str]) -> list[Match]:
    if text[:2] not in index.heads:  # most lines of a text end here
        return []
    for size in range(min(len(text), LONGEST_NAME), 1, -1):
        name = text[:size]
        entries = _entries(index, name, scope)
        if entries and (found := list(_finish(index, entries, name, text[size:]))):
            return found
    return []


def _entries(index: Index, name: str, scope: frozenset[str]) -> tuple[Entry, ...]:
    alone = index.alone.get(name, ())
    if not scope or _is_province(index, alone):
        return alone
    # 河北 stays the province in a text about 天津, which has a 河北区.
    beside = (entry for parent in scope for entry in index.beside.get((parent, name), ()))
    return _once((*alone, *beside))


def _finish(index: Index, entries: tuple[Entry, ...], name: str, rest: str) -> Iterator[Match]:
    office = bool(rest) and is_office(name, rest)
    for entry in entries:
        if not rest:
            yield Match(entry.code, entry.how, name)
        elif office:
            yield Match(entry.code, "office", name, rest)
        else:
            yield from _deeper(index, entry, name, rest)


def _deeper(index: Index, above: Entry, name: str, rest: str) -> Iterator[Match]:
    """河北 + 石家庄 + 长安区: every next name lies in the one before."""
    rest = rest.lstrip(JOINTS)
    for size in range(min(len(rest), LONGEST_NAME), 1, -1):
        entries = _inside(index, above.code, rest[:size])
        found = list(_finish(index, entries, rest[:size], rest[size:])) if entries else []
        if found:
            for match in found:
                how: How = "office" if match.how == "office" else "compound"
                yield Match(match.code, how, name + match.name, match.rest)
            return


def _inside(index: Index, above: str, name: str) -> tuple[Entry, ...]:
    alone = (e for e in index.alone.get(name, ()) if above in index.above.get(e.code, ()))
    return _once((*index.beside.get((above, name), ()), *alone))


def _is_province(index: Index, entries: tuple[Entry, ...]) -> bool:
    return any(index.places[entry.code].level == "province" for entry in entries)


def _once(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Each division once; one entry, or none, is the rule."""
    return tuple({entry.code: entry for entry in entries}.values()) if len(entries) > 1 else entries
