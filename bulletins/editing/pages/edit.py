"""The page of one edition: written in while it is a draft, read after."""

from typing import Any, cast

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from bulletins.commenting.phrases import offered_to
from bulletins.document.tree import Document
from bulletins.drafting import start_article
from bulletins.drafting.titles import UsedTitle, used_titles
from bulletins.drafting.working import copies_of
from bulletins.editing.article_box import ArticleBox, article_box
from bulletins.editing.asking import edition_or_404, number_in, scope_in, who
from bulletins.editing.conflicts import take_up
from bulletins.editing.forms.new import NewForm
from bulletins.editing.forms.regions import suggestions
from bulletins.editing.kept import fields_of
from bulletins.editing.leftovers import Leftover, leftovers
from bulletins.editing.noting import notes_of
from bulletins.editing.outline import outline_of
from bulletins.editing.page import EditionPage, edition_page_of, new_part_form
from bulletins.editing.richtext import editor_config
from bulletins.editing.saved_boxes import note_saved, take_saved
from bulletins.editing.saving import Outcome, save_page
from bulletins.editing.used_titles import warn_of_titles
from bulletins.editing.ways_on import ways_on
from bulletins.models import Edition, WorkingCopy
from bulletins.permissions import Refused
from bulletins.workflow import submit
from bulletins.workflow.completeness import missing
from bulletins.workflow.options import options
from bulletins.workflow.placing import may_place

# What CKEditor 4 needs: its buttons carry onclick, its panels carry style (docs/editor.md).
EDITOR_POLICY = {
    "script-src-elem": [SELF],
    "script-src-attr": [UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
}


def edition_page(request: HttpRequest, object_id: str) -> HttpResponse:
    """GET shows it, POST saves what was opened; nothing that was sent is lost."""
    pk = number_in(object_id)
    if pk is None:
        raise Http404
    edition = edition_or_404(request, pk)
    if request.method != "POST":
        return _shown(request, edition_page_of(request, edition))
    page = edition_page_of(request, edition, request.POST)
    outcome = save_page(page, request.POST, request.FILES)
    note_saved(request, edition, outcome.done)  # also where the rest is refused
    left = leftovers(page, request.POST)
    if outcome.is_whole and not left:
        return _saved(request, edition, outcome)
    for problem in outcome.problems:
        messages.error(request, problem)
    if left:
        messages.error(request, "有的内容没有保存：文字和原因都在本页最上面，请复制留存")
    fresh = edition_page_of(request, edition_or_404(request, edition.pk))
    return _shown(request, _with_unsaved(fresh, page), left)


def _saved(request: HttpRequest, edition: Edition, outcome: Outcome) -> HttpResponse:
    here = reverse("admin:bulletins_edition_change", args=[edition.pk])
    if request.POST.get("then") == "submit":
        return _submitted(request, edition, outcome) or HttpResponseRedirect(here)
    said = f"已保存：{'、'.join(outcome.saved)}" if outcome.saved else "没有改动，不必保存"
    messages.success(request, said)
    return HttpResponseRedirect(here)


def _submitted(request: HttpRequest, edition: Edition, outcome: Outcome) -> HttpResponse | None:
    """「保存并送审」: refused if others changed anything since the page was opened."""
    seen = number_in(request.POST.get("changes", ""))
    changes = None if seen is None else seen + len(outcome.saved)
    try:
        submit(edition, by=who(request), changes=changes)
    except Refused as refusal:
        messages.error(request, f"已保存，但没有送审。{refusal}")
        return None
    messages.success(request, f"“{edition}”已送审")
    warn_of_titles(request, edition)
    return HttpResponseRedirect(reverse("admin:index"))


def _with_unsaved(fresh: EditionPage, sent: EditionPage) -> EditionPage:
    """The page as it is now, with what was typed and not stored still in its fields."""
    unsaved = {box.part.key: box for box in sent.parts if box.open and box.form}
    for box in fresh.parts:
        if (typed := unsaved.get(box.part.key)) and box.form:
            box.form, box.open, box.conflict = typed.form, True, typed.conflict
            if typed.form and box.conflict:
                take_up(typed.form, box.conflict)
    if fresh.head and sent.head and (sent.head.errors or sent.head_conflict):
        fresh.head, fresh.head_conflict = sent.head, sent.head_conflict
        if sent.head_conflict:
            take_up(sent.head, sent.head_conflict)
    fresh.new_parts = [form for form in sent.new_parts if form not in sent.stored]
    fresh.aware = sent.aware
    return fresh


def _shown(
    request: HttpRequest, page: EditionPage, left: list[Leftover] | None = None
) -> HttpResponse:
    edition = page.edition
    context = {
        **admin.site.each_context(request),
        "title": str(edition),
        "page": page,
        "edition": edition,
        "left": left or [],
        "phrases": offered_to(page.by),
        "notes": notes_of(edition, by=page.by, scope=page.scope),
        "saved": take_saved(request, edition) if page.may_write else [],
        "copies": [_copy(one) for one in copies_of(edition, page.by)] if page.is_draft else [],
        "now": timezone.now().isoformat(),
        "options": list(options(edition, by=page.by, scope=scope_in(request))),
        "article_box": _article_box(page),
        "outline": outline_of(page.parts) if page.may_write else [],
        "used": _used(page),
        **ways_on(page),
        "may_place": page.sees_whole and may_place(page.scope, edition),
        "gaps": missing(edition) if page.is_draft and page.sees_whole else [],
        "blank": new_part_form(None, page.by, "new-__"),
        "region_names": suggestions() if page.may_write else [],
        "editors": {
            "part": editor_config(headings=True),
            "text": editor_config(headings=False),
        },
        "media": admin.site._registry[Edition].media,
    }
    return _with_editor(request, "editing/edition.html", context)


def _article_box(page: EditionPage) -> ArticleBox | None:
    """For who sees all of it: the desk's facts are of the whole article."""
    return article_box(page.edition, by=page.by, scope=page.scope) if page.sees_whole else None


def _used(page: EditionPage) -> list[UsedTitle]:
    """Articles that are called like this draft, for who may call it otherwise."""
    if page.head is None:
        return []
    title, article = page.edition.title, page.edition.article_id
    return used_titles(title, by=page.by, scope=page.scope, apart_from=article)


def _copy(copy: WorkingCopy) -> dict[str, Any]:
    """What was typed and not saved, as the page's script takes it."""
    at = copy.saved_at.isoformat()
    return {"key": copy.key, "seen": copy.seen, "fields": fields_of(copy), "at": at}


def _with_editor(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page on which CKEditor may run; it is not kept by browsers."""
    response = TemplateResponse(request, template, context)
    allowed = csp_update(EDITOR_POLICY)(lambda asked: response)
    return cast(HttpResponse, never_cache(allowed)(request))


def new_page(request: HttpRequest) -> HttpResponse:
    """A new article: where it is filed and what it is called; the rest on its own page."""
    form = NewForm(request.POST or None, scope=scope_in(request))
    if not form.columns:
        raise Http404
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            document = Document(title=said["title"])
            edition = start_article(document, column=said["column"], by=who(request))
            return HttpResponseRedirect(
                reverse("admin:bulletins_edition_change", args=[edition.pk])
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {**admin.site.each_context(request), "title": "新稿件", "form": form}
    return TemplateResponse(request, "editing/new.html", context)
