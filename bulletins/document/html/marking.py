"""Plain text as HTML, in which nothing is that cannot be seen."""

from html import escape

from bulletins.document.oddities import oddities


def marked_text(text: str) -> str:
    """Escaped, with every odd character named beside it."""
    done, pieces = 0, []
    for odd in oddities(text):
        pieces += [escape(text[done : odd.start], quote=False), _mark(text, odd.start, odd.end)]
        pieces.append(f'<mark class="odd">{escape(odd.name)}</mark>')
        done = odd.end
    return "".join([*pieces, escape(text[done:], quote=False)])


def _mark(text: str, start: int, end: int) -> str:
    """The character itself, kept from acting on its neighbours."""
    return f"<bdi>{escape(text[start:end], quote=False)}</bdi>"
