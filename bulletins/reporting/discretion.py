"""A public answer says nothing of who reported, in no words of hers.

Asked before it is stored: readers, and whoever knows the receipt, see what the office writes.
"""

import re
from difflib import SequenceMatcher

from bulletins.document.body import text_of
from bulletins.document.personal import personal_numbers
from bulletins.document.plain import bare, narrow
from bulletins.models import Edition, ErrorReport

LONGEST_ECHO = 12  # characters: the corrected words may be named, a sentence of hers not
SHORTEST_CONTACT = 4
SIGNS = re.compile(r"[\W_]+")


def indiscretion(answer: str, report: ErrorReport) -> str:
    """A sentence about what must not stand in the answer; "" where nothing does."""
    if numbers := personal_numbers(answer):
        return f"答复里有身份证号或手机号（{numbers[0][:3]}…）：公开答复不能写个人号码，请删去"
    said = _letters(answer)
    if _names_contact(said, report.contact):
        return "答复里有读者留下的联系方式：公开答复不能透露，请删去"
    if echo := _echo(said, report):
        return f"答复里照抄了读者的原话（“{echo}”）：请用自己的话答复"
    return ""


def _names_contact(said: str, contact: str) -> bool:
    """The whole of it, or one of its longer pieces: the number beside a name."""
    pieces = {_letters(contact), *map(_letters, re.split(r"[\s,，;；、:：]+", contact))}
    return any(len(one) >= SHORTEST_CONTACT and one in said for one in pieces)


def _echo(said: str, report: ErrorReport) -> str:
    """The longest run that only her words have in common with it; what the page says is no echo."""
    public = _letters(_text(report.edition)) if report.edition else ""
    for hers in map(_letters, (report.words, report.proposal)):
        match = SequenceMatcher(None, said, hers, autojunk=False)
        for block in match.get_matching_blocks():
            run = said[block.a : block.a + block.size]
            if len(run) >= LONGEST_ECHO and run not in public:
                return run
    return ""


def _text(edition: Edition) -> str:
    return f"{edition.title}{text_of(edition.rendered)}"


def _letters(text: str) -> str:
    """Letters and digits alone, in one width and case."""
    return SIGNS.sub("", bare(narrow(text))).casefold()
