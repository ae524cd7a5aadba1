"""One article on its way in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bulletins.document.tree import Document
from bulletins.models import Article, Column, Edition, Part


@dataclass(slots=True)
class Moved:
    """One article about to be stored. released: when it was published, None for a draft.

    facts: fields of the article, what became of it since. placings: on top until when.
    """

    document: Document
    column: Column
    import_id: str
    slug: str = ""
    old_address: str = ""
    released: datetime | None = None
    number: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    placings: Mapping[Column, datetime | None] = field(default_factory=dict)
    article: Article = field(default_factory=Article)
    edition: Edition = field(default_factory=Edition)
    parts: list[Part] = field(default_factory=list)
