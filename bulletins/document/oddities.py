"""Characters that a reviewer cannot see, or takes for others: found, and called by their name.

Most never get in (``plain.visible``). What does, or was written past us into the database, is
under the digest like every other character: so whoever answers for the text must be shown it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

NAMES = {
    "\u00a0": "不换行空格",
    "\u00ad": "软连字符",
    "\u034f": "组合连接符",
    "\u061c": "阿拉伯文方向标记",
    "\u115f": "谚文填充符",
    "\u1160": "谚文填充符",
    "\u1680": "欧甘空格",
    "\u180e": "蒙古文元音分隔符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\u200e": "左至右标记",
    "\u200f": "右至左标记",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\u202a": "左至右嵌入",
    "\u202b": "右至左嵌入",
    "\u202c": "方向结束符",
    "\u202d": "左至右强制",
    "\u202e": "右至左强制",
    "\u2060": "零宽不换行符",
    "\u2066": "左至右隔离",
    "\u2067": "右至左隔离",
    "\u2068": "首字方向隔离",
    "\u2069": "隔离结束符",
    "\u2800": "空白盲文",
    "\u3164": "谚文填充符",
    "\ufeff": "零宽不换行空格",
    "\uffa0": "半角谚文填充符",
    "\ufffc": "对象占位符",
    "\ufffd": "乱码替代符",
}
RANGES = (
    (0x17B4, 0x17B5, "高棉文隐元音"),
    (0x180B, 0x180F, "蒙古文字形选择符"),
    (0x2000, 0x200A, "特殊宽度的空格"),
    (0x202F, 0x202F, "窄不换行空格"),
    (0x205F, 0x205F, "数学空格"),
    (0x2061, 0x2064, "隐形运算符"),
    (0x206A, 0x206F, "废弃的格式符"),
    (0xFE00, 0xFE0F, "字形选择符"),
    (0xFFF9, 0xFFFB, "行间注释符"),
    (0xE0000, 0xE007F, "隐形标签字符"),
    (0xE0100, 0xE01EF, "异体字选择符"),
)
CATEGORIES = {"Cc": "控制字符", "Cf": "隐形格式符", "Co": "私用区字符", "Cn": "未定义的字符"}
# 2F00: radicals that look exactly like the characters they belong to; F900: second codes of ours.
LOOKALIKES = (
    (0x2E80, 0x2FDF, "部首"),
    (0xF900, 0xFAFF, "兼容汉字"),
    (0x2F800, 0x2FA1F, "兼容汉字"),
)
# Letters of other alphabets that nobody can tell from Latin ones: odd where both stand in a word.
FOREIGN = "аАВсСеЕНіІјЈКМоОрРѕЅТухХһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵ"
MIXED = re.compile(rf"(?=[A-Za-z]*[{FOREIGN}])(?=[{FOREIGN}]*[A-Za-z])[A-Za-z{FOREIGN}]{{2,}}")
PLAIN = re.compile(r"[\n\t\u0020-\u007e\u3000-\u301f\u4e00-\u9fff\uff01-\uff5e‘’“”—…·]+")
JOINER, KEYCAP = "\u200d", "\u20e3"
PICTURES = ("So", "Sk", "Sm")


@dataclass(frozen=True, slots=True)
class Oddity:
    """text[start:end] is not what it looks like; name says in Chinese what it is."""

    start: int
    end: int
    name: str


def oddities(text: str) -> Iterator[Oddity]:
    """Every odd character of a text, from left to right; a letter with its marks is one."""
    if PLAIN.fullmatch(text):
        return
    foreign = {at for word in MIXED.finditer(text) for at in range(*word.span())}
    at = 0
    while at < len(text):
        end = _with_marks(text, at)
        name = _composed(text[at:end]) if end > at + 1 else _name(text, at, mixed=at in foreign)
        if name:
            yield Oddity(at, end, name)
        at = end


def _with_marks(text: str, at: int) -> int:
    """Where the character ends, the marks that are set on it included."""
    end = at + 1
    while end < len(text) and text[end] != KEYCAP and _is_mark(text[end]):
        end += 1
    return end


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me") and not _ranged(char, RANGES)


def _composed(cluster: str) -> str:
    codes = "、".join(f"U+{ord(char):04X}" for char in cluster[1:4])
    more = "等" if len(cluster) > 4 else ""
    return f"附加符号 {codes}{more}"


def _name(text: str, at: int, *, mixed: bool) -> str:
    char = text[at]
    if (char.isascii() and char.isprintable()) or char in "\n\t":
        return ""
    if mixed and char in FOREIGN:
        return "西里尔字母" if "CYRILLIC" in unicodedata.name(char) else "希腊字母"
    if _in_picture(text, at):
        return ""
    known = NAMES.get(char) or _ranged(char, RANGES) or CATEGORIES.get(unicodedata.category(char))
    return f"{known} U+{ord(char):04X}" if known else _lookalike(char)


def _lookalike(char: str) -> str:
    """⼀ is the radical, 一 the character: they look alike and are never found alike."""
    kind = _ranged(char, LOOKALIKES)
    usual = unicodedata.normalize("NFKC", char)
    if not kind or (usual == char and kind != "部首"):
        return ""
    return f"{kind}，不是常用的“{usual}”" if usual != char else f"{kind}符号"


def _in_picture(text: str, at: int) -> bool:
    """Joiners and selectors make emoji: they are odd only where there is none."""
    char = text[at]
    before = unicodedata.category(text[at - 1]) if at else ""
    after = text[at + 1 : at + 2]
    if char == JOINER:
        joined = before in PICTURES or text[at - 1 : at] == "\ufe0f"
        return joined and bool(after) and unicodedata.category(after) in PICTURES
    return char in "\ufe0e\ufe0f" and (before in PICTURES or after == KEYCAP)


def _ranged(char: str, ranges: tuple[tuple[int, int, str], ...]) -> str:
    code = ord(char)
    return next((name for low, high, name in ranges if low <= code <= high), "")
