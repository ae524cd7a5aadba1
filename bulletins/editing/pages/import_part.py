"""The nine-o'clock job: the Word file from 天津 becomes 天津's part of an open draft."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from bulletins.document.diff.compare import compare
from bulletins.document.diff.result import DocumentDiff
from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import Conflict, rights
from bulletins.drafting.authors import must_be_told
from bulletins.drafting.content import part_of
from bulletins.editing.asking import edition_or_404, number_in, scope_in, who
from bulletins.editing.forms.regions import RegionField, suggestions
from bulletins.editing.pages.importing import own_import_or_404
from bulletins.importing import become_part, document_in
from bulletins.importing.becoming import part_from
from bulletins.models import Edition, Import, Part, State
from bulletins.permissions import Refused
from bulletins.permissions.visibility import sees_part
from regions.directory import full_names

NEW = "new"


class PartChoice(forms.Form):
    """Which part: one that is there, or a new one of a region; heading as it is to be printed."""

    target = forms.ChoiceField(label="放到")
    region = RegionField(label="地区（新的地区稿）")
    heading = forms.CharField(label="标题（按原文）", required=False, max_length=200)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    aware = forms.BooleanField(required=False)


@dataclass(frozen=True)
class Target:
    """Where it goes, and what it would change there."""

    part: Part | None
    wanted: DocumentPart
    difference: DocumentDiff | None


@never_cache
def part_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows what would change; the same form again, with 「放进稿件」, does it."""
    row = own_import_or_404(request, pk)
    asked = request.POST if request.method == "POST" else request.GET
    number = number_in(asked.get("edition", ""))
    if number is None:
        raise Http404
    edition = edition_or_404(request, number)
    parts = _parts(request, edition)
    form = _form(asked, parts, document_in(row))
    target = _target(form, parts, row) if form.is_valid() else None
    if request.method == "POST" and "do" in asked and target:
        done = _put(request, row, edition, target, form)
        if done:
            return done
    context = {
        **admin.site.each_context(request),
        "title": "放进地区稿",
        "row": row,
        "edition": edition,
        "form": form,
        "target": target,
        "must_be_told": must_be_told(edition, scope_in(request), who(request)),
        "region_names": suggestions(),
    }
    return TemplateResponse(request, "editing/import_part.html", context)


def _parts(request: HttpRequest, edition: Edition) -> dict[str, Part]:
    """Parts she may write in, by key."""
    scope = scope_in(request)
    if edition.state != State.DRAFT:
        return {}
    return {
        part.key: part
        for part in edition.parts.all()
        if sees_part(scope, edition, part) and rights.may_edit_part(scope, edition, part.region_id)
    }


def _form(asked: object, parts: dict[str, Part], document: Document) -> PartChoice:
    """First shown with a guess: the part of the region that the file names."""
    named = next((part.region for part in document.parts if part.region), None)
    guess = next((key for key, part in parts.items() if part.region_id == named and named), NEW)
    names = full_names({named}) if named else {}
    first = {"target": guess, "region": names.get(named or "", "")}
    if guess in parts:
        first |= {"heading": parts[guess].heading, "seen": str(parts[guess].revision)}
    sent = asked if "target" in asked else first  # type: ignore[operator]  # a QueryDict
    form = PartChoice(sent)  # type: ignore[arg-type]  # either kind of mapping
    choice = form.fields["target"]
    assert isinstance(choice, forms.ChoiceField)
    choice.choices = [*((key, str(part)) for key, part in parts.items()), (NEW, "新的地区稿")]
    return form


def _target(form: PartChoice, parts: dict[str, Part], row: Import) -> Target:
    said = form.cleaned_data
    part = parts.get(said["target"])
    if part is None:
        wanted = part_from(document_in(row), said["region"], said["heading"])
        return Target(None, wanted, None)
    stands = part_of(part)
    heading = said["heading"] or stands.heading
    wanted = part_from(document_in(row), part.region_id, heading)
    before, after = Document(parts=(stands,)), Document(parts=(wanted,))
    return Target(part, wanted, compare(before, after))


def _put(
    request: HttpRequest, row: Import, edition: Edition, target: Target, form: PartChoice
) -> HttpResponse | None:
    """None where it was refused: the page shows why, and the part as it is now."""
    said = form.cleaned_data
    try:
        key = become_part(
            row,
            target.wanted,
            edition=edition,
            instead_of=target.part,
            seen=said["seen"] or 0,
            by=who(request),
            aware=said["aware"],
        )
    except Conflict as conflict:
        messages.error(request, "这个地区稿刚被别人改过，下面是与最新内容的差别：请核对后再放进")
        form.data = {**form.data, "seen": str(conflict.revision)}
        return None
    except Refused as refusal:
        messages.error(request, str(refusal))
        return None
    messages.success(request, f"已放进“{edition}”")
    page = reverse("admin:bulletins_edition_change", args=[edition.pk])
    return HttpResponseRedirect(f"{page}#{key}")
