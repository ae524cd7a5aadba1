"""Pictures of a text: ``file:<sha256>`` to us, an address of the admin to a browser."""

import re

from django.urls import reverse
from lxml import html as lxml_html
from lxml.html import HtmlElement

from accounts.models import User
from bulletins.document.body import parse_fragment
from bulletins.document.html.pictures import data_of, left_out
from bulletins.document.vocabulary import FILE_PREFIX
from bulletins.files import store_picture
from bulletins.permissions import Refused

OURS = re.compile(r'src="file:([0-9a-f]{64})"')


def address_of(sha256: str) -> str:
    """Where a browser gets the picture, if the person may see it."""
    return reverse("admin:bulletins_edition_file", args=[sha256])


def for_editor(html: str) -> str:
    """Sanitised HTML with addresses that a browser can open."""
    return OURS.sub(lambda found: f'src="{address_of(found[1])}"', html)


def from_editor(html: str, *, by: User) -> str:
    """HTML as a browser sent it, its pictures named by their content again.

    Pasted ones that carry their bytes are stored; others leave a marked place. Nothing is fetched.
    """
    if "<img" not in html.lower():
        return html
    root = parse_fragment(html)
    for image in list(root.iter("img")):
        _treat(image, by)
    inside = "".join(lxml_html.tostring(child, encoding="unicode") for child in root)
    return (root.text or "") + inside


def _treat(image: HtmlElement, by: User) -> None:
    source = str(image.get("src", "")).strip()
    if known := re.search(PATTERN, source):
        image.set("src", FILE_PREFIX + known[1])
        return
    if data := data_of(source):
        try:
            image.set("src", FILE_PREFIX + store_picture(data, image.get("alt", ""), by=by).pk)
            return
        except Refused:
            pass  # the place is marked, like that of a picture we were not given
    mark = image.makeelement("span")
    mark.text, mark.tail, image.tail = left_out(image, source), image.tail, None
    parent = image.getparent()
    if parent is not None:
        parent.replace(image, mark)


# The path alone: the same site may be spoken to under several names.
PATTERN = r"^(?:https?://[^/]+)?/admin/bulletins/edition/files/([0-9a-f]{64})/$"
