"""What a part says, subject by subject: its sections, each with all that stands below it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bulletins.document.body import text_of
from bulletins.document.numbering import labels
from bulletins.document.tree import DocumentPart, DocumentSection

FIRST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Topic:
    """label: 「三、」. heading: "" of a clause. text: all its words, of what stands below it, too.

    key: its anchor. sections: itself and what is below it; none where a part is its intro alone.
    """

    label: str
    heading: str
    text: str
    key: str = ""
    sections: tuple[DocumentSection, ...] = ()

    @property
    def name(self) -> str:
        """Its heading; of a clause, its first words."""
        if self.heading:
            return self.heading
        return self.text[:FIRST_WORDS] + ("……" if len(self.text) > FIRST_WORDS else "")


def topics(part: DocumentPart) -> list[Topic]:
    """In reading order; a part without sections is one topic, one without words none."""
    if not part.sections:
        said = text_of(part.intro)
        return [Topic("", "", said, part.key)] if said.strip() else []
    return list(_cut(part.sections, labels(part), _level(part.sections)))


def _level(sections: Sequence[DocumentSection]) -> int:
    """The highest at which there is more than one: one heading over all of it says little."""
    counts = Counter(section.level for section in sections)
    return next((level for level in sorted(counts) if counts[level] > 1), min(counts))


def _cut(
    sections: Sequence[DocumentSection], numbers: Sequence[str], level: int
) -> Iterator[Topic]:
    starts = [at for at, section in enumerate(sections) if at == 0 or section.level <= level]
    for at, end in zip(starts, [*starts[1:], len(sections)], strict=True):
        topic = _topic(sections[at:end], numbers[at])
        if topic.text or len(sections) == 1 or sections[at].level >= level:
            yield topic  # a heading over all of it that says nothing more is left out


def _topic(sections: Sequence[DocumentSection], label: str) -> Topic:
    first, below = sections[0], sections[1:]
    said = [text_of(first.body)]
    said += [f"{section.heading or ''}\n{text_of(section.body)}" for section in below]
    text = "\n".join(said).strip()
    return Topic(label, first.heading or "", text, first.key, tuple(sections))
