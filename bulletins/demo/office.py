"""The fictional office: what its site is called, its columns, its publishers, what search knows."""

import json
from collections.abc import Mapping
from typing import Any

from accounts.models import User
from bulletins.demo.scripts import CONTENT
from bulletins.models import Column, LexiconEntry, SiteSettings, Source
from bulletins.workflow.columns import save_column
from bulletins.workflow.lexicon import save_entry
from bulletins.workflow.site import save_site


def furnish(*, by: User) -> dict[str, Column]:
    """Set the office up as ``content/office.json`` says; slug → column."""
    said = json.loads((CONTENT / "office.json").read_text(encoding="utf-8"))
    save_site(SiteSettings(pk=1, **said["site"]), by=by)
    Source.objects.bulk_create(Source(**source) for source in said["sources"])
    for kind, words in said["lexicon"]:
        save_entry(LexiconEntry(kind=kind, words=words), by=by)
    columns: dict[str, Column] = {}
    for position, facts in enumerate(said["columns"], start=1):
        columns[facts["slug"]] = _column(facts, position, columns, by)
    return columns


def _column(
    facts: Mapping[str, Any], position: int, columns: Mapping[str, Column], by: User
) -> Column:
    above = columns.get(facts.get("parent", ""))
    column = Column(**{**facts, "parent": above}, position=position)
    save_column(column, by=by)
    return column
