"""What the edition page shows a person: its head, its parts as boxes, what she may do with each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from accounts.models import User
from bulletins.document.tree import DocumentPart
from bulletins.drafting import Conflict, rights
from bulletins.drafting.authors import must_be_told
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.editing.asking import scope_in, who
from bulletins.editing.forms.head import HeadForm
from bulletins.editing.forms.parts import PartForm, new_prefixes
from bulletins.models import Column, Edition, Part, Role, State
from bulletins.permissions import Scope
from bulletins.permissions.visibility import sees_part, sees_whole
from regions.directory import full_names


@dataclass
class PartBox:
    """One part on the page. form: None where she may only read it."""

    part: Part
    said: DocumentPart
    region_name: str
    form: PartForm | None
    may_place: bool
    open: bool = False
    conflict: Conflict | None = None

    @property
    def title(self) -> str:
        return self.said.heading or self.region_name or "正文"


@dataclass
class EditionPage:
    """head: None where she may not edit the whole. aware: she was told what a change costs her."""

    edition: Edition
    by: User
    scope: Scope
    head: HeadForm | None
    parts: list[PartBox]
    new_parts: list[PartForm]
    sees_whole: bool
    aware: bool = False
    must_be_told: bool = False
    head_conflict: Conflict | None = None
    stored: list[PartForm] = field(default_factory=list)

    @property
    def is_draft(self) -> bool:
        return self.edition.state == State.DRAFT

    @property
    def may_edit_whole(self) -> bool:
        return self.head is not None

    @property
    def may_write(self) -> bool:
        """Whether there is anything she could save."""
        return self.may_edit_whole or any(box.form for box in self.parts)

    @property
    def may_add(self) -> bool:
        return self.is_draft and rights.may_add_part(self.scope, self.edition)


def edition_page_of(request: HttpRequest, edition: Edition, data: Any = None) -> EditionPage:
    """The page for this person; data: what she sent, if she sent anything."""
    scope, by = scope_in(request), who(request)
    draft = edition.state == State.DRAFT
    whole = draft and rights.may_edit_whole(scope, edition)
    page = EditionPage(
        edition=edition,
        by=by,
        scope=scope,
        head=_head_form(edition, scope, by, data) if whole else None,
        parts=list(_boxes(edition, scope, by, data, draft=draft)),
        new_parts=[],
        sees_whole=sees_whole(scope, edition),
        aware=bool(data and data.get("aware")),
        must_be_told=draft and must_be_told(edition, scope, by),
    )
    if data is not None and page.may_add:
        page.new_parts = [new_part_form(data, by, prefix) for prefix in new_prefixes(data)]
    return page


def new_part_form(data: Any, by: User, prefix: str) -> PartForm:
    return PartForm(data, stands=DocumentPart(), by=by, prefix=prefix)


def _head_form(edition: Edition, scope: Scope, by: User, data: Any) -> HeadForm:
    columns = [
        column
        for column in Column.objects.all()
        if column.pk == edition.column_id
        or (column.takes_articles and scope.in_column([Role.EDITOR], column.pk))
    ]
    head = head_of(edition)
    return HeadForm(data, head=head, seen=edition.revision, columns=columns, by=by)


def _boxes(
    edition: Edition, scope: Scope, by: User, data: Any, *, draft: bool
) -> Iterator[PartBox]:
    parts = [part for part in edition.parts.all() if sees_part(scope, edition, part)]
    names = full_names({part.region_id for part in parts if part.region_id})
    for part in parts:
        said, name = part_of(part), names.get(part.region_id or "", "")
        place = draft and rights.may_place_part(scope, edition, part.region_id)
        form = None
        if draft and rights.may_edit_part(scope, edition, part.region_id):
            form = PartForm(
                data, stands=said, region_name=name, seen=part.revision, by=by, may_place=place
            )
        yield PartBox(part, said, name, form, place)
