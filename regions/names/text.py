"""Getting a line ready: width, invisible characters, spaces, and what stands around a name."""

import re
from typing import Final
from unicodedata import normalize

INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
NUMERALS: Final = frozenset("0123456789〇零一二三四五六七八九十百")
DIGITS: Final = frozenset("0123456789")
AFTER_NUMBER: Final = frozenset("、.)")
COLONS: Final = ":∶"  # after normalisation; the second is the ratio sign some editors insert
ORNAMENTS: Final = " ■□●○◆◇▲△▶►★☆※◎•·*#-–—_|丨│┃▎▌▍▏❖✦✧➤➢❀📍🚩🔹🔸🔷🔶⭐🌟📌▪▫"
# A careful reader asks for a second line in the same brackets where they are the common ones:
# "（北京）" alone on a line may tell where a report was written.
BRACKETS: Final = {
    "【": "】", "[": "]", "〔": "〕", "〖": "〗", "「": "」", "『": "』", "{": "}",
    "(": ")", "《": "》", "<": ">", "‹": "›", "〈": "〉",
}  # fmt: skip
CLOSING: Final = {"【": "】", "[": "]", "〔": "〕", "〖": "〗", "「": "」"}
OPENING: Final = frozenset("【[［〔〖「")  # as typed
# 新疆（含兵团）, 北京市（5家）
REMARK: Final = re.compile(r"\((?:不?含[^)]{1,12}|共?\d{1,4}[个家项条名所件篇人户起例]?)\)$")
PARTING: Final = frozenset(":：∶﹕|｜丨")  # between a name and what is said of it
BETWEEN_NAMES: Final = "、，,；;"


def plain(text: str) -> str:
    """Full-width letters and signs made ordinary, invisible characters gone, ends trimmed."""
    return normalize("NFKC", text).translate(INVISIBLE).strip()


def split_names(text: str) -> tuple[str, ...]:
    """「新疆兵团、建设兵团」 as people type it: any usual separator will do."""
    for separator in BETWEEN_NAMES:
        text = text.replace(separator, " ")
    return tuple(text.split())


def peel(line: str) -> str:
    """Take number, brackets, ornaments, a count and a colon off a plain line: "一、【天 津】(5家):"
    gives "天 津".
    """
    line = _without_number(line.strip(ORNAMENTS)).rstrip(COLONS + " ")
    if line.endswith(")"):
        line = REMARK.sub("", line)
    if line and BRACKETS.get(line[0]) == line[-1]:
        line = line[1:-1].strip(" ").rstrip(COLONS)
    return line.strip(ORNAMENTS)


def joined(text: str) -> str:
    """Without any space: "天 津" -> "天津"."""
    return "".join(text.split())


def name_end(text: str, limit: int) -> tuple[int, int]:
    """Where the name that begins a line ends, and where what follows it begins: after the first
    colon or bar, or after the bracket that the line opens with; (0, 0) for neither.
    """
    head = text[:limit]
    if PARTING.isdisjoint(head) and head.lstrip()[:1] not in OPENING:
        return 0, 0
    if closing := CLOSING.get(normalize("NFKC", head.lstrip()[:1])):
        end = normalize("NFKC", head).find(closing) + 1  # brackets keep their place
        after = end + 1 if end and head[end : end + 1] in tuple(PARTING) else end
        return end, after
    end = next((place for place, sign in enumerate(head) if sign in PARTING), 0)
    return (end, end + 1) if end > 0 else (0, 0)


def _without_number(line: str) -> str:
    """Drop "一、", "1.", "(一)", or bare digits; "四川" and "三明" keep their numerals."""
    if line.startswith("("):
        end = line.find(")", 2, 7)
        return line[end + 1 :] if end > 0 and NUMERALS.issuperset(line[1:end]) else line
    end = _run(line, NUMERALS)
    if end and line[end : end + 1] in AFTER_NUMBER:
        return line[end + 1 :]
    return line[_run(line, DIGITS) :]


def _run(line: str, signs: frozenset[str]) -> int:
    """How many of the first four characters are of that kind, one after another."""
    head = line[:4]
    return next((place for place, sign in enumerate(head) if sign not in signs), len(head))
