"""Whether two texts sound alike: 网洛 and 网络 do, so one may be meant by the other."""

from bulletins.document.pinyin.characters import readings


def same_sound(one: str, other: str) -> bool:
    """Character by character, each with any of its readings; what has none must be the same."""
    return len(one) == len(other) and all(map(_alike, one, other))


def _alike(one: str, other: str) -> bool:
    return one == other or not set(readings(one)).isdisjoint(readings(other))
