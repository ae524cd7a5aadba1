"""The printed form is made once, at release, and kept beside the rows that it was made from."""

from collections.abc import Sequence

from bulletins.document.html.page import WRITER
from bulletins.models import Edition
from bulletins.rendering.bodies import render
from bulletins.rendering.changes import changes_of
from bulletins.rendering.facts import Facts, facts_of


def keep_rendered(edition: Edition, related: Sequence[int] | None = None) -> None:
    """Make and store it. The article must have its number.

    related: articles by primary key, where they were chosen anew; else they stay.
    """
    whole = Edition.objects.with_body().get(pk=edition.pk)
    facts: Facts = {
        **facts_of(edition.pk),
        "changes": changes_of(whole),
        "related": related_of(whole) if related is None else list(related),
    }
    Edition.objects.filter(pk=edition.pk).update(
        rendered=render(whole), rendered_facts=facts, rendered_by=WRITER
    )


def keep_related(edition: Edition, related: Sequence[int]) -> None:
    """The related articles alone, beside what is kept of it; where nothing is kept, nothing."""
    if facts := edition.rendered_facts:
        kept = {**facts, "related": list(related)}
        Edition.objects.filter(pk=edition.pk).update(rendered_facts=kept)


def body_of(edition: Edition) -> str:
    """The kept form; made anew where it is of an earlier writer (``manage.py render`` keeps it)."""
    kept = kept_of(edition)
    return render(edition) if kept is None else kept


def kept_of(edition: Edition) -> str | None:
    """None where it is of an earlier writer."""
    return edition.rendered if edition.rendered_by == WRITER else None


def related_of(edition: Edition) -> list[int]:
    """The related articles that were chosen when it was released, by primary key."""
    return list((edition.rendered_facts or {}).get("related", ()))


def kept_facts(edition: Edition) -> Facts:
    """What stands around it, likewise."""
    facts: Facts | None = edition.rendered_facts
    return facts if facts and edition.rendered_by == WRITER else facts_of(edition.pk)
