"""What an empty box proposes: words of this very site, so that each of them finds something."""

from collections.abc import Iterator

from bulletins.listing import ALL, region_list
from bulletins.public.counted import provinces
from bulletins.public.search.addresses import Way, address_of
from bulletins.public.sight import Sight
from bulletins.public.tallies import tallies_of
from bulletins.search.query import Query, Word


def examples(sight: Sight) -> list[Way]:
    """The most frequent tag, the region that said most, and that region with a tag of its own."""
    return [
        Way(" ".join(words), address_of(Query(tuple(Word(one, said=one) for one in words))))
        for words in _words(sight)
    ]


def _words(sight: Sight) -> Iterator[tuple[str, ...]]:
    often = [one.name for one in tallies_of(ALL, sight).tags][:1]
    yield from ((one,) for one in often)
    region = max(provinces(sight), key=lambda one: one.held, default=None)
    if region and region.held:
        yield (region.short_name,)
        its_own = (one.name for one in tallies_of(region_list(region.code), sight).tags)
        yield from [(region.short_name, one) for one in its_own if one not in often][:1]
