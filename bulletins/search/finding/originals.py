"""The texts of passages as they were written, for a page of answers: a fixed number of queries."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bulletins.document.body import text_of
from bulletins.document.numbering import Counter, label
from bulletins.indexing.engines.candidates import Candidate
from bulletins.indexing.passages import leaf_text
from bulletins.models import Attachment, Edition, Part, Section
from bulletins.models.passage import PassageKind as Kind

Key = tuple[int, str]  # edition, key of a part, section or attachment


class Original(NamedTuple):
    """place: 贵州 · 三、. address: from the article's own address on."""

    place: str
    heading: str
    text: str
    address: str


class Originals:
    """What is needed for these passages, read at once."""

    def __init__(self, passages: Iterable[Candidate]) -> None:
        self.passages = list(passages)
        editions = {one.edition for one in self.passages}
        self.editions = self._editions()
        self.parts = self._parts(editions)
        self.sections, self.labels = self._sections()
        self.files = self._files(editions)

    def of(self, passage: Candidate) -> Original | None:
        """None of what is not there any more."""
        made = {
            Kind.LEAD: self._lead,
            Kind.CLOSING: self._closing,
            Kind.INTRO: self._intro,
            Kind.SECTION: self._section,
            Kind.FILE: self._file,
        }.get(Kind(passage.kind))
        return made(passage) if made else None

    def _lead(self, passage: Candidate) -> Original | None:
        edition = self.editions.get(passage.edition)
        return Original("前言", "", text_of(edition.lead), "") if edition else None

    def _closing(self, passage: Candidate) -> Original | None:
        edition = self.editions.get(passage.edition)
        return Original("落款", "", text_of(edition.closing), "") if edition else None

    def _intro(self, passage: Candidate) -> Original | None:
        part = self.parts.get((passage.edition, passage.key))
        if part is None:
            return None
        return Original(_name(part), part.heading, text_of(part.intro), f"#{part.key}")

    def _section(self, passage: Candidate) -> Original | None:
        section = self.sections.get((passage.edition, passage.key))
        if section is None:
            return None
        part = self.parts.get((passage.edition, passage.part))
        number = self.labels.get((passage.edition, passage.key), "")
        place = " · ".join(filter(None, (_name(part) if part else "", number)))
        return Original(place, section.heading or "", text_of(section.body), f"#{section.key}")

    def _file(self, passage: Candidate) -> Original | None:
        key, _, leaf = passage.key.partition(":")
        attachment = self.files.get((passage.edition, key))
        if attachment is None:
            return None
        read = getattr(attachment.file, "text", None) if attachment.file else None
        leaves = read.leaves[int(leaf) :][:1] if leaf and read else ()  # none, if read anew since
        said = "".join(map(leaf_text, leaves))
        to = f"files/{attachment.file_id}/text/" if attachment.file_id else ""
        return Original("附件", attachment.title, said, to)

    def _editions(self) -> dict[int, Edition]:
        """Those of which a text of their own is shown."""
        wanted = {one.edition for one in self.passages if one.kind in (Kind.LEAD, Kind.CLOSING)}
        rows = Edition.objects.filter(pk__in=wanted).only("lead", "closing").order_by()
        return {one.pk: one for one in rows} if wanted else {}

    def _parts(self, editions: set[int]) -> Mapping[Key, Part]:
        said = [one for one in self.passages if one.kind in (Kind.SECTION, Kind.INTRO)]
        keys = {one.part or one.key for one in said}
        rows = Part.objects.filter(edition__in=editions, key__in=keys).select_related("region")
        return {(part.edition_id, part.key): part for part in rows.order_by()}

    def _sections(self) -> tuple[dict[Key, Section], dict[Key, str]]:
        """Those that are shown with their texts, and the numbers of all around them."""
        wanted = {(one.edition, one.key) for one in self.passages if one.kind == Kind.SECTION}
        parts = {part.pk for part in self.parts.values()}
        if not wanted or not parts:
            return {}, {}
        around = Section.objects.filter(part__in=parts).order_by("part", "position")
        labels = _labels(around.values_list("edition", "part", "key", "level", "value"))
        texts = Section.objects.filter(part__in=parts, key__in={key for _, key in wanted})
        return {(one.edition_id, one.key): one for one in texts.order_by()}, labels

    def _files(self, editions: set[int]) -> dict[Key, Attachment]:
        if not any(one.kind == Kind.FILE for one in self.passages):
            return {}
        rows = Attachment.objects.filter(edition__in=editions).select_related("file__text")
        return {(one.edition_id, one.key): one for one in rows.order_by()}


def _labels(rows: Iterable[tuple[int, int, str, int, int | None]]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    counters: dict[int, Counter] = {}
    for edition, part, key, level, value in rows:
        number = counters.setdefault(part, Counter()).take(level, value)
        found[edition, key] = label(level, number)
    return found


def _name(part: Part) -> str:
    if part.region is None:
        return part.heading
    return part.region_name or part.region.short_name
