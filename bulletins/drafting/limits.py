"""What fits into the tables, said before the database has to."""

from collections.abc import Iterator, Sequence

from django.db.models import CharField

from bulletins.document.tree import Document, DocumentPart
from bulletins.document.wording import FIELD_NAMES
from bulletins.drafting.content import SAME
from bulletins.models import Attachment, Edition, Part
from bulletins.permissions import Refused
from bulletins.tagging import LONGEST as LONGEST_TAG
from regions.models import Region

MOST_PARTS = 300
MOST_SECTIONS = 5000  # of one part
HIGHEST_NUMBER = 9_999


def require_fits(document: Document) -> None:
    """Raises Refused with one sentence for each thing that is too long or too many."""
    problems = [*_fields(document), *_attachments(document), *_tags(document)]
    require_room(len(document.parts))
    problems += [problem for part in document.parts for problem in _part(part)]
    if problems:
        raise Refused("；".join(problems))


def require_regions(parts: Sequence[DocumentPart]) -> None:
    """Raises Refused for a region that there is not; one query."""
    if problems := list(_regions(parts)):
        raise Refused("；".join(problems))


def require_room(parts: int) -> None:
    """Raises Refused where an edition cannot hold that many."""
    if parts > MOST_PARTS:
        raise Refused(f"地区稿超过 {MOST_PARTS} 个：请分成几篇")


def require_part_fits(part: DocumentPart) -> None:
    """The same of one part, and that its region is known."""
    if problems := [*_part(part), *_regions([part])]:
        raise Refused("；".join(problems))


def _fields(document: Document) -> Iterator[str]:
    for name in SAME:
        most = _most(Edition, name)
        if most and len(getattr(document, name) or "") > most:
            yield f"{FIELD_NAMES[name]}超过 {most} 字：请缩短"


def _part(part: DocumentPart) -> Iterator[str]:
    most = _most(Part, "heading") or 0
    if len(part.heading) > most:
        yield f"地区标题“{part.heading[:20]}…”超过 {most} 字：请缩短"
    if len(part.sections) > MOST_SECTIONS:
        yield f"“{part.heading or '正文'}”有 {len(part.sections)} 个小节，最多 {MOST_SECTIONS} 个"
    if any((section.value or 0) > HIGHEST_NUMBER for section in part.sections):
        yield f"“{part.heading or '正文'}”有大于 {HIGHEST_NUMBER} 的序号：请改为正文"


def _regions(parts: Sequence[DocumentPart]) -> Iterator[str]:
    named = dict.fromkeys(part.region for part in parts if part.region is not None)
    sound = [code for code in named if code.isdecimal()]
    known = set(Region.objects.filter(pk__in=sound).values_list("pk", flat=True))
    for code in named:
        if code not in known:
            yield f"没有代码为 {code} 的地区：请重新选择"


def _attachments(document: Document) -> Iterator[str]:
    for one in document.attachments:
        if len(one.title) > (_most(Attachment, "title") or 0):
            yield f"附件名“{one.title[:20]}…”太长：请缩短"
        if len(one.address) > (_most(Attachment, "address") or 0):
            yield f"附件“{one.title[:20]}”的地址太长：请删去"


def _tags(document: Document) -> Iterator[str]:
    for tag in document.tags:
        if len(tag) > LONGEST_TAG:
            yield f"标签“{tag[:20]}…”超过 {LONGEST_TAG} 字：请缩短或用顿号分开"


def _most(model: type[Edition] | type[Part] | type[Attachment], name: str) -> int | None:
    field = model._meta.get_field(name)
    return field.max_length if isinstance(field, CharField) else None
