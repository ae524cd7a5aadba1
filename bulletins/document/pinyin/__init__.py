"""How texts sound: what is typed in letters finds what is written in characters."""

from bulletins.document.pinyin.characters import initials, readings
from bulletins.document.pinyin.runs import find_run
from bulletins.document.pinyin.sounds import same_sound
from bulletins.document.pinyin.syllables import syllables

__all__ = ["find_run", "initials", "readings", "same_sound", "syllables"]
