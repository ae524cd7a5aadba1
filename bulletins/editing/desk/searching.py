"""查找 on the desk: every word must be in what this person may read of an edition."""

import re
from dataclasses import dataclass

from django.db.models import Q

from accounts.models import User
from bulletins.document.body import text_of
from bulletins.editing.desk.texts import plain_texts
from bulletins.editing.finding import holding, words_of
from bulletins.models import Edition, Part, Section, State
from bulletins.models.edition_queryset import EditionQuerySet
from bulletins.permissions import Scope, visible
from bulletins.permissions.visibility import seen_parts, sees_part, sees_whole, whole

MOST = 30  # results
RECENT = 3_000  # editions whose texts are looked through; titles are, of all
AROUND = 40  # characters on each side of what was found


@dataclass(frozen=True, slots=True)
class Found:
    """title, excerpt: piece by piece, each with whether it is one of the words."""

    edition: Edition
    title: list[tuple[str, bool]]
    excerpt: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Findings:
    words: list[str]
    found: list[Found]
    more: bool


def search(me: User, scope: Scope, typed: str) -> Findings:
    """The last changed first; a fixed number of queries."""
    words = words_of(typed)
    if not words:
        return Findings([], [], False)
    seen = visible(me, scope).exclude(state=State.DISCARDED).order_by("-changed_at", "-pk")
    recent = Edition.objects.filter(pk__in=seen.values("pk")[:RECENT])
    for word in words:
        seen = seen.filter(_says(word, scope, recent))
    editions = list(seen.with_body()[: MOST + 1])
    found = [_found(edition, words, scope) for edition in editions[:MOST]]
    return Findings(words, found, len(editions) > MOST)


def _says(word: str, scope: Scope, recent: EditionQuerySet) -> Q:
    parts = seen_parts(scope).filter(edition__in=recent.values("pk"))
    mine = Part.objects.filter(pk__in=parts.values("pk"))
    in_part = mine.filter(holding("heading", word) | holding("intro", word))
    sections = Section.objects.filter(part__in=parts.values("pk"))
    in_section = sections.filter(holding("heading", word) | holding("body", word))
    around = (holding("lead", word) | holding("closing", word)) & whole(scope)
    return (
        holding("title", word)
        | Q(pk__in=in_part.values("edition"))
        | Q(pk__in=in_section.values("edition"))
        | (around & Q(pk__in=recent.values("pk")))
    )


def _found(edition: Edition, words: list[str], scope: Scope) -> Found:
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    return Found(edition, _pieces(str(edition), pattern), _excerpt(_text(edition, scope), pattern))


def _text(edition: Edition, scope: Scope) -> str:
    """What she may read of it, as one text."""
    fields = sees_whole(scope, edition)
    parts = [part for part in edition.parts.all() if sees_part(scope, edition, part)]
    texts = [text_of(edition.lead)] if fields else []
    texts += [said for part in parts for said in plain_texts(part)]
    return " ".join(filter(None, [*texts, text_of(edition.closing) if fields else ""]))


def _excerpt(text: str, pattern: re.Pattern[str]) -> list[tuple[str, bool]]:
    first = pattern.search(text)
    if first is None:
        return []
    begin, end = max(first.start() - AROUND, 0), first.end() + AROUND
    before, after = "…" if begin else "", "…" if end < len(text) else ""
    return _pieces(f"{before}{text[begin:end]}{after}", pattern)


def _pieces(text: str, pattern: re.Pattern[str]) -> list[tuple[str, bool]]:
    found, start = [], 0
    for match in pattern.finditer(text):
        found += [(text[start : match.start()], False), (match[0], True)]
        start = match.end()
    return [piece for piece in [*found, (text[start:], False)] if piece[0]]
