"""Words, quotations and conditions in what was typed, each found by one pattern in linear time."""

import re

# What parts words; all else, letters of any script and what decorates them, is of a word.
PARTING = (
    r"\s!-/:-@\[-`{-~\u00a1\u00ab\u00b7\u00bb\u00bf\u037e\u2010-\u2027\u2030-\u205e\u22ef"
    r"\u3001-\u3004\u3008-\u3020\u3030\u30fb\ufe10-\ufe19\ufe30-\ufe6f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
SIGN = f"[^{PARTING}]"
# 中国-东盟, 阿布都·热合曼: one word. A dash of two (——) parts what it stands between.
JOINING = "(?:[-\u2010-\u2013－−·・•‧]|—(?!—))"
# 10:30, 3.5, A/B, COVID-19: what stands between two Latin letters or digits stays there.
LATIN = "[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
BETWEEN_LATIN = f"(?<={LATIN})[./:@&+'’_%~#=．／：＠＆＋～]+(?={LATIN})"
# 国办发〔2018〕117号, however the brackets are typed
YEAR = r"[〔(（\[［【][0-9]{4}[〕)）\]］】]"
WORD = f"{SIGN}+(?:(?:{JOINING}|{BETWEEN_LATIN}|{YEAR}){SIGN}+)*"
# Each mark stops at its like, too: thousands of unclosed ones are read once, not once for each.
MARKS = '"“”„‟＂〝〞'
QUOTATIONS = {
    ('"', '"'): f"[{MARKS}][^{MARKS}]*[{MARKS}]",
    ("「", "」"): "「[^「」]*」",
    ("『", "』"): "『[^『』]*』",
}
NAMES = {
    "region": ("地区", "地方", "地區"),
    "column": ("栏目", "欄目"),
    "year": ("年", "年份"),
    "tag": ("标签", "標籤"),
}
KINDS = {name: kind for kind, names in NAMES.items() for name in names}
CONDITION = rf"(?P<kind>{'|'.join(sorted(KINDS, key=len, reverse=True))})\s?[:：∶]\s*"
TYPED = re.compile(
    rf"(?P<minus>(?<!\S)[-－−])?(?:{CONDITION})?"
    rf"(?:(?P<quoted>{'|'.join(QUOTATIONS.values())})|(?P<word>{WORD}))"
)


def quoted(text: str) -> str:
    """The text in marks that do not stand in it."""
    for (opening, closing), pattern in QUOTATIONS.items():
        if re.fullmatch(pattern, found := f"{opening}{text}{closing}"):
            return found
    return text


def is_word(text: str) -> bool:
    """Whether it is read as one word where it stands alone."""
    return re.fullmatch(WORD, text) is not None


def first_word(text: str) -> str:
    """The word with which a text begins, or ""."""
    found = re.match(WORD, text)
    return found[0] if found else ""
