"""The pages of a package: HTML with its own look, no script, nothing fetched from anywhere."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.template.loader import render_to_string

from bulletins.models import Attachment, Edition
from bulletins.public.paths import article_address
from bulletins.rendering import facts_of, render

ON_OUR_SITE = re.compile(r'(<a href=")(/[^"]*)')


def page_of(
    edition: Edition,
    attachments: list[Attachment],
    paths: Mapping[int, str],
    pictures: Mapping[str, str],
) -> bytes:
    """The text as readers see it; pictures: SHA-256 → path in the package."""
    body = render(edition, lambda sha256: pictures.get(sha256, f"#{sha256[:16]}"))
    facts = facts_of(edition.pk)
    said = {
        "edition": edition,
        "published_at": edition.article.first_published_at,
        "address": article_address(edition.article.number),
        "body": ON_OUR_SITE.sub(rf"\g<1>{settings.SITE_URL}\g<2>", body),
        "jumps": facts["jumps"],
        "tags": [name for name, _ in facts["tags"]],
        "attachments": [
            (one.title, quote(paths.get(one.pk, "")) or one.address) for one in attachments
        ],
    }
    return render_to_string("archive/page.html", said).encode()


def sheet_page_of(edition: Edition, reviews: Mapping[str, Any]) -> bytes:
    """审核单, to be read and printed."""
    said = {
        "edition": edition,
        "reviews": _spoken(reviews),
        "address": article_address(edition.article.number),
    }
    return render_to_string("archive/review.html", said).encode()


def _spoken(said: Any, name: str = "") -> Any:
    """Moments as people read them: 2021-03-15 09:13."""
    if isinstance(said, Mapping):
        return {key: _spoken(value, key) for key, value in said.items()}
    if isinstance(said, list):
        return [_spoken(one) for one in said]
    return said[:16].replace("T", " ") if name == "at" or name.endswith("_at") else said
