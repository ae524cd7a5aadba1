"""The printed form is made once, at release, and kept beside the rows that it was made from."""

from bulletins.document.html.page import WRITER
from bulletins.models import Edition
from bulletins.rendering.bodies import render
from bulletins.rendering.changes import changes_of
from bulletins.rendering.facts import Facts, facts_of


def keep_rendered(edition: Edition) -> None:
    """Make and store it. The article must have its number."""
    whole = Edition.objects.with_body().get(pk=edition.pk)
    facts: Facts = {**facts_of(edition.pk), "changes": changes_of(whole)}
    Edition.objects.filter(pk=edition.pk).update(
        rendered=render(whole), rendered_facts=facts, rendered_by=WRITER
    )


def body_of(edition: Edition) -> str:
    """The kept form; made anew where it is of an earlier writer (``manage.py render`` keeps it)."""
    return edition.rendered if edition.rendered_by == WRITER else render(edition)


def kept_facts(edition: Edition) -> Facts:
    """What stands around it, likewise."""
    facts: Facts | None = edition.rendered_facts
    return facts if facts and edition.rendered_by == WRITER else facts_of(edition.pk)
