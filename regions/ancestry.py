"""What divisions lie in, read once for as many as one wants to look at."""

from collections.abc import Iterable

from regions.models import Region
from regions.querysets import RegionQuerySet


class Ancestry:
    """Each division's way up; 兵团 has its cities beside their prefecture, so there may be two."""

    def __init__(self, *, everywhere: bool = False) -> None:
        """everywhere: all divisions are read at once, not as they are met."""
        self.known: dict[str, list[str]] = {}
        self.parents = self._read(Region.objects.all()) if everywhere else {}

    def meet(self, codes: Iterable[str]) -> None:
        """Read these and what they most likely lie in, all at once: a code begins as theirs do."""
        near = {one for code in codes for one in (code, f"{code[:4]}00", f"{code[:2]}0000")}
        if unknown := near.difference(self.parents):
            self._learn(unknown)

    def above(self, code: str) -> list[str]:
        """The codes of everything it lies in, the nearest first; of an unknown one nothing."""
        if code not in self.known:
            self.known[code] = self._way_up(code)[1:]
        return self.known[code]

    def _way_up(self, code: str) -> list[str]:
        found, step = [code], [code]
        while step:
            if unknown := [one for one in step if one not in self.parents]:
                self._learn(unknown)
            above = [one for known in step for one in self.parents.get(known, ()) if one]
            step = [one for one in dict.fromkeys(above) if one not in found]
            found += step
        return found

    def _learn(self, codes: Iterable[str]) -> None:
        """Also of those that are none, or they would be asked for again and again."""
        nothing: dict[str, tuple[str | None, ...]] = dict.fromkeys(codes, ())
        self.parents |= nothing | self._read(Region.objects.filter(pk__in=nothing))

    @staticmethod
    def _read(regions: RegionQuerySet) -> dict[str, tuple[str | None, ...]]:
        rows = regions.order_by().values_list("pk", "parent", "also_under")
        return {pk: (parent, also) for pk, parent, also in rows}
