"""The walk: page after page, each once, and every link on them asked once."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve

from bulletins.public.furniture import Furniture, furniture
from bulletins.public.inspecting.checks import CHECKS
from bulletins.public.inspecting.seen import Seen, read

GET_FORM = "//form[not(@method) or @method='get']"
LINKS = f"//a/@href|//area/@href|//link/@href|//script/@src|//img/@src|{GET_FORM}/@action"
NOT_OURS = ("/admin/", "/preview/")
FINE = (200, 302)
DEAR = re.compile(r"\.pdf$")  # made anew each time it is asked for
FEW = 3


class Walk:
    """Faults by address. An address may answer 404 or 410 only where the walk began there.

    far: on to every page that is linked; else no further than where it begins, and what is linked
    there is asked whether it answers.
    """

    def __init__(self, *, far: bool = True) -> None:
        # By the name that the site has: every other one is refused.
        host = urlsplit(settings.SITE_URL).netloc
        self.client = Client(raise_request_exception=False, headers={"host": host})
        self.far = far
        self.around: Furniture = furniture()
        self.ids: dict[str, frozenset[str]] = {}
        self.answers: dict[str, int] = {}
        self.links: dict[str, dict[str, str]] = defaultdict(dict)
        self.dear = 0

    def faults(self, start: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Every page that is reached, and what is wrong with it."""
        waiting = deque(start)
        expected = set(waiting)
        while waiting:
            address = waiting.popleft()
            if address in self.answers:
                continue
            page = self._ask(address)
            if address in expected and self.answers[address] not in (*FINE, 404, 410):
                yield address, f"答复 {self.answers[address]}"
            if page is not None and (self.far or address in expected):
                yield from ((address, fault) for check in CHECKS for fault in check(page))
                waiting.extend(self._found_on(page))
        yield from self._broken()

    def _ask(self, address: str) -> Seen | None:
        """The page, where it is one that is checked: questions (?q=) are asked, no more."""
        response = self.client.get(address, secure=settings.HTTPS)
        self.answers[address] = response.status_code
        content, kind = _content(response), response.get("Content-Type", "")
        if "text/html" not in kind or not content:
            return None
        path = urlsplit(address).path
        page = read(path, response.status_code, _name(path), self.around, content)
        self.ids[address] = frozenset(one.get("id", "") for one in page.all("//*[@id]"))
        return page if "?" not in address else None

    def _found_on(self, page: Seen) -> Iterator[str]:
        """Addresses of ours that it leads to; each link is noted with the page it stands on."""
        for link in page.all(LINKS):
            whole = urljoin(page.whole_address, str(link))
            if not whole.startswith(self.around.address + "/"):
                continue
            place, fragment = urldefrag(whole.removeprefix(self.around.address))
            again = page.status != 200 and place == page.address  # 再试一次
            if again or place.startswith(NOT_OURS) or self._is_dear(place):
                continue
            self.links[place].setdefault(unquote(fragment), page.address)
            yield place

    def _is_dear(self, place: str) -> bool:
        if not DEAR.search(place) or place in self.answers or place in self.links:
            return False
        self.dear += 1
        return self.dear > FEW

    def _broken(self) -> Iterator[tuple[str, str]]:
        for place, fragments in self.links.items():
            status = self.answers[place]
            for fragment, page in fragments.items():
                if status not in FINE:
                    yield page, f"链接 {place} 答复 {status}"
                elif fragment and fragment not in self.ids.get(place, ()):
                    yield page, f"链接 {place}#{fragment} 指向的位置不存在"


def _content(response: HttpResponseBase) -> bytes:
    """Of a file nothing is read but its end, which closes it."""
    if isinstance(response, StreamingHttpResponse):
        for _ in response:
            pass
        return b""
    return response.content if isinstance(response, HttpResponse) else b""


def _name(path: str) -> str:
    try:
        return resolve(path).url_name or ""
    except Resolver404:
        return ""
