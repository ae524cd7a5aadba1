"""How a character is read, without tones: 重 → zhong, chong; 女 → nv, nu.

The table is pypinyin's of single characters (MIT); its file is read, its code is not: that would
bring a dictionary of phrases. What a text means by a character is not asked: 重庆 is found by
zhongqing as well.
"""

import re
import sys
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from bulletins.document.folding.simplified import OURS, table

MOST = 4  # readings; what comes after these is known to scholars
# In names of places only: 乐亭, 宕昌; Shaanxi is how 陕西 is told from Shanxi
OF_PLACES = {"乐": "lao", "宕": "tan", "陕": "shaan"}
TONES = str.maketrans(
    {
        **dict.fromkeys("āáǎà", "a"),
        **dict.fromkeys("ēéěèê", "e"),
        **dict.fromkeys("īíǐì", "i"),
        **dict.fromkeys("ōóǒò", "o"),
        **dict.fromkeys("ūúǔù", "u"),
        **dict.fromkeys("ǖǘǚǜü", "v"),
        **dict.fromkeys("ńňǹ", "n"),
        **dict.fromkeys("ḿ\u0300\u0301\u0304\u030c", ""),
    }
)
LINE = re.compile(rb'"(\d+)": "([^"]*)"')  # of the file, in the order of codes
KEPT = 10_000  # characters
VOWELS = frozenset("aeiouv")


def readings(character: str) -> tuple[str, ...]:
    """The usual one first; () for what is no Chinese character. ü is v, and u too."""
    return _readings(character) if len(character) == 1 else ()


def initials(character: str) -> tuple[str, ...]:
    """The letters its readings begin with: 重 → z, c."""
    return tuple(dict.fromkeys(reading[0] for reading in readings(character)))


@lru_cache(KEPT)
def _readings(char: str) -> tuple[str, ...]:
    found = _found(char)
    if char in OF_PLACES:
        found = (*found, OF_PLACES[char])
    merged = (_found(one)[:1] for one in _merged().get(char, ()) if found)
    return tuple(dict.fromkeys((*found, *(sound for sounds in merged for sound in sounds))))


def _found(char: str) -> tuple[str, ...]:
    """Looked up in the file as it is, line by line and in order: nobody waits for 42,000 of them,
    and they take 0.8 MB, not ten.
    """
    file, low, high = _file(), 0, len(_file())
    while low < high:
        start = file.rfind(b"\n", 0, (low + high) // 2) + 1
        end = file.find(b"\n", start) + 1 or len(file)
        line = LINE.match(file, start)
        # The first line and the last hold no character
        code = int(line[1]) if line else 0 if start == 0 else sys.maxunicode + 1
        if line and code == ord(char):
            return _spelt(line[2].decode().translate(TONES))
        low, high = (end, high) if code < ord(char) else (low, start)
    return ()


def _spelt(said: str) -> tuple[str, ...]:
    """The first few syllables; hm and ng are none."""
    sounds = [sound for sound in dict.fromkeys(said.split(",")) if VOWELS & set(sound)]
    return tuple(dict.fromkeys(way for sound in sounds[:MOST] for way in _ways(sound)))


def _ways(sound: str) -> tuple[str, ...]:
    return (sound, sound.replace("v", "u")) if "v" in sound else (sound,)


@cache
def _merged() -> dict[str, list[str]]:
    """In folded text 乾 of 乾县 is 干, and must still be found by qian."""
    merged: dict[str, list[str]] = {}
    for char, simple in table().items():
        if _is_modern(char):
            merged.setdefault(simple, []).append(char)
    return merged


def _is_modern(char: str) -> bool:
    """Whether it is written in simplified texts too."""
    return char == "著" or (char not in OURS and bool(char.encode("gb2312", "ignore")))


@cache
def _file() -> bytes:
    package = find_spec("pypinyin")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).with_name("pinyin_dict.json").read_bytes()
