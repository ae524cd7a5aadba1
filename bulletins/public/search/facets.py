"""Facets as links: a value narrows the question down; one that was chosen leads back."""

from bulletins.public.narrowing import Offer, Offers
from bulletins.public.search.addresses import Way, with_place
from bulletins.public.search.asking import Asked
from bulletins.search.query import Query
from bulletins.search.results import Facet, FacetValue, Results


def offers(results: Results, query: Query) -> tuple[Offers, ...]:
    """As on a region's page; without what leads to the same answers again."""
    return tuple(
        Offers(one.name, tuple(_offer(one, value, query) for value in one.values))
        for one in results.facets
        if any(value.chosen or value.held < results.total for value in one.values)
    )


def chosen(asked: Asked) -> list[Way]:
    """The conditions of the question, each with the way back."""
    return [Way(name, with_place(asked.query, kind, "")) for kind, name in asked.names.items()]


def _offer(facet: Facet, one: FacetValue, query: Query) -> Offer:
    address = with_place(query, facet.kind, "" if one.chosen else one.value)
    return Offer(one.name, one.held, address, one.chosen)
