"""What a draft still lacks before anybody should be asked to review it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bulletins.document.emptiness import part_says, says
from bulletins.drafting.content import part_of
from bulletins.models import ChangeKind, Edition, Source, State


@dataclass(frozen=True, slots=True)
class Gap:
    """field: the name of the form field, the key of the part or the place of the file to go to."""

    field: str
    sentence: str


def missing(edition: Edition) -> list[Gap]:
    """One gap for each thing that is missing, in the order of the page."""
    return [*_fields(edition), *_addresses(edition), *_texts(edition), *_attachments(edition)]


def _fields(edition: Edition) -> Iterator[Gap]:
    if not edition.title.strip():
        yield Gap("title", "没有标题")
    before = edition.article.editions.filter(state=State.RELEASED)
    if before.exists() and not edition.change_kind:
        yield Gap("change_kind", "没有说明修改类别（这篇稿件已经公开过）")
    if edition.change_kind and edition.change_kind != ChangeKind.MINOR and not edition.change_note:
        yield Gap("change_note", "没有修改说明：读者要知道改了什么")


def _addresses(edition: Edition) -> Iterator[Gap]:
    """A reprint names the original's; a publisher without an address has none to name."""
    publishers = Source.objects.filter(name=edition.source, own=False).exclude(address="")
    if edition.source and not edition.source_address and publishers.exists():
        yield Gap("source_address", f"转载自“{edition.source}”，没有原文链接")


def _texts(edition: Edition) -> Iterator[Gap]:
    if edition.link_only_to:
        yield from _beside_link(edition)
        return
    parts = list(edition.parts.prefetch_related("sections"))
    if not (parts or says(edition.lead)):
        yield Gap("parts", "没有正文")
    for part in parts:
        if not part_says(part_of(part)):
            yield Gap(part.key, f"“{part}”之下没有内容")


def _beside_link(edition: Edition) -> Iterator[Gap]:
    """标题链接 has no page: what else it says would be approved and never be read."""
    if edition.parts.exists() or says(edition.lead) or edition.attachments.exists():
        yield Gap("link_only_to", "填了标题链接，就没有自己的页面：请删去正文和附件，或不填链接")


def _attachments(edition: Edition) -> Iterator[Gap]:
    for attachment in edition.attachments.all():
        if not attachment.file_id and not attachment.address:
            yield Gap(f"attachment-{attachment.key}", f"附件“{attachment}”没有文件")
