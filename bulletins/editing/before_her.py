"""A draft as one person has it on her page: what she typed and has not saved, over what is stored.

Read by the same forms and put together by the same rules as when she saves; nothing is stored.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime

from django.forms import Form
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from accounts.models import User
from bulletins.document.canonical import same_content
from bulletins.document.cleaning import cleaned
from bulletins.document.keys import with_keys
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import document_of, region_names_of
from bulletins.drafting.content import SAME
from bulletins.drafting.earlier import texts_at
from bulletins.drafting.head import Head, head_of
from bulletins.drafting.parts import in_order
from bulletins.drafting.together import heads_together, keyed, parts_together
from bulletins.drafting.working import HEAD, copies_of, order_of
from bulletins.editing.asking import who
from bulletins.editing.forms.attachments import read_attachments
from bulletins.editing.kept import sent_by
from bulletins.editing.page import EditionPage, PartBox, edition_page_of
from bulletins.models import Edition, WorkingCopy
from bulletins.previews import Text
from regions.models import Region

Bases = Mapping[str, Document]  # key of a part, "" of the head → what she began with


@dataclass(frozen=True, slots=True)
class BeforeHer:
    """edition: with her fields, not to be stored. at: when the last of it was kept.

    clashes: others changed the same places meanwhile; hers are shown. wrong: some fields are filled
    in wrongly, and shown as they are stored.
    """

    edition: Edition
    words: Text
    at: datetime
    clashes: bool
    wrong: bool


def before_her(
    request: HttpRequest, edition: Edition, keys: Collection[str] | None = None
) -> BeforeHer | None:
    """keys: of the boxes that she has on her page, None for all; None where nothing differs."""
    kept = copies_of(edition, who(request))
    copies = [one for one in kept if keys is None or one.key in keys]
    if not copies:
        return None
    page = edition_page_of(request, edition, sent_by(copies))
    bases = texts_at(edition, (("" if one.key == HEAD else one.key, one.seen) for one in copies))
    head, clashes = _head(page, copies, bases)
    parts = [_part(box, copies, bases) for box in page.parts]
    order = order_of(copies) if page.may_edit_whole else []
    stored = in_order((part for part, _ in parts if part), order)
    said = _document(edition, head, [*stored, *_new(page)])
    if same_content(cleaned(document_of(edition)), said):
        return None
    at = max(one.saved_at for one in copies)
    asked = clashes or any(clash for _, clash in parts)
    wrong = any(form.errors for form in _forms(page))
    return BeforeHer(_shown(edition, head, said), _text(edition, said), at, asked, wrong)


def _head(page: EditionPage, copies: Iterable[WorkingCopy], bases: Bases) -> tuple[Head, bool]:
    """The fields, and whether others changed the same ones."""
    found = next((one for one in copies if one.key == HEAD), None)
    if page.head is None or found is None:
        return head_of(page.edition), False
    page.head.is_valid()
    wanted = _with_attachments(page.head.wanted(), found, page.by)
    if found.seen == page.edition.revision:
        return wanted, False
    if "" not in bases:
        return wanted, True
    head, clashes = heads_together(bases[""], page.head.head, wanted)
    return head, bool(clashes)


def _with_attachments(head: Head, kept: WorkingCopy, by: User) -> Head:
    """Their names, their order, what is about to go; a chosen file is nowhere before a saving."""
    stand = head.document.attachments
    wanted, _ = read_attachments(stand, kept.fields, MultiValueDict(), by=by)
    return replace(head, document=replace(head.document, attachments=wanted))


def _part(
    box: PartBox, copies: Iterable[WorkingCopy], bases: Bases
) -> tuple[DocumentPart | None, bool]:
    """The same of a part; None where she is about to take it out."""
    found = next((one for one in copies if one.key == box.part.key), None)
    if found is None or box.form is None or not box.form.was_sent:
        return box.said, False
    box.form.is_valid()
    if box.form.cleaned_data.get("remove"):
        return None, False
    mine = keyed(box.form.wanted(), box.part.key)
    if found.seen == box.part.revision:
        return mine, False
    if box.part.key not in bases:
        return mine, True
    merged = parts_together(bases[box.part.key].parts[0], box.said, mine)
    return merged.part, bool(merged.clashes)


def _new(page: EditionPage) -> Iterator[DocumentPart]:
    """Parts that she is beginning stand at the end, as when they are saved."""
    for form in page.new_parts:
        form.is_valid()
        if (wanted := form.wanted()) != DocumentPart():
            yield wanted


def _forms(page: EditionPage) -> Iterator[Form]:
    forms = [page.head, *(box.form for box in page.parts), *page.new_parts]
    return (form for form in forms if form is not None and hasattr(form, "cleaned_data"))


def _document(edition: Edition, head: Head, parts: Iterable[DocumentPart]) -> Document:
    said = replace(document_of(edition), column=head.column.name, parts=tuple(parts))
    fields = {name: getattr(head.document, name) for name in (*SAME, "tags", "attachments")}
    return with_keys(cleaned(replace(said, **fields)))


def _shown(edition: Edition, head: Head, said: Document) -> Edition:
    """The edition as templates ask it, with her fields."""
    shown = copy(edition)
    for name in SAME:
        setattr(shown, name, getattr(said, name))
    shown.column, shown.change_kind = head.column, head.change_kind
    return shown


def _text(edition: Edition, said: Document) -> Text:
    """With the names of regions that no part of the edition had before."""
    known = region_names_of(edition)
    codes = {part.region for part in said.parts if part.region} - known.keys()
    new = Region.objects.filter(pk__in=codes).values_list("pk", "short_name")
    return Text(said, known | dict(new))
