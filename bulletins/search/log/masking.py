"""What is typed may be a number of somebody's: it is made unreadable before anything is kept."""

import re

from bulletins.document.folding import fold
from bulletins.document.plain import narrow, squeeze

LONGEST = 30  # characters; whoever types more pastes a text, which is no business of a log
NUMBER, MAIL, ADDRESS = "〔号码〕", "〔邮箱〕", "〔网址〕"
# Five digits and more, however they are parted: telephones, ID cards, bank cards, case numbers
DIGITS = re.compile(r"\d(?:[\W_]*\d){4,}(?:[\W_]*[xX](?!\w))?")
SPOKEN = re.compile(r"[〇○零一二三四五六七八九幺两](?:[\W_]*[〇○零一二三四五六七八九幺两]){4,}")
MAILS = re.compile(r"\S+@\S*")
ADDRESSES = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
MOST_DIGITS = 8  # 2021年3月15日 has seven; more may be a number with letters between


def kept_of(typed: str) -> tuple[str, str] | None:
    """What may be kept of it: for people, and as compared; None where nothing may.

    "张三　１３８ ００１３-８０００" → ("张三 〔号码〕", "张三号码").
    """
    said = squeeze(narrow(typed[: 4 * LONGEST]))
    if len(said) > LONGEST or len(typed) > 4 * LONGEST:
        return None
    for pattern, instead in (
        *((ADDRESSES, ADDRESS), (MAILS, MAIL)),
        *((DIGITS, NUMBER), (SPOKEN, NUMBER)),
    ):
        said = pattern.sub(instead, said)
    folded = fold(said)
    digits = sum(map(str.isdigit, folded))
    return (said, folded) if folded and digits <= MOST_DIGITS else None
