"""A notice's deadline for a reader's own calendar."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from bulletins.document.terms import Term, in_full
from bulletins.models import Edition
from bulletins.public import ics
from bulletins.public.feeds.answering import kept_up
from bulletins.public.feeds.writing import absolute
from bulletins.public.live import live_row


@require_safe
def deadline_file(request: HttpRequest, number: int) -> HttpResponseBase:
    """Raises Http404 where there is none, NotPublic where there is no article."""
    edition = live_row(number)
    article = edition.article
    term = Term(edition.closes_at, article.extended_to, article.closed_at)
    if term.deadline is None or edition.link_only_to:
        raise Http404
    event = ics.calendar(_event(edition, term, term.deadline))
    response = kept_up(request, event.decode(), "text/calendar")
    response["Content-Disposition"] = f'attachment; filename="deadline-{number}.ics"'
    return response


def _event(edition: Edition, term: Term, deadline: datetime) -> list[tuple[str, str]]:
    """One moment; its name stays the same when the deadline moves, so that the entry moves too."""
    place = f"/articles/{edition.article.number}/"
    said = [f"截止时间：{in_full(deadline)}（北京时间）"]
    said += [f"原定 {in_full(term.before)}"] if term.before else []
    return [
        ("UID", f"deadline-{edition.article.number}@{urlsplit(settings.SITE_URL).hostname}"),
        ("DTSTAMP", ics.utc(edition.live_from or deadline)),
        ("DTSTART", ics.utc(deadline)),
        ("SUMMARY", ics.text(f"截止：{edition.title}")),
        ("DESCRIPTION", ics.text("\n".join([*said, absolute(place)]))),
        ("URL", absolute(place)),
    ]
