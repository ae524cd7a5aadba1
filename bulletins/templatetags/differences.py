"""What a comparison of two texts says in a template, for colleagues and for readers."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from bulletins.document.diff.result import DocumentDiff
from bulletins.document.diff.telling import Told
from bulletins.document.diff.telling import tell as told
from bulletins.document.diff.words import Change, Piece
from bulletins.document.html.marking import marked_text

register = template.Library()


@register.filter
def marked(text: str) -> SafeString:
    """Plain text with the names of characters that cannot be seen or take others' looks."""
    return mark_safe(marked_text(text))  # noqa: S308  it is escaped there


@register.filter
def pieces(words: Sequence[Piece] | str) -> SafeString:
    """Words that stayed, went and came; what went and came says so."""
    if isinstance(words, str):
        return marked(words)
    return mark_safe("".join(map(_piece, words)))  # noqa: S308  marked_text escapes


def _piece(piece: Piece) -> str:
    words = marked_text(piece.text)
    if piece.kind is Change.SAME:
        return words
    tag, said = ("del", "删") if piece.kind is Change.REMOVED else ("ins", "增")
    return f'<{tag}><b class="tag">{said}</b>{words}</{tag}>'


@register.simple_tag
def tell(difference: DocumentDiff, names: Any = None) -> Told:
    """A difference in words; names: region code → name, where the page knows them."""
    return told(difference, names or {})
