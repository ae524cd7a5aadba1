"""Taking a verb of an article after its release: a page that says what follows, then the act."""

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bulletins.editing.asking import edition_or_404, scope_in, who
from bulletins.editing.forms.articles import FORMS, ArticleForm
from bulletins.models import Edition, Erasure
from bulletins.pages.export.known import still_holding
from bulletins.permissions import Hidden, Refused
from bulletins.workflow.case import Case
from bulletins.workflow.standing import speaking_edition
from bulletins.workflow.taking import refusal_of
from bulletins.workflow.verb import Verb
from bulletins.workflow.verbs import VERBS

UNFINISHED = (
    "页面和列表中已经没有这些内容。数据库文件里的残留由定时任务（run_due）随后清除；"
    "急需时请管理员运行 manage.py finish_erasing。"
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def article_page(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """GET explains and asks; POST acts, or says why not and keeps what was typed.

    pk: of any edition of the article.
    """
    if name not in FORMS:
        raise Http404
    edition, verb = edition_or_404(request, pk), VERBS[name]
    form = FORMS[name](request.POST if request.method == "POST" else None, edition=edition)
    if not form.is_valid():
        return _shown(request, edition, verb, form)
    try:
        form.take(who(request))
    except Hidden:
        raise Http404 from None
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, edition, verb, form, status=409)
    messages.success(request, f"“{edition}”：已{verb.label}")
    if name == "erase":
        _say_what_is_left(request, edition)
    return HttpResponseRedirect(reverse("admin:bulletins_edition_change", args=[pk]))


def _say_what_is_left(request: HttpRequest, edition: Edition) -> None:
    """After an erasing: what others have to do for it, or to wait for."""
    if Erasure.objects.filter(article=edition.article, done_at=None).exists():
        messages.info(request, UNFINISHED)
    for sentence in still_holding(timezone.now()):
        messages.warning(request, sentence)


def _shown(
    request: HttpRequest, edition: Edition, verb: Verb, form: ArticleForm, status: int = 200
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": verb.label,
        "edition": edition,
        "verb": verb,
        "form": form,
        "refusal": "" if form.is_bound else _refusal(request, edition, verb),
    }
    return TemplateResponse(request, "editing/article_verb.html", context, status=status)


def _refusal(request: HttpRequest, edition: Edition, verb: Verb) -> str | None:
    """Why it cannot be done at all now, whatever is filled in."""
    speaking = speaking_edition(edition.article)
    if speaking is None:
        raise Http404
    try:
        return refusal_of(verb, Case(speaking, who(request), scope_in(request)))
    except Hidden:
        raise Http404 from None
