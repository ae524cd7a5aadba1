"""标题查重 at submission: a word of warning, never a refusal."""

from django.contrib import messages
from django.http import HttpRequest

from bulletins.drafting.titles import used_titles
from bulletins.editing.asking import scope_in, who
from bulletins.models import Edition


def warn_of_titles(request: HttpRequest, edition: Edition) -> None:
    """Name the articles that are called like what was just submitted."""
    title = Edition.objects.values_list("title", flat=True).get(pk=edition.pk)
    found = used_titles(
        title, by=who(request), scope=scope_in(request), apart_from=edition.article_id
    )
    said = [f"{one.said}“{one.title}”" if one.edition else one.said for one in found]
    if said:
        messages.warning(request, f"送审时请留意标题：{'；'.join(said)}")
