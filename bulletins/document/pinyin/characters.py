"""How a character is read, without tones: 重 → zhong, chong; 女 → nv, nu.

The table is pypinyin's of single characters (MIT); its file is read, its code is not: that would
bring a dictionary of phrases. What a text means by a character is not asked: 重庆 is found by
zhongqing as well.
"""

import json
from functools import cache
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
VOWELS = frozenset("aeiouv")


def readings(character: str) -> tuple[str, ...]:
    """The usual one first; () for what is no Chinese character. ü is v, and u too."""
    return _table().get(character, ())


def initials(character: str) -> tuple[str, ...]:
    """The letters its readings begin with: 重 → z, c."""
    return tuple(dict.fromkeys(reading[0] for reading in readings(character)))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """42,000 characters in 6 MB, read in 60 ms when the first is asked for."""
    plain = _file().read_text(encoding="utf-8").translate(TONES)
    known: dict[str, tuple[str, ...]] = {}  # few combinations: each is kept once
    found = {
        chr(int(code)): known[said] if said in known else known.setdefault(said, _spelt(said))
        for code, said in json.loads(plain).items()
    }
    found |= {char: (*found[char], sound) for char, sound in OF_PLACES.items()}
    return found | _of_merged(found)


def _spelt(said: str) -> tuple[str, ...]:
    """The first few syllables; hm and ng are none."""
    sounds = [sound for sound in dict.fromkeys(said.split(",")) if VOWELS & set(sound)]
    return tuple(dict.fromkeys(way for sound in sounds[:MOST] for way in _ways(sound)))


def _ways(sound: str) -> tuple[str, ...]:
    return (sound, sound.replace("v", "u")) if "v" in sound else (sound,)


def _of_merged(found: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """In folded text 乾 of 乾县 is 干, and must still be found by qian."""
    merged: dict[str, tuple[str, ...]] = {}
    for char, simple in table().items():
        if _is_modern(char) and simple in found:
            known = merged.get(simple, found[simple])
            merged[simple] = tuple(dict.fromkeys((*known, *found.get(char, ())[:1])))
    return merged


def _is_modern(char: str) -> bool:
    """Whether it is written in simplified texts too."""
    return char == "著" or (char not in OURS and bool(char.encode("gb2312", "ignore")))


def _file() -> Path:
    package = find_spec("pypinyin")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).with_name("pinyin_dict.json")
