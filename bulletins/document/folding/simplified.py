"""Traditional → simplified, character by character.

The table is OpenCC's (Apache-2.0), as the package opencc-python-reimplemented brings it; its file
is read, its code is not. One character stands for all its uses, so 覆 is always 复 here: nobody
reads what is folded, and 答覆 and 答复 must be found alike.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

OURS = {
    "〇": "零",
    "○": "零",  # 二○二一年: what keyboards offer
    "◯": "零",
    # Forms of Hong Kong and Taiwan that the table leaves to others
    **dict(zip("著衞敍粧擡枱簷痺", "着卫叙妆抬台檐痹", strict=True)),
}
# Radicals that look like the characters they belong to; .pdf files have them instead
RADICALS = dict(zip(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
    "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
    strict=True,
))  # fmt: skip


def simplified(char: str) -> str:
    return table().get(char, char)


@cache
def table() -> dict[str, str]:
    """4,100 characters, read when the first is asked for; no value of it is a key of it."""
    lines = (line.split("\t") for line in _file().read_text(encoding="utf-8").splitlines())
    theirs = {char: _other(char, choices.split()) for char, choices in lines}
    first = theirs | OURS | RADICALS
    return {char: first.get(simple, simple) for char, simple in first.items()}


def _other(char: str, choices: list[str]) -> str:
    """The usual choice; where that is the character itself, the next: 瞭 → 了."""
    return next((choice for choice in choices if choice != char), char)


def _file() -> Path:
    package = find_spec("opencc")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).with_name("dictionary") / "TSCharacters.txt"
