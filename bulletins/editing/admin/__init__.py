"""What the admin lists and edits in Django's own way, each within what a person was granted."""

from bulletins.editing.admin import (
    accounts,
    asked,
    audit,
    columns,
    editions,
    grants,
    lexicon,
    regions,
    reports,
    site,
    sources,
    special_days,
    tags,
)

__all__ = [
    "accounts",
    "asked",
    "audit",
    "columns",
    "editions",
    "grants",
    "lexicon",
    "regions",
    "reports",
    "site",
    "sources",
    "special_days",
    "tags",
]
