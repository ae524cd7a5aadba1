"""Facts about an article, from what its page says around it."""

import re
from collections.abc import Iterable, Sequence

from bulletins.document.blocks import Clue
from bulletins.document.parsing.top.known import Known
from bulletins.document.parsing.top.label_kinds import kind_of
from bulletins.document.parsing.top.labels import Facts, read_facts
from bulletins.document.plain import squeeze

NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,16}[ ]?[〔\[（(【［〈﹝]\s*(?:19|20)\d\d\s*[〕\]）)】］〉﹞]"
    r"\s*第?\s*\d{1,5}\s*号"
)
MEDIA = re.compile(
    r"网信[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fffA-Za-z]{1,14}(?:报|晚报|日报|新闻网|网|新华社|通讯社|电视台|广播|发布|办公室|新闻|之声|在线|客户端|融媒体?|网信|委员会|政府)"
)
# Words beside a date that make it the date of something else: 报名截止, 正式施行, 小林出生.
ELSE = re.compile(
    "日期|时间|期限|截[止稿]|[至起止前]$|生效|有效|施行|实施|执行|报名|开[始幕馆学放]|结束|出生"
    "|举[行办]|召开"
)
LONGEST = 200  # characters of a line that holds a document number and little else
TALK = re.compile(r"[，。；：:！？\d]")


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
        publish_loose(known, facts)
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
        known.empty_source |= kind == "source" and clue.value == ""
        if kind:
            known.hear("published" if kind == "maybe_published" else kind, clue.value)


def publish_loose(known: Known, facts: Facts) -> None:
    """A date without a label, or with a vague one, counts where the line says little else."""
    if facts.moment and bare_moment(facts) and not known.published_date:
        known.published_date, known.published_time = facts.moment.day, facts.moment.clock
    else:
        known.publish(facts.values.get("maybe_published", ""))


def bare_moment(facts: Facts) -> bool:
    """The date stands alone, beside known labels, beside a publisher's name, or as on WeChat.

    "面试时间：2024年6月1日" and "2010年1月1日起施行" are dates of something else.
    """
    if not facts.rest or MEDIA.fullmatch(facts.rest) or any(map(is_place_of_post, facts.buttons)):
        return True
    labelled = {said.kind for said in facts.said} - {"maybe_published", "title", "byline"}
    return bool(labelled) and not any(char in facts.rest for char in "：:，。")


def is_place_of_post(button: str) -> bool:
    """ "发表于天津" stands beside the time of every WeChat article."""
    return button.startswith(("发表于", "原创"))


def is_byline(facts: Facts) -> bool:
    """ "小林 网信津门 2021-03-15": who wrote, which account posted, and when."""
    exact = facts.moment and (facts.moment.clock or "-" in facts.moment.words)
    names = facts.rest.split(" ")
    short = 1 <= len(names) <= 6 and all(len(name) <= 12 for name in names)
    return bool(exact) and short and not (TALK.search(facts.rest) or ELSE.search(facts.rest))


def numbers_in(text: str) -> list[str]:
    """Document numbers that stand alone in a line, beside 签发人, or in a cell of a table."""
    if "号" not in text or len(text) >= LONGEST:
        return []
    cells = re.split(r"[\t\n]|(?=签\s*发\s*人)", text)
    return [number for cell in cells if (number := document_number(cell))]


def document_number(text: str) -> str:
    """The line is a document number and nothing else: 国办发〔2018〕117号 (GB/T 9704-2012,
    7.2.5).
    """
    if "号" not in text:
        return ""
    text = squeeze(text).strip("()（）")
    found = NUMBER.fullmatch(text) or NUMBER.fullmatch(text + ")") or NUMBER.fullmatch(text + "）")
    return text if found else ""
