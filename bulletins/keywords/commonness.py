"""How many public articles bear a tag; one that tags everything finds nothing."""

from collections.abc import Mapping

from bulletins.listing import ALL, counts, tag_list

CEILING = 0.2  # more than one public article in five
FEW = 25  # articles; in a young office every tag is on a large share of them


def public_counts(slugs: Mapping[str, str]) -> dict[str, int]:
    """How many public articles bear each tag: name → count; slugs: name → slug. Fixed queries."""
    found = counts([tag_list(slug) for slug in slugs.values()])
    return {name: found[tag_list(slug)] for name, slug in slugs.items()}


def most_allowed() -> float:
    """The ceiling: how many articles a tag may be on and still part them."""
    everything = counts([ALL])[ALL]
    return CEILING * everything if everything >= FEW else float("inf")
