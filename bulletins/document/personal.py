"""Numbers that belong to one person: ID cards (GB 11643) and mobile telephones."""

import re
from collections.abc import Iterator
from datetime import date

from bulletins.document.plain import narrow

ID_CARD = re.compile(r"(?<!\d)[1-9]\d{16}[\dXxＸｘ](?![\dA-Za-z])")
MOBILE = re.compile(r"(?:(?<!\d)|(?<=\+86))1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")
# Between digits, as people part them to read them aloud
GAP = re.compile(r"(?<=\d)[\s\-‐–—·.]+(?=[\dXx])")
PROVINCES = {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55)}
PROVINCES |= {*range(61, 66), 71, 81, 82, 83}
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
LAST = "10X98765432"


def personal_numbers(text: str) -> list[str]:
    """Every one, as plain digits: full width, spaces and hyphens in them do not hide one."""
    plain = narrow(text)
    return sorted({*_numbers(plain), *_numbers(GAP.sub("", plain))})


def masked(text: str) -> str:
    """The text with the middle of each made unreadable: 138****1234, 35*************123."""
    cards = ID_CARD.sub(lambda found: _mask(found[0], 2, 3, is_id_card(found[0])), text)
    return MOBILE.sub(lambda found: _mask(found[0], 3, 4), cards)


def is_id_card(number: str) -> bool:
    """Eighteen digits whose last one agrees with the rest: a case number rarely does."""
    said = narrow(number).upper()
    try:
        date(int(said[6:10]), int(said[10:12]), int(said[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(said, WEIGHTS, strict=False))
    return int(said[:2]) in PROVINCES and LAST[total % 11] == said[17]


def _numbers(plain: str) -> Iterator[str]:
    yield from (found for found in ID_CARD.findall(plain) if is_id_card(found))
    yield from (re.sub(r"\D", "", found) for found in MOBILE.findall(plain))


def _mask(number: str, first: int, last: int, is_one: bool = True) -> str:
    hidden = "*" * (len(number) - first - last)
    return f"{number[:first]}{hidden}{number[-last:]}" if is_one else number
