"""A text in pieces, each with whether it is what was looked for."""

from collections.abc import Collection, Iterable, Iterator

from bulletins.document.marking.spans import Span, spans_in

# Original text piece by piece; joined they are the text
Marked = tuple[tuple[str, bool], ...]


def marked(original: str, needles: Collection[str], sounds: Collection[str] = ()) -> Marked:
    """《网络、安全》 looked through for 网络安全: (("《", no), ("网络、安全", yes), ("》", no)).

    needles: folded words; sounds: what was typed in pinyin, folded.
    """
    return in_pieces(original, spans_in(original, needles, sounds))


def in_pieces(text: str, spans: Iterable[Span]) -> Marked:
    """spans: in the order of the text; those that touch become one piece."""
    pieces: list[tuple[str, bool]] = []
    done = 0
    for start, end in _joined(spans):
        pieces += [(text[done:start], False), (text[start:end], True)]
        done = end
    return tuple(piece for piece in (*pieces, (text[done:], False)) if piece[0])


def _joined(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    begun = ended = -1
    for start, end, _ in spans:
        if start > ended:
            if ended > begun:
                yield begun, ended
            begun = start
        ended = max(ended, end)
    if ended > begun:
        yield begun, ended
