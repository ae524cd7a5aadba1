"""Numbers as Word prints them in automatic numbering (ST_NumberFormat, ECMA-376, 17.18.59)."""

from collections.abc import Callable

from bulletins.document.numerals import DIGITS, to_chinese

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
LEGAL = str.maketrans("一二三四五六七八九十百千〇零", "壹贰叁肆伍陆柒捌玖拾佰仟零零")
TRADITIONAL_LEGAL = str.maketrans("一二三四五六七八九十百千〇零", "壹貳參肆伍陸柒捌玖拾佰仟零零")
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
FURTHEST = 9_999  # beyond it every format falls back to digits: no label grows without end


def spell(number: int, form: str) -> str:
    """7 as "七", "⑦", "vii" …: form is Word's name of the format; unknown ones print digits."""
    if form == "none":
        return ""
    speller = FORMS.get(form)
    if speller is None or not 0 < number <= FURTHEST:
        return str(number)
    return speller(number)


def _roman(number: int) -> str:
    out = ""
    for unit, letters in ROMAN:
        out += letters * (number // unit)
        number %= unit
    return out


def _letters(number: int) -> str:
    """a … z, aa, bb …: Word repeats the letter; after six rounds digits are kinder."""
    rounds, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (rounds + 1) if rounds < 6 else str(number)


def _enclosed(first: int, last: int) -> Callable[[int], str]:
    """① … ⑳ as one character; beyond the row, digits."""

    def speller(number: int) -> str:
        return chr(first + number - 1) if number <= last else str(number)

    return speller


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    if number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if number <= 50 else str(number)


def _row(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _counted(number: int) -> str:
    """一 … 九十九, then digit by digit (chineseCounting)."""
    return to_chinese(number) if number < 100 else _digits(number)


def _digits(number: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(number))


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _full_width(number: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(number))


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _counted,
    "taiwaneseCounting": _counted,
    "chineseCountingThousand": to_chinese,
    "taiwaneseCountingThousand": to_chinese,
    "japaneseCounting": to_chinese,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": lambda number: _formal(number).translate(LEGAL),
    "ideographLegalTraditional": lambda number: _formal(number).translate(TRADITIONAL_LEGAL),
    "ideographTraditional": _row(STEMS),
    "ideographZodiac": _row(BRANCHES),
}


def _formal(number: int) -> str:
    """壹拾, not 拾: formal numerals name the one."""
    plain = to_chinese(number)
    return f"一{plain}" if plain.startswith("十") else plain
