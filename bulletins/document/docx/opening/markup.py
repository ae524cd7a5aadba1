"""XML from strangers: no entities, no DTD, no network, and no more of it than memory bears."""

import re

from lxml import etree
from lxml.etree import _Element

from bulletins.document.docx.opening.refusals import BROKEN, HOSTILE, TOO_BIG, TOO_DEEP
from bulletins.document.notices import Unreadable

MOST_MARKUP = 3_000_000  # tags and attributes: each costs a hundred bytes and more of memory
ATTRIBUTE = re.compile(rb"=\0?[\"']")
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def parse(data: bytes) -> _Element:
    """The root element; Unreadable where it is broken, huge or too deep."""
    if any(doctype in data for doctype in DOCTYPES):
        raise Unreadable(HOSTILE)
    if data.count(b"<") + len(ATTRIBUTE.findall(data)) > MOST_MARKUP:
        raise Unreadable(TOO_BIG)
    try:
        root = etree.fromstring(data, _parser())
    except (etree.LxmlError, ValueError) as trouble:
        deep = "depth" in str(trouble).lower()  # libxml2 stops at 256 levels
        raise Unreadable(TOO_DEEP if deep else BROKEN) from trouble
    doctype: str = getattr(root.getroottree().docinfo, "doctype", "")
    if doctype:  # in an encoding the search above does not know
        raise Unreadable(HOSTILE)
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
