"""The lines of metadata near the top."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.dates import only_date
from bulletins.document.parsing.furniture import is_furniture
from bulletins.document.parsing.top.facts import (
    MEDIA,
    bare_moment,
    is_byline,
    is_place_of_post,
    publish_loose,
)
from bulletins.document.parsing.top.known import Known
from bulletins.document.parsing.top.labels import Facts, has_label, read_facts
from bulletins.document.parsing.top.vague_dates import is_posting_time
from bulletins.document.plain import EDGE, squeeze

LONGEST = 120  # characters of a title or a line of metadata
REACH = 14  # lines from the top within which metadata may stand
TOP = 7  # lines from the top within which a date without a label may stand, if more follows it
MOST = 20  # pages print a dozen facts, some with the value on the next line
NEVER = frozenset({"maybe_published", "title", "byline"})  # labels of running text, too


@dataclass(frozen=True, slots=True)
class Metadata:
    """One line of facts; index: where it stands (and the line after, where it spans two)."""

    index: int
    facts: Facts

    @property
    def lines(self) -> range:
        return range(self.index, self.index + 1 + self.facts.spans_two)


def find_metadata(lines: Sequence[Line], start: int, known: Known) -> list[Metadata]:
    """Lines near the top that hold only labelled facts or a date; what they say is believed."""
    found: list[Metadata] = []
    index = start
    while index < min(start + REACH + 2 * min(len(found), MOST), len(lines)):
        line = lines[index]
        meta = Metadata(index, _facts(lines, index))
        near = not found or index - found[-1].lines[-1] <= 2
        if _is_under_title(line):
            known.write(only_date(line.text))
        elif _can_tell(line) and (
            (found and _is_switch(meta.facts))
            or (near and _is_metadata(meta.facts, lines, index, start))
            or (near and _is_posted(meta.facts, lines, index))
        ):
            found.append(meta)
            _believe(known, meta.facts)
            index = meta.lines[-1]
        elif _is_text(line):
            break
        index += 1
    return found


def _facts(lines: Sequence[Line], index: int) -> Facts:
    """The facts of a line; a label alone on its line is read with the value on the next."""
    text = lines[index].text
    if len(text) > 200:
        return Facts()
    facts = read_facts(text)
    empty = [said.kind for said in facts.said if not said.value]
    if len(empty) == 1 == len(facts.said) and not facts.rest and index + 1 < len(lines):
        below = squeeze(lines[index + 1].text)
        if lines[index + 1].marker is None and _can_be_value(empty[0], below):
            both = read_facts(f"{text} {below}")
            return facts if both.rest else replace(both, spans_two=True)
    return facts


def _can_be_value(kind: str, text: str) -> bool:
    if kind in ("ignored", "byline"):
        return text.isdigit()
    short = 0 < len(text) <= 40 and text[-1] not in "。；：:，"
    return short and not read_facts(text).said and not is_furniture(text)


def _is_under_title(line: Line) -> bool:
    """（2018年12月4日）: when a speech was held; a note under the title, so it stays there."""
    text = line.text.strip(EDGE)
    noted = text[:1] in ("(", "（") and text[-1:] in (")", "）") and "年" in text
    return noted and only_date(text) is not None


def _is_text(line: Line) -> bool:
    """The text proper has begun: a long line, a sentence, a number mark, an addressee."""
    text = squeeze(line.text)
    if not line.prose or line.marker or len(text) > LONGEST:
        return True
    return text[-1:] in ("。", "；") or (text[-1:] in ("：", ":") and not has_label(text))


def _can_tell(line: Line) -> bool:
    return line.prose and not line.marker


def _is_metadata(facts: Facts, lines: Sequence[Line], index: int, start: int) -> bool:
    """Under another line it may also be that one's writer and date."""
    rest = len("".join(facts.rest.split()))
    if facts.moment and not facts.said and not start <= index < min(start + TOP, len(lines) - 1):
        return False
    if facts.moment and not bare_moment(facts):
        return index > start and is_byline(facts)
    if not ({said.kind for said in facts.said} - NEVER or facts.moment):
        return _is_title(facts, lines[start : start + 2 * REACH])
    most = 40 if any(map(is_place_of_post, facts.buttons)) else 24 if facts.said else 12
    return rest <= most and not any(char in facts.rest for char in "。；！？")


def _is_posted(facts: Facts, lines: Sequence[Line], index: int) -> bool:
    above, below = lines[index - 1 : index], lines[index + 1 : index + 2]
    beside = ["".join(line.text for line in side).strip(EDGE) for side in (above, below)]
    return is_posting_time(facts, *beside)


def _is_switch(facts: Facts) -> bool:
    """Nothing but switches of the page, or from where an article was posted."""
    return (
        bool(facts.buttons)
        and facts.buttons != ("原创",)
        and not (facts.said or facts.moment or facts.rest)
    )


def _is_title(facts: Facts, lines: Sequence[Line]) -> bool:
    """标题：…; or 名称：… where that is printed as the title, too."""
    value = facts.values.get("title", "")
    if facts.rest or not value:
        return False
    return facts.said[0].label[:1] == "标" or any(squeeze(x.text) == value for x in lines)


def _believe(known: Known, facts: Facts) -> None:
    known.take(facts)
    if facts.moment and is_byline(facts):
        known.publish(facts.moment.words)
    publish_loose(known, facts)
    # Beside the date, a lone publisher's name is the source ("2021-03-15 北京日报").
    if facts.moment and MEDIA.fullmatch(facts.rest) and "source" not in known.texts:
        known.text("source", facts.rest)
