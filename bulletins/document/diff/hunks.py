"""A long comparison as a reviewer reads it: the changes with some words around them."""

from collections.abc import Iterator, Sequence

from bulletins.document.diff.words import Change, Piece

Hunk = tuple[Piece, ...]


def hunks(pieces: Sequence[Piece], around: int = 40) -> tuple[Hunk, ...]:
    """Changes with up to ``around`` unchanged characters before and after; near ones share a hunk.

    Nothing when nothing changed. What lies between two hunks, and is left out, is unchanged.
    """
    return tuple(tuple(hunk) for hunk in _hunks(pieces, around))


def _hunks(pieces: Sequence[Piece], around: int) -> Iterator[list[Piece]]:
    hunk: list[Piece] = []
    changed = False
    for piece in pieces:
        if piece.kind is not Change.SAME:
            hunk.append(piece)
            changed = True
        elif changed and len(piece.text) > 2 * around:
            yield [*hunk, _same(piece.text[:around])]
            hunk, changed = [_same(piece.text[max(len(piece.text) - around, 0) :])], False
        else:
            hunk.append(piece if changed else _same(piece.text[max(len(piece.text) - around, 0) :]))
    if changed:
        yield _ended(hunk, around)


def _ended(hunk: list[Piece], around: int) -> list[Piece]:
    if hunk[-1].kind is Change.SAME:
        return [*hunk[:-1], _same(hunk[-1].text[:around])]
    return hunk


def _same(text: str) -> Piece:
    return Piece(Change.SAME, text)
