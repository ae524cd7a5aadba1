"""What is raised behind the door, as problems. ninja names the exceptions in ``routes``."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from bulletins.document.wording import spoken
from bulletins.public.api.content import spoken as in_beijing
from bulletins.public.api.problems import problem
from bulletins.public.gone import Gone, gone_of

MISSING = "这里没有内容：编号、代码或标签可能有误，也可能还没有公开的信息。"
NAMES = {
    "limit": "limit（每页篇数）应是正整数，并且不超过该地址的上限",
    "since": "since（从何时起）应是带时区的时间，如 2026-03-01T09:00:00+08:00",
    "parent": "parent（上级地区）应是六至十二位的地区代码",
}


def missing(request: HttpRequest, found: Any) -> HttpResponse:
    return problem(404, MISSING)


def bad_question(request: HttpRequest, found: Any) -> HttpResponse:
    return problem(400, str(found))


def not_understood(request: HttpRequest, found: Any) -> HttpResponse:
    """An address that nothing can have is missing like any other; a question is explained."""
    places = [one["loc"] for one in found.errors]
    if any(place[0] == "path" for place in places):
        return missing(request, found)
    said = (NAMES.get(str(place[-1]), f"{place[-1]} 有误") for place in places)
    return problem(400, "；".join(said) + "。请改正后再试。")


def gone_or_missing(request: HttpRequest, found: Any) -> HttpResponse:
    """410 where it was public once, as its page says it (``gone``)."""
    gone = gone_of(found.number)
    return _gone(gone) if gone else missing(request, found)


def _gone(gone: Gone) -> HttpResponse:
    why = f"原因：{gone.reason}" if gone.reason else "公示期已满"
    detail = f"这条信息自{spoken(gone.at)}起不再公开（{why}）。请从您的副本中删去。"
    since = in_beijing(gone.at)
    assert since
    more = {
        "since": since.isoformat(),
        "reason": gone.reason or None,
        "explanation": gone.explanation or None,
        "see_instead": gone.see_instead or None,
        "article_title": gone.title or None,
    }
    return problem(410, detail, more)
