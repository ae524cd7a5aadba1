"""The page's heartbeat: what is being typed is kept, who else is there is told."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from bulletins.document.html.part_form import read_part_html, write_part_html
from bulletins.document.tree import DocumentPart
from bulletins.document.wording import BEIJING
from bulletins.drafting import presence, working
from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.kept import TEXTS
from bulletins.editing.richtext import from_editor
from bulletins.models import Edition, WorkingCopy
from bulletins.permissions import Hidden, Refused
from bulletins.permissions.visibility import sees_part

FIELD = 40  # characters of a field's name
MOST_FIELDS = 90  # the head with its attachments
GONE = "这一部分已被删去，或您已不能修改：您写的仍在本页，请复制留存，或写到新的一部分里"


@require_POST
def heartbeat(request: HttpRequest, pk: int) -> JsonResponse:
    """JSON in: {"boxes": [{"key", "seen", "since", "fields"}], "open": [key], "gone": [key]}.

    Out: {"at": "09:31:05", "kept": {key: time}, "why": {key: sentence}, "refused": the last
    of these or "", "elsewhere": {key: time}, "people": [[name, key]], "revisions": {key:
    revision}}. A box that cannot be kept is said so, and costs no other; elsewhere: of her other
    window's copy, which stands.
    """
    edition = edition_or_404(request, pk)
    try:
        said = _said(request)
    except (ValueError, RecursionError):  # as many brackets as fit into a form
        return JsonResponse({"refused": "没有暂存：收到的内容不完整"}, status=400)
    told = _Told()
    for box in said["boxes"]:
        _try(request, edition, box, told)
    for key in said["gone"]:
        working.drop(edition, key, by=who(request))
    presence.say_here(edition, said["open"], by=who(request))
    return JsonResponse(asdict(told) | {"refused": told.refused} | _answer(request, edition))


@dataclass
class _Told:
    """What came of each box."""

    kept: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)

    @property
    def refused(self) -> str:
        return next(reversed(self.why.values()), "")


def _try(request: HttpRequest, edition: Edition, box: dict[str, Any], told: _Told) -> None:
    key = box["key"]
    try:
        told.kept[key] = _keep(request, edition, box).saved_at.isoformat()
    except working.Elsewhere as refusal:
        told.elsewhere[key] = refusal.at.isoformat()
        told.why[key] = str(refusal)
    except Hidden:  # the same words whether it is gone or not hers: the page had shown it to her
        told.why[key] = GONE
    except Refused as refusal:
        told.why[key] = str(refusal)


def _keep(request: HttpRequest, edition: Edition, box: dict[str, Any]) -> WorkingCopy:
    fields = {name: _clean(name, value, request) for name, value in box["fields"].items()}
    facts = {"seen": box["seen"], "since": box["since"], "by": who(request)}
    return working.keep(edition, box["key"], fields, **facts)


def _clean(name: str, value: str, request: HttpRequest) -> str:
    """Texts pass the sanitiser on this way in, too; what is kept is what an editor may be given."""
    if name not in TEXTS:
        return value
    return write_part_html(read_part_html(from_editor(value, by=who(request)), DocumentPart()))


def _answer(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    scope = scope_in(request)
    seen = [part for part in edition.parts.all() if sees_part(scope, edition, part)]
    visible = {"", "head", *(part.key for part in seen)}
    people = presence.others_here(edition, by=who(request))
    return {
        "at": f"{timezone.now().astimezone(BEIJING):%H:%M:%S}",
        "people": [[one.name, one.key] for one in people if one.key in visible],
        "revisions": {part.key: part.revision for part in seen} | {"head": edition.revision},
    }


def _said(request: HttpRequest) -> dict[str, Any]:
    """Raises ValueError for anything that our own page does not send."""
    said = json.loads(request.body)
    if not isinstance(said, dict):
        raise ValueError("not an object")
    return {
        "boxes": [_box(one) for one in _list(said, "boxes")],
        "open": _keys(said, "open"),
        "gone": _keys(said, "gone"),
    }


def _list(said: dict[str, Any], name: str) -> list[Any]:
    found = said.get(name, [])
    if not isinstance(found, list) or len(found) > working.MOST:
        raise ValueError(name)
    return found


def _keys(said: dict[str, Any], name: str) -> list[str]:
    return [str(key) for key in _list(said, name) if working.KEY.match(str(key))]


def _box(one: Any) -> dict[str, Any]:
    fields = one["fields"] if isinstance(one, dict) and "fields" in one else None
    if not isinstance(fields, dict) or len(fields) > MOST_FIELDS:
        raise ValueError("fields")
    texts = {str(name)[:FIELD]: str(value).replace("\0", "") for name, value in fields.items()}
    seen = one.get("seen")
    return {
        "key": str(one.get("key", "")),
        "seen": seen if isinstance(seen, int) and 0 <= seen < 2**31 else 0,
        "since": _time(one.get("since")),
        "fields": {name: _whole(value) for name, value in texts.items()},
    }


def _time(said: Any) -> datetime | None:
    """When a copy was kept, as our own answer wrote it. Raises ValueError for anything else."""
    at = datetime.fromisoformat(said) if isinstance(said, str) and said else None
    if at and at.tzinfo is None:
        raise ValueError("since")
    return at


def _whole(text: str) -> str:
    """Half of a surrogate pair is no character, and no database takes one."""
    return text.encode("utf-8", "ignore").decode("utf-8")
