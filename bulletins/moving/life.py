"""What became of an article after its release: from a line, and back.

Placings hold for drafts, too; everything else only for what moves in as released.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone

from bulletins.document.addresses import NO_PLACE, place
from bulletins.document.wording import BEIJING
from bulletins.models import Article, Column, Validity
from bulletins.moving.fields import BadLine, day, moment, objects, text

ACTS = ("closed", "archived")  # each has a moment and a person
MOMENTS = ("extended_to", "ends_at", *(f"{act}_at" for act in ACTS))
DAYS = ("validity_from", "check_by")
TEXTS = ("closing_note", "outcome", "validity", "validity_basis")
LONGEST = 300


class Placed(NamedTuple):
    """In which other column it is listed, on top until when. column: its name or address."""

    column: str
    pinned_until: datetime | None


@dataclass(frozen=True, slots=True)
class Life:
    """facts: fields of ``Article`` that are not empty, by name."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    placings: tuple[Placed, ...] = ()


def life_from(said: Mapping[str, Any]) -> Life:
    """Raises BadLine."""
    facts: dict[str, Any] = {name: moment(said, name) for name in MOMENTS}
    facts |= {name: day(said, name) for name in DAYS}
    facts |= {name: _short(said, name) for name in TEXTS}
    _require_whole(facts)
    placings = tuple(map(_placed, objects(said, "placings")))
    return Life({name: value for name, value in facts.items() if value}, placings)


def life_of(article: Article) -> dict[str, Any]:
    """As a line says it; of placings that were read already without a query."""
    facts = {name: getattr(article, name) for name in (*MOMENTS, *DAYS, *TEXTS)}
    placings = [_said(one.column, one.pinned_until) for one in article.placings.all()]
    return {name: _written(value) for name, value in facts.items()} | {"placings": placings}


def _short(said: Mapping[str, Any], name: str) -> str:
    found = text(said, name).strip()
    if name != "outcome" and len(found) > LONGEST:
        raise BadLine(f"{name} 超过 {LONGEST} 字")
    return found


def _require_whole(facts: Mapping[str, Any]) -> None:
    """What the verbs of an article ask for (``workflow.articles``), said of a line."""
    if facts["outcome"] and not place(facts["outcome"]):
        raise BadLine(f"outcome：{NO_PLACE}")
    for act in ACTS:
        at = facts[f"{act}_at"]
        if at and at > timezone.now():
            raise BadLine(f"{act}_at 在将来：迁移只收已经发生的")
    kind = facts["validity"]
    if kind not in ("", *Validity.values):
        raise BadLine(f"validity 应是 {'、'.join(Validity.values)} 之一")
    if kind not in ("", Validity.VALID) and facts["validity_from"] is None:
        raise BadLine("没有 validity_from：不再有效的文件要写明从哪一天起")
    if not kind and (facts["validity_from"] or facts["validity_basis"]):
        raise BadLine("写了 validity_from 或 validity_basis，没有 validity")


def _placed(said: Mapping[str, Any]) -> Placed:
    return Placed(text(said, "column").strip(), moment(said, "pinned_until"))


def _said(column: Column, until: datetime | None) -> dict[str, Any]:
    return {"column": column.slug} | ({"pinned_until": _written(until)} if until else {})


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(BEIJING).isoformat()
    return value.isoformat() if isinstance(value, date) else value
