"""Markup as a row of tags and texts, cut where HTML5 cuts; in linear time on anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

SPACE = "[ \t\n\f\r]"
NAME = re.compile(r"[a-zA-Z][^ \t\n\f\r/>]*+")
ATTRIBUTE = re.compile(
    rf"(?P<name>[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"
    rf"(?:{SPACE}*+={SPACE}*+"
    r"(?:\"(?P<dq>[^\"]*+)\"|'(?P<sq>[^']*+)'|(?P<bare>(?![\"'])[^ \t\n\f\r>]*+)))?+"
)
UNCLOSED = re.compile(rf"{SPACE}*+={SPACE}*+[\"']")  # a quote without its second one
BETWEEN = re.compile(r"[ \t\n\f\r/]*+")
PLAIN_NAME = re.compile(r"[a-z_:][a-z0-9_:.\-]*\Z")
COMMENT_END = re.compile(r"--!?>")
MOST_ATTRIBUTES = 60  # more on one tag is an attack: lxml compares each with all the others
# Their content is not markup, or not for reading. Unclosed code is code to the end of the page;
# of the others only the tag goes, so that no text is lost by a missing end tag.
CODE = frozenset({"script", "style"})
SKIPPED = CODE | frozenset(
    "xmp iframe noembed noframes noscript textarea select svg math object applet template".split()
)
CLOSES = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in SKIPPED}


@dataclass(frozen=True, slots=True)
class Tag:
    """<name …> or </name>; attribute values are as in the source, entities unread."""

    name: str
    closes: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(markup: str) -> Iterator[Tag | str]:
    """Tags and texts in order; comments, declarations and unread elements are left out."""
    at, endless = 0, set[str]()
    while (found := markup.find("<", at)) >= 0:
        if found > at:
            yield markup[at:found]
        token, at = _token(markup, found, endless)
        if token:
            yield token
    if at < len(markup):
        yield markup[at:]


def _token(markup: str, start: int, endless: set[str]) -> tuple[Tag | str | None, int]:
    """What begins with this "<", and where it ends; endless: ends searched for in vain before."""
    follows = markup[start + 1 : start + 3]
    if follows.startswith("%"):
        end = _find("%>", markup, start, endless)
        return (None, end) if end else ("&lt;", start + 1)
    if follows[:1] in ("!", "?") or (follows[:1] == "/" and not NAME.match(follows[1:])):
        return None, _after_declaration(markup, start, endless)
    if follows[:1] == "/" or NAME.match(follows):
        return _tag(markup, start, endless)
    return "&lt;", start + 1


def _find(what: str, markup: str, start: int, endless: set[str]) -> int:
    """Where the next one ends, 0 if there is none; a second search in vain costs nothing."""
    at = -1 if what in endless else markup.find(what, start)
    if at < 0:
        endless.add(what)
    return at + len(what) if at >= 0 else 0


def _after_declaration(markup: str, start: int, endless: set[str]) -> int:
    """<!-- … -->, <!DOCTYPE …>, <![if …]>, <?php … ?>, </ …>: their end, or the end of all."""
    if markup.startswith("<!--", start):
        if markup.startswith((">", "->"), start + 4):
            return markup.index(">", start) + 1
        end = COMMENT_END.search(markup, start + 4)
        return end.end() if end else len(markup)
    php = markup.startswith(("<?php", "<?="), start) and _find("?>", markup, start, endless)
    return php or _find(">", markup, start, endless) or len(markup)


def _tag(markup: str, start: int, endless: set[str]) -> tuple[Tag | None, int]:
    closes = markup[start + 1] == "/"
    name = NAME.match(markup, start + 1 + closes)
    assert name  # the caller saw its first letter
    attributes, end = _attributes(markup, name.end())
    if end is None:  # the page ends inside the tag
        return None, len(markup)
    tag = Tag(name[0].lower(), closes, attributes)
    if tag.name in SKIPPED and not closes:
        return _skip(markup, tag, end, endless)
    return tag, end


def _attributes(markup: str, at: int) -> tuple[dict[str, str], int | None]:
    """The attributes, first of each name; where the tag ends, None if it never does."""
    found: dict[str, str] = {}
    while True:
        at = BETWEEN.match(markup, at).end()  # type: ignore[union-attr]  # it matches nothing too
        if markup.startswith(">", at):
            return found, at + 1
        one = ATTRIBUTE.match(markup, at)
        if not one or UNCLOSED.match(markup, one.end()):
            return found, None
        _keep(found, one)
        at = one.end()


def _keep(found: dict[str, str], one: re.Match[str]) -> None:
    if len(found) >= MOST_ATTRIBUTES:
        return
    name = one["name"].lower()
    if PLAIN_NAME.match(name) and not name.startswith("on"):
        found.setdefault(name, one["dq"] or one["sq"] or one["bare"] or "")


def _skip(markup: str, tag: Tag, end: int, endless: set[str]) -> tuple[None, int]:
    close = None if tag.name in endless else CLOSES[tag.name].search(markup, end)
    if not close:
        endless.add(tag.name)
        return None, len(markup) if tag.name in CODE else end
    return None, _find(">", markup, close.end(), endless) or len(markup)
