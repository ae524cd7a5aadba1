"""Several readings, one answer: all candidates unless what is known of the text decides."""

from regions.names.index import Index
from regions.names.reading import Match
from regions.names.resolution import How, Resolution
from regions.names.words import EVERYDAY, GENERIC

PLAIN: frozenset[How] = frozenset({"exact", "short"})


def settle(index: Index, found: list[Match], scope: frozenset[str], *, spaced: bool) -> Resolution:
    """Never a guess: one division left, or no code."""
    first = found[0]
    codes = tuple(dict.fromkeys(match.code for match in found))
    near = _near(index, codes, scope)
    if first.name in GENERIC and not near:
        return Resolution(None, codes, "generic", first.name, first.rest)
    codes = near or codes
    match = next(match for match in found if match.code == codes[0])
    return Resolution(
        code=codes[0] if len(codes) == 1 else None,
        candidates=codes,
        how="spaced" if spaced and match.how in PLAIN else match.how,
        matched=match.name,
        rest=match.rest,
        note=_note(index, match),
        everyday=match.name in EVERYDAY,
    )


def _near(index: Index, codes: tuple[str, ...], scope: frozenset[str]) -> tuple[str, ...]:
    """Those in what the text speaks of; failing that, those side by side with it."""
    inside = tuple(code for code in codes if not scope.isdisjoint(index.above[code]))
    if inside or not scope:
        return inside
    parents = {index.places[code].parent for code in scope if code in index.places} - {""}
    return tuple(code for code in codes if index.places[code].parent in parents)


def _note(index: Index, match: Match) -> str:
    if match.how != "former":
        return ""
    now = index.places[match.code].name
    return f"「{match.name}」已不再使用，现按「{now}」登记" if match.name != now else ""
