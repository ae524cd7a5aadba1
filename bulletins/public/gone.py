"""What was public and is no more: 410 at every address, and what readers are told."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from bulletins.models import Edition, Withdrawal, WithdrawalReason
from bulletins.public.furniture import furniture
from bulletins.public.pages import page
from bulletins.public.past import Barrier
from bulletins.public.sight import Sight
from bulletins.workflow.standing import standing_withdrawal

ARTICLE = re.compile(r"/articles/([1-9][0-9]{0,14})/")
NOW_ANOTHER = "这是一篇文章从前的一版，不再公开。请看它现在的文字。"
# Nobody keeps it: it may be public again in a moment.
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, noarchive"}


class NotPublic(Http404):
    """Readers see nothing of the article of that number now; 410 if they once did, else 404."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Article {number} is not public")
        self.number = number


class Withheld(Http404):
    """That edition of a public article is closed to readers, since and why."""

    def __init__(self, number: int, barrier: Barrier | None) -> None:
        super().__init__(f"An edition of article {number} is closed")
        self.number, self.barrier = number, barrier


@dataclass(frozen=True, slots=True)
class Gone:
    """at: since when. reason: "" where nothing but the end of 公示期 was the reason.

    title: "" where even that is personal data, or where it may be. see_title: of what is seen
    instead, where that is an article of ours. erased: nothing more will be said.
    """

    at: datetime
    title: str = ""
    reason: str = ""
    explanation: str = ""
    see_instead: str = ""
    see_title: str = ""
    erased: bool = False


def gone_page(request: HttpRequest, number: int) -> HttpResponse | None:
    """The answer at every address of an article that was public once; None if it never was."""
    last = _last(number)
    if last is None:
        return None
    standing = standing_withdrawal(last.article)
    if standing and (elsewhere := _replaced_by(standing, number)):
        return HttpResponseRedirect(elsewhere, headers=HEADERS)
    return _said(request, _gone(last, standing))


def gone_of(number: int) -> Gone | None:
    """The same in words, for programs, which are told of a replacement and not sent there."""
    last = _last(number)
    return _gone(last, standing_withdrawal(last.article)) if last else None


def withheld_page(request: HttpRequest, number: int, barrier: Barrier) -> HttpResponse:
    """The answer at an earlier edition that readers must not see again."""
    instead = f"/articles/{number}/"
    gone = Gone(barrier.at, "", barrier.reason, NOW_ANOTHER, instead, _title_at(instead))
    return _said(request, gone)


def not_then_page(request: HttpRequest, number: int, sight: Sight) -> HttpResponse:
    """To staff who look at an article at a moment at which it was not public."""
    said = {"number": number}
    return page(request, "public/not_then.html", furniture(), said, status=404, sight=sight)


def _said(request: HttpRequest, gone: Gone) -> HttpResponse:
    said = {"gone": gone, "path": request.path}
    return page(request, "public/gone.html", furniture(), said, status=410, headers=HEADERS)


def _last(number: int) -> Edition | None:
    """What readers had last of an article that was public once."""
    begun = Edition.objects.begun().filter(article__number=number).select_related("article")
    return begun.latest_first().first()


def _gone(last: Edition, standing: Withdrawal | None) -> Gone:
    assert last.live_until
    return _withdrawn(standing, last) if standing else Gone(last.live_until, last.title)


def _withdrawn(standing: Withdrawal, last: Edition) -> Gone:
    private = standing.reason == WithdrawalReason.PRIVACY
    return Gone(
        standing.at,
        "" if private else last.title,
        standing.get_reason_display(),
        standing.explanation,
        standing.see_instead,
        _title_at(standing.see_instead.removeprefix(settings.SITE_URL)),
        erased=last.article.erased_at is not None,
    )


def _title_at(own: str) -> str:
    """Of a public article of ours at that address, or ""."""
    named = ARTICLE.fullmatch(own)
    found = Edition.objects.live().filter(article__number=int(named[1])) if named else None
    return found.values_list("title", flat=True).first() or "" if found is not None else ""


def _replaced_by(standing: Withdrawal, number: int) -> str:
    """The article of ours that stands in for it; "" where readers should read why first."""
    own = standing.see_instead.removeprefix(settings.SITE_URL)
    named = ARTICLE.fullmatch(own)
    if standing.reason != WithdrawalReason.REPLACED or named is None:
        return ""
    # Two that were replaced by each other would send readers in a ring.
    return own if int(named[1]) != number and _is_live(int(named[1])) else ""


def _is_live(number: int) -> bool:
    return Edition.objects.live().filter(article__number=number).exists()
