"""「哪些地区没有写数据安全」: who has a section on it, who names it, comes near it, or does not."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletins.document.matching import Topic
from bulletins.document.matching.lexicon import lexicon
from bulletins.document.plain import narrow
from bulletins.public.comparing.voices import Voice

AROUND = 24  # characters printed before and after the word
LOOKED_AT = 600  # characters of a section, for words of the same theme
NEAR = 2  # words of the same theme in one section, or one in its heading


class Found(NamedTuple):
    """Where a region speaks of it. word: what stands there; before, after: what is around it."""

    voice: Voice
    address: str
    heading: str
    before: str
    word: str
    after: str


class Mentions(NamedTuple):
    """Each region in one of the four: a heading names it, a text does, something near, nothing."""

    headed: tuple[Found, ...]
    named: tuple[Found, ...]
    near: tuple[Found, ...]
    silent: tuple[Voice, ...]


def mentions(word: str, voices: Sequence[Voice]) -> Mentions:
    groups: tuple[list[Found], list[Found], list[Found]] = ([], [], [])
    silent = []
    like = _like(word)
    for voice in voices:
        at, one = next(_told(word, like, voice), (0, None))
        if one is None:
            silent.append(voice)
        else:
            groups[at].append(one)
    headed, named, near = map(tuple, groups)
    return Mentions(headed, named, near, tuple(silent))


def _told(word: str, like: frozenset[str], voice: Voice) -> Iterator[tuple[int, Found]]:
    """What speaks for each group, the best first; nothing is looked for that is not asked for."""
    yield from ((0, one) for one in _headed(word, voice))
    yield from ((1, one) for one in _named(word, voice))
    if near := _near(like, voice):
        yield 2, near


def _headed(word: str, voice: Voice) -> Iterator[Found]:
    for topic in voice.topics:
        if found := _around(word, topic.heading):
            yield Found(voice, voice.place(topic), topic.name, *found)


def _named(word: str, voice: Voice) -> Iterator[Found]:
    for topic in voice.topics:
        if found := _around(word, topic.text):
            yield Found(voice, voice.place(topic), topic.name, *found)


def _around(word: str, text: str) -> tuple[str, str, str] | None:
    """What stands before it, itself as written, and what follows; None where it does not stand."""
    plain = text.casefold() if len(text.casefold()) == len(text) else text
    at = plain.find(word.casefold())
    if at < 0:
        return None
    end = at + len(word)
    begin = max(at - AROUND, 0)
    before = ("……" if begin else "") + text[begin:at]
    after = text[end : end + AROUND] + ("……" if end + AROUND < len(text) else "")
    return before, text[at:end], after


def _like(word: str) -> frozenset[str]:
    """Words of the same themes; none where no theme knows the word."""
    known = lexicon()
    own = {theme for found in known.words(narrow(word)) for theme in known.themes[found]}
    return frozenset(other for other, of in known.themes.items() if own.intersection(of))


def _near(like: frozenset[str], voice: Voice) -> Found | None:
    """The section with most of them."""
    weighed = [
        (weight, -at, topic)
        for at, topic in enumerate(voice.topics)
        if like and (weight := _weight(like, topic)) >= NEAR
    ]
    if not weighed:
        return None
    topic = max(weighed, key=lambda one: one[:2])[2]
    words = [word for word in lexicon().words(_text(topic)) if word in like]
    found = _around(words[0], topic.heading) or _around(words[0], topic.text) or ("", words[0], "")
    return Found(voice, voice.place(topic), topic.name, *found)


def _weight(like: frozenset[str], topic: Topic) -> int:
    heading = set(lexicon().words(narrow(topic.heading))) & like
    return NEAR * len(heading) + len(set(lexicon().words(_text(topic))) & like)


def _text(topic: Topic) -> str:
    return narrow(f"{topic.heading}。{topic.text}"[:LOOKED_AT])
