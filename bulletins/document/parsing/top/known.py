"""What is known of an article besides its text; the first to say a thing is believed."""

import re
from dataclasses import dataclass, field
from datetime import date, time

from bulletins.document.parsing.dates import find_moment
from bulletins.document.parsing.top.labels import Facts
from bulletins.document.plain import squeeze

# Text facts that have a place in a document, and how long they may be.
LONGEST = {
    "source": 40,
    "issuing_body": 60,
    "editor": 20,
    "document_number": 40,
    "index_number": 60,
    "source_address": 300,
}
ADDRESS = re.compile(r"https?://[\x21-\x7e]+")


@dataclass(slots=True)
class Known:
    """Facts as they are gathered: ask the best witness first."""

    published_date: date | None = None
    published_time: time | None = None
    written_date: date | None = None
    texts: dict[str, str] = field(default_factory=dict)
    empty_source: bool = False

    def publish(self, value: str) -> None:
        moment = find_moment(value)
        if moment and not self.published_date:
            self.published_date, self.published_time = moment.day, moment.clock

    def write(self, day: date | None) -> None:
        self.written_date = self.written_date or day

    def text(self, kind: str, value: str) -> None:
        """Keep a short text fact; empty and overlong values say nothing."""
        value = squeeze(value)
        if value and len(value) <= LONGEST[kind] and not value.isdigit():
            self.texts.setdefault(kind, value)

    def take(self, facts: Facts) -> None:
        """Believe what a line of labels says."""
        self.empty_source |= facts.values.get("source") == ""
        for kind, value in facts.values.items():
            self.hear(kind, value)

    def hear(self, kind: str, value: str) -> None:
        """Believe one labelled value."""
        if kind == "published":
            self.publish(value)
        elif kind == "written":
            moment = find_moment(value)
            self.write(moment.day if moment else None)
        elif kind in LONGEST:
            self.text(_field(kind, value), value)

    def holds(self, kind: str, value: str) -> bool:
        """Exactly this was believed, or there is nothing to believe."""
        if not value:
            return True
        if kind in LONGEST:
            return self.texts.get(_field(kind, value)) == squeeze(value)
        return kind in ("published", "maybe_published", "written") and self.dates(value)

    def dates(self, value: str) -> bool:
        """The value is a date that is known, and nothing else."""
        moment = find_moment(value)
        if not moment or value.strip(" \u3000\u00a0日") != moment.words.strip(" \u3000\u00a0日"):
            return False
        published = moment.day == self.published_date
        return (published and moment.clock in (None, self.published_time)) or (
            moment.day == self.written_date and not moment.clock
        )

    def publisher(self) -> str:
        """The source, else the issuing body; but where a source label was left empty, none."""
        fallback = "" if self.empty_source else self.texts.get("issuing_body", "")
        return self.texts.get("source", fallback)


def _field(kind: str, value: str) -> str:
    """文章来源：http://… is where it stood, not who published it."""
    address = kind == "source" and ADDRESS.fullmatch(squeeze(value))
    return "source_address" if address else kind
