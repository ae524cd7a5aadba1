"""An address of ours, however a reader writes it down: pasted, typed, without its last slash."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from django.conf import settings

from bulletins.document.plain import narrow, squeeze
from bulletins.models import Article

ADDRESS = re.compile(
    r"(?:(?:https?:)?//)?(?P<host>[^/\s?#]*)(?P<path>/[^\s?#]*)?(?:\?[^\s#]*)?(?P<anchor>#\w*)?",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"([a-z0-9.-]*(?::[0-9]+)?)/?articles/([1-9][0-9]{0,14})(?![0-9])", re.I)


def path_in(said: str) -> str:
    """ "WWW.news.example/articles/1?x#k3v9ta" → "/articles/1/#k3v9ta"; "" where it is not ours."""
    found = ADDRESS.fullmatch(_plain(said))
    if found is None or not found["path"] or not _is_ours(found["host"]):
        return ""
    path = re.sub(r"/+", "/", found["path"])
    is_file = "." in path.rpartition("/")[2]
    return (path if is_file or path.endswith("/") else f"{path}/") + (found["anchor"] or "")


def article_in(said: str) -> int | None:
    """The article whose address stands in it, public or not, also in the midst of words."""
    number = next(_numbers(_plain(said)), None)
    found = Article.objects.filter(number=number) if number else Article.objects.none()
    return found.values_list("pk", flat=True).first()


def _numbers(said: str) -> Iterator[int]:
    for host, number in ARTICLE.findall(said):
        if _is_ours(host):
            yield int(number)


def _is_ours(host: str) -> bool:
    """With or without a port and www.; no host at all is ours."""
    ours = (urlsplit(settings.SITE_URL).hostname or "", *settings.ALLOWED_HOSTS)
    return not host or _name(host) in map(_name, ours)


def _name(host: str) -> str:
    return host.rpartition("@")[2].partition(":")[0].lower().strip(".").removeprefix("www.")


def _plain(said: str) -> str:
    """What stood in it as %00 or %E2%80%AE is not let in by that."""
    return squeeze(narrow(unquote(said)))
