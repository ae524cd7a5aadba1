"""What a browser sends from the edition page."""

from typing import Any

from django.test import Client
from django.urls import reverse

from bulletins.document.html.part_form import write_part_html
from bulletins.document.tree import DocumentPart
from bulletins.drafting.head import head_of
from bulletins.editing.forms.head import initial_of
from bulletins.models import Edition, Part


def page_of(edition: Edition) -> str:
    return reverse("admin:bulletins_edition_change", args=[edition.pk])


def unopened(edition: Edition) -> dict[str, Any]:
    """The form as it is sent when nothing was opened: head as it stands, of each part its revision."""
    edition = Edition.objects.get(pk=edition.pk)
    said = {f"head-{name}": value or "" for name, value in initial_of(head_of(edition)).items()}
    for name in ("lead", "closing"):
        del said[f"head-{name}"]
    parts = list(edition.parts.all())
    order = "".join(f"{part.key} " for part in parts)
    said |= {f"part-{part.key}-seen": part.revision for part in parts}
    said |= {"head-seen": edition.revision, "changes": edition.changes, "end": "1"}
    return said | {"order": order, "order-seen": order}


def opened(part: Part, said: DocumentPart, region: str | None = None) -> dict[str, Any]:
    """What an opened part sends: its text as the editor spells it, its region and heading."""
    prefix = f"part-{part.key}"
    return {
        f"{prefix}-seen": part.revision,
        f"{prefix}-text": write_part_html(said),
        f"{prefix}-heading": said.heading,
        f"{prefix}-region": region if region is not None else said.region or "",
    }


def signed_in(name: str) -> Client:
    """A browser in which this person of the test office is signed in."""
    client = Client()
    assert client.login(username=name, password=name)
    return client
