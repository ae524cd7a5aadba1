"""Chinese numerals as they stand in headings and dates."""

DIGITS = "〇一二三四五六七八九"
CAPITALS = "壹贰叁肆伍陆柒捌玖"  # as on bills; 貳 參 陸 where they are written in full
VALUES = (
    {char: value for value, char in enumerate(DIGITS)}
    | {char: value for value, char in enumerate(CAPITALS, start=1)}
    | {"零": 0, "○": 0, "Ｏ": 0, "两": 2, "貳": 2, "參": 3, "陸": 6}
)
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
NUMERAL = "[〇零○一二三四五六七八九十百千]"
CAPITAL = "[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]"


def to_chinese(number: int) -> str:
    """1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五; from 1 to 9999, plain digits beyond."""
    if not 0 < number < 10_000:
        return str(number)
    out, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            out += ("零" if zero else "") + DIGITS[digit] + name
        zero = bool(out) and not digit
    return out.removeprefix("一") if 10 <= number < 20 else out


def to_int(text: str) -> int | None:
    """十二 → 12, 二〇二一 → 2021, １２ → 12; None where it is no number."""
    if text.isdigit():
        return int(text)
    if not text or any(char not in VALUES and char not in UNITS for char in text):
        return None
    if not any(char in UNITS for char in text):
        return int("".join(str(VALUES[char]) for char in text))
    return _counted(text)


def _counted(text: str) -> int | None:
    total, digit, last_unit = 0, None, 10_000
    for char in text:
        if char in VALUES:
            if digit:
                return None  # 三四十 is "thirty or forty", not a number
            digit = VALUES[char]
            continue
        unit = UNITS[char]
        if unit >= last_unit or digit == 0:
            return None
        total += (digit or 1) * unit
        digit, last_unit = None, unit
    return total + (digit or 0)
