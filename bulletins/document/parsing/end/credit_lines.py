"""Lines under a text that say who it is from and who made it: "(来源 网信天津)", "责任编辑：…"."""

import re
from dataclasses import dataclass

from bulletins.document.notices import Notice
from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.top.known import ADDRESS, Known
from bulletins.document.parsing.top.labels import Facts, read_facts
from bulletins.document.parsing.top.metadata_words import settle
from bulletins.document.plain import squeeze

LONGEST = 200  # characters of such a line, an address in it
LONGEST_NAME = 30
SOURCE = re.compile(
    r"[(（【\[]?\s*(?:本?文?章?|信息|稿件|新闻|内容|图文)(?:来\s*源|稿\s*源|转载自|转自)于?"
    r"\s*(?:[:：|｜丨/]\s*|\s+)(?P<source>[^()（）【】\[\]:：。|｜丨]{2,30}?)\s*[)）】\]]?"
)
KINDS = frozenset(
    "published written updated source source_address issuing_body editor ignored byline".split()
)
SENTENCE = re.compile("[。，；！？]")


@dataclass(frozen=True, slots=True)
class Credit:
    """kept: something in it has no field, so the line is kept as it is."""

    kept: bool = False
    notices: tuple[Notice, ...] = ()


def read_credit(line: Line, known: Known) -> Credit | None:
    """Believe what the line says; None where it is no credit, or gives another source than the
    one known.
    """
    text = squeeze(line.text)
    if not text or len(text) > LONGEST:
        return None
    if source := source_line(text):
        known.text("source", source)
        return Credit() if known.holds("source", source) else None
    facts = read_facts(text.strip("()（）【】"))
    if not _is_credit(facts):
        return None
    known.take(facts)
    if not known.holds("source", facts.values.get("source", "")):
        return None
    _, kept, notices = settle(line.number, facts, known, "")
    return Credit(bool(kept), tuple(notices))


def source_line(text: str) -> str:
    """The source where the line says nothing else, "" where it says more."""
    found = SOURCE.fullmatch(squeeze(text)) if len(text) < LONGEST else None
    return found["source"] if found else ""


def _is_credit(facts: Facts) -> bool:
    if not facts.said or facts.rest or facts.moment:
        return False
    return all(said.kind in KINDS and _is_name(said.value) for said in facts.said) and any(
        said.value or said.kind in ("source", "editor") for said in facts.said
    )


def _is_name(value: str) -> bool:
    short = len(value) <= LONGEST_NAME and not SENTENCE.search(value)
    return short or bool(ADDRESS.fullmatch(value))
