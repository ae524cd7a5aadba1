"""What the template of an article is given: of what is live, and of a draft as it would be."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.utils import timezone

from bulletins.models import Column, Edition
from bulletins.previews import Text
from bulletins.public.attached import attached
from bulletins.public.paths import article_address, path_of
from bulletins.public.standing import standing
from bulletins.rendering import Facts, facts_of, facts_of_words, render_unsealed, render_words

DEEPEST = 4  # columns in each other; deeper trees than that nobody can find her way in


def article_context(
    edition: Edition,
    body: str,
    facts: Facts,
    address_of: Callable[[str], str] | None = None,
    at: datetime | None = None,
    text_of: Callable[[str], str] | None = None,
) -> dict[str, Any]:
    """Everything ``public/article.html`` asks for.

    address_of, text_of: where a file and its text are, by its SHA-256. Not said: where readers have
    them; where only the first is said, texts are nowhere.
    """
    number = edition.article.number
    if address_of is None:
        address_of, text_of = (
            partial(path_of, "file", number),
            partial(path_of, "file-text", number),
        )
    return head_context(edition, at) | {
        "body": body,
        "jumps": facts["jumps"],
        "attachments": attached(facts["files"], address_of, text_of),
        "tags": facts["tags"],
        "keywords": ",".join(name for name, _ in facts["tags"]),
    }


def head_context(edition: Edition, at: datetime | None = None) -> dict[str, Any]:
    """What every page of an article says of it; no queries where article and column were read."""
    return standing(edition, at or timezone.now()) | {
        "edition": edition,
        "article": edition.article,
        "published_at": edition.article.first_published_at,
        "column": edition.column,
        "crumbs": breadcrumb(edition.column),
        "address": article_address(edition.article.number),
    }


def preview_context(
    edition: Edition, address_of: Callable[[str], str], words: Text | None = None
) -> dict[str, Any]:
    """The same of a text that is not public yet, as if it were released at this moment.

    words: where they are not what its rows say; the edition's own fields are then hers, too.
    """
    if words is None:
        body, facts = render_unsealed(edition, address_of), facts_of(edition.pk)
    else:
        said = (words.document, words.region_names)
        body = render_words(edition, *said, address_of)
        facts = facts_of_words(edition.pk, *said)
    context = article_context(edition, body, facts, address_of)
    published = context["published_at"] or timezone.now()
    return context | {"published_at": published, "previewing": True}


def breadcrumb(column: Column) -> list[Column]:
    """The column and those above it, from the top; a ring ends where it began."""
    crumbs, above = [column], column.parent
    while above is not None and above not in crumbs and len(crumbs) < DEEPEST:
        crumbs.insert(0, above)
        above = above.parent
    return crumbs
