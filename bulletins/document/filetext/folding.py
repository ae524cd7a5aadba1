"""Lines of a printed page put together to paragraphs: a telephone has lines of its own."""

from collections.abc import Iterable

from bulletins.document.markers import read_marker

FULL = 0.85  # of the longest line: shorter ones ended by themselves
SHORTEST = 12  # characters; below it nothing was broken for want of room
ENDS = "。！？：；”"
INDENTS = ("\u3000", "  ")


def paragraphs(lines: Iterable[str]) -> list[str]:
    """["　　一年来，各单位扎实", "推进。", "二、要求"] → two paragraphs."""
    said = [line for line in lines if line.strip()]
    longest = max((len(line.strip()) for line in said), default=0)
    out: list[str] = []
    goes_on = False
    for line in said:
        words = " ".join(line.split())
        if goes_on and not line.startswith(INDENTS) and read_marker(words) is None:
            out[-1] += _joint(out[-1], words) + words
        else:
            out.append(words)
        full = len(line.strip()) >= max(longest * FULL, SHORTEST)
        goes_on = full and not words.endswith(tuple(ENDS))
    return out


def _joint(before: str, after: str) -> str:
    """A space between words of letters, nothing between Chinese."""
    return " " if before[-1:].isascii() and after[:1].isascii() else ""
