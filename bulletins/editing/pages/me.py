"""我的设置: what a person decides for herself."""

from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.mails import switch_mails
from bulletins.commenting.phrases import forget, phrases_of
from bulletins.editing.asking import number_in, who


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def me_page(request: HttpRequest) -> HttpResponse:
    """GET shows it, POST switches mails on or off, or forgets a phrase."""
    if request.method != "POST":
        context = {
            **admin.site.each_context(request),
            "title": "我的设置",
            "person": who(request),
            "phrases": phrases_of(who(request)),
            "mails_are_sent": settings.MAILS,
        }
        return TemplateResponse(request, "editing/me.html", context)
    if (said := request.POST.get("mails")) in ("on", "off"):
        switch_mails(who(request), on=said == "on")
        messages.success(request, "以后会给您发邮件" if said == "on" else "以后不再给您发邮件")
    if (phrase := number_in(request.POST.get("forget", ""))) is not None:
        forget(phrase, by=who(request))
        messages.success(request, "已删去这一句")
    return HttpResponseRedirect(reverse("admin:me"))
