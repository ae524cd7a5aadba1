"""Plain text: what counts as a space, as invisible, as the same character in another width."""

import codecs
import re
import unicodedata

# Soft hyphen, zero-width space, direction marks and embeddings, word joiner, byte order mark: they
# hide or reorder what a reviewer reads, and mean nothing in Chinese. ZWJ stays: emoji need it.
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
HIDDEN = re.compile(f"{INVISIBLE.pattern}|{CONTROL.pattern}")
SPACES = re.compile(r"[ \t\r\n\u00a0\u2000-\u200a\u202f\u205f]+")
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
EDGE = " \t\r\n\u00a0\u3000"


def visible(text: str) -> str:
    """The text without control and invisible characters; NEL and the like count as control."""
    if text.isprintable():
        return text
    return HIDDEN.sub("", text)


def squeeze(text: str) -> str:
    """One line: runs of spaces become one, edges are trimmed, an inner U+3000 stays as typed."""
    if text.isprintable() and "  " not in text:  # most lines; no other space is printable
        return text.strip(" ")
    return SPACES.sub(" ", visible(text)).strip(EDGE)


def bare(text: str) -> str:
    """Only what is not space: the measure of "nothing was lost"."""
    return "".join(visible(text).split())


def narrow(text: str) -> str:
    """Full-width letters, digits and punctuation as half-width (NFKC), for comparing, never for
    storing.
    """
    return unicodedata.normalize("NFKC", text)
