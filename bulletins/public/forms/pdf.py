"""The text laid out for paper: HTML with nothing of the site's pages in it, made into a .pdf."""

from collections.abc import Callable

from django.template.loader import render_to_string

from bulletins import pdf
from bulletins.document.colophon import CHECK
from bulletins.document.html.page import Surroundings, write_body
from bulletins.document.pdf.fetching import PREFIX
from bulletins.document.wording import published
from bulletins.public.forms.taking import Taken


def pdf_of(edition: int, tag: str, take: Callable[[], Taken]) -> bytes:
    """Kept from the last time, or made now. Raises pdf.Busy or pdf.Failed.

    take: nothing is read before it is this one's turn.
    """

    def lay_out() -> pdf.Laid:
        taken = take()
        return page_of(taken), taken.pictures()

    return pdf.kept(edition, tag) or pdf.make(edition, tag, lay_out)


def page_of(taken: Taken) -> str:
    """Pictures are called ``picture:<SHA-256>``; style and letters are told in the page itself."""
    document, edition = taken.document, taken.edition
    around = Surroundings(taken.names, (PREFIX + "{}").format)
    said = {
        "edition": edition,
        "published": published(document.published_date, document.published_time),
        "body": write_body(document, around),
        "attachments": taken.colophon.files,
        "colophon": taken.colophon,
        "address": taken.colophon.address,
        "check": CHECK,
    }
    return render_to_string("forms/pdf.html", said)
