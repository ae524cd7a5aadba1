"""What is known of an article besides its text, gathered from labels in lines and around the
page.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from bulletins.document.blocks import Clue
from bulletins.document.parsing.dates import find_moment
from bulletins.document.parsing.labels import Facts, kind_of, read_facts
from bulletins.document.plain import squeeze

NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,16}[ ]?[〔\[（(【［〈﹝]\s*(?:19|20)\d\d\s*[〕\]）)】］〉﹞]"
    r"\s*第?\s*\d{1,5}\s*号"
)
MEDIA = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,14}(?:报|晚报|日报|新闻网|网|新华社|通讯社|电视台|广播|发布|办公室|新闻|之声|在线|客户端|融媒体?|网信|委员会|政府)"
)
LONGEST = {
    "source": 40,
    "issuing_body": 60,
    "editor": 20,
    "document_number": 40,
    "index_number": 60,
}


@dataclass(slots=True)
class Known:
    """Facts as they are gathered; the first to say a thing is believed, so ask the best witness
    first.
    """

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

    def holds(self, kind: str, value: str) -> bool:
        """The value found its place, or is of a kind that has none and may be left out."""
        if kind in LONGEST:
            return not value or self.texts.get(kind) == squeeze(value)
        if kind in ("published", "maybe_published", "written"):
            return not value or find_moment(value) is not None
        return kind != "ignored" or len(value) <= 12

    def publish_loose(self, facts: Facts) -> None:
        """A date without a label, or with a vague one, counts where the line says little else."""
        if facts.moment and bare_moment(facts) and not self.published_date:
            self.published_date, self.published_time = facts.moment.day, facts.moment.clock
        else:
            self.publish(facts.values.get("maybe_published", ""))

    def publisher(self) -> str:
        """The source, else the issuing body; but where a source label was left empty, none."""
        fallback = "" if self.empty_source else self.texts.get("issuing_body", "")
        return self.texts.get("source", fallback)

    def take(self, facts: Facts) -> None:
        """Believe what a line of labels says."""
        self.empty_source |= facts.values.get("source") == ""
        for kind, value in facts.values.items():
            if kind == "published":
                self.publish(value)
            elif kind == "written":
                moment = find_moment(value)
                self.write(moment.day if moment else None)
            elif kind in LONGEST:
                self.text(kind, value)


def from_clues(clues: Sequence[Clue]) -> Known:
    """Visible labels first, then visible lines, then meta tags, which real sites often get
    wrong.
    """
    known = Known()
    visible = [clue for clue in clues if clue.visible]
    _take_pairs(known, visible)
    lines = [read_facts(clue.value) for clue in visible if clue.name == "line"]
    for facts in lines:
        known.take(facts)
    for facts in lines:
        known.publish_loose(facts)
    if not visible_source_label(visible, lines):
        _take_pairs(known, [clue for clue in clues if not clue.visible])
    return known


def visible_source_label(visible: Iterable[Clue], lines: Iterable[Facts]) -> bool:
    """The reader sees a source label, even an empty one: then hidden tags do not get a say."""
    said = any(kind_of(clue.name) == "source" for clue in visible)
    return said or any("source" in facts.values for facts in lines)


def _take_pairs(known: Known, clues: Iterable[Clue]) -> None:
    for clue in clues:
        kind = kind_of(clue.name)
        if kind == "maybe_published":
            kind = "published"
        if kind:
            known.take(Facts({kind: clue.value}))


def bare_moment(facts: Facts) -> bool:
    """The date stands alone, beside known labels, or beside a publisher's name.

    "面试时间：2024年6月1日" and "2010年1月1日起施行" are dates of something else.
    """
    if not facts.rest or MEDIA.fullmatch(facts.rest):
        return True
    labelled = set(facts.values) - {"maybe_published", "title", "byline"}
    return bool(labelled) and not any(char in facts.rest for char in "：:，。")


def numbers_in(text: str) -> list[str]:
    """Document numbers that stand alone in a line, beside 签发人, or in a cell of a table."""
    cells = re.split(r"[\t\n]|(?=签\s*发\s*人)", text) if len(text) < 200 else []
    return [number for cell in cells if (number := document_number(cell))]


def document_number(text: str) -> str:
    """The line is a document number and nothing else: 国办发〔2018〕117号 (GB/T 9704-2012,
    7.2.5).
    """
    text = squeeze(text).strip("()（）")
    found = NUMBER.fullmatch(text) or NUMBER.fullmatch(text + ")") or NUMBER.fullmatch(text + "）")
    return text if found else ""
