"""The one gate for HTML: all that comes in, and all that reaches an editor, passes it.

nh3 parses as browsers do and drops what the vocabulary does not name; ``body.normalise`` then
spells what is left in one way. Both are made from the same lists (``vocabulary``).
"""

import re

import nh3

from bulletins.document.addresses import FILE_NAME
from bulletins.document.body import address, normalise
from bulletins.document.nesting import nested
from bulletins.document.vocabulary import ATTRIBUTES, CLASSES, LINK_SCHEMES, SYNONYMS, TAGS

_ALLOWED = {tag: set(names) for tag, names in ATTRIBUTES.items()} | {"p": {"class"}}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_TAGS = set(TAGS) | set(SYNONYMS) | {"div", "section"} | _HEADINGS
_SCHEMES = set(LINK_SCHEMES) | {"file"}
_SILENCED = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title"}


# Paragraphs of ordinary Chinese text, one space between words: spelt as our writer spells them.
# Most bodies are no more than that, and need no parser to be known as harmless.
_CHARACTER = "[!-%'-;=?-~\u00b7\u2014\u2018-\u201d\u2026\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]"
_PLAIN = re.compile(f"(?:<p>{_CHARACTER}+(?: {_CHARACTER}+)*</p>)*\\Z")


def clean(html: str) -> str:
    """HTML in the document vocabulary only, its text kept; cleaning twice changes nothing."""
    if _PLAIN.match(html):
        return html
    if "<" not in html and "&" not in html:
        return normalise(html)
    return normalise(_by_nh3(nested(html)))


def proven(html: str) -> str:
    """What our own writer spelt, after nh3 has looked: where it objects to anything, spelt anew."""
    return html if _by_nh3(html) == html else clean(html)


def _by_nh3(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_SILENCED,
        attributes=_ALLOWED,
        attribute_filter=_keep,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def editor_rules() -> str:
    """CKEditor 4's allowedContent for the body of a section, from the same lists."""
    return "; ".join(_rule(tag) for tag in sorted(TAGS))


def _rule(tag: str) -> str:
    names = ",".join(sorted(ATTRIBUTES.get(tag, ())))
    classes = ",".join(sorted(CLASSES.get(tag, ())))
    return tag + (f"[{names}]" if names else "") + (f"({classes})" if classes else "")


def _keep(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return address(value) or None
    if attribute == "src":
        return value if FILE_NAME.match(value) else None
    if attribute == "class":
        known = [word for word in value.split() if word in CLASSES.get(tag, ())]
        return known[0] if known else None
    return value
