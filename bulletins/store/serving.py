"""Handing out what is finished, ahead of Django: one file is read, and no database asked.

Whatever is not plainly an anonymous reader's question goes on to Django.
"""

import os
import re
import time
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice
from pathlib import Path
from random import randrange
from threading import Lock
from typing import TYPE_CHECKING

from bulletins.store.answers import Answer
from bulletins.store.places import place_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

GZIP = re.compile(
    r"(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[0-9.]+\s*)?(?:,|$)", re.ASCII
)
MOST = 20_000_000  # bytes that a process holds in its memory: some 600 articles
# With one of these somebody wants something other than the page as it is for all
UNUSUAL = ("HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")


class Read:
    """Answers as they were read last, for as long as the same file is there.

    folder: ends in a slash. Whatever was taken out or put in anew since, is another file or none.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.held: dict[str, tuple[tuple[int, int, int], Answer]] = {}
        self.bytes, self.changing = 0, Lock()

    def answer(self, place: str) -> Answer | None:
        """None where nothing whole is there."""
        path = self.folder + place
        try:
            said = os.stat(path)
            file = (said.st_ino, said.st_mtime_ns, said.st_size)
            held = self.held.get(place)
            if held and held[0] == file:
                return held[1]
            with open(path, "rb") as opened:
                answer = Answer.read(opened.read())
        except (OSError, ValueError):
            return None
        self._hold(place, file, answer)
        return answer

    def _hold(self, place: str, file: tuple[int, int, int], answer: Answer) -> None:
        """A page may have been replaced between the two questions: then it is read once more."""
        with self.changing:
            self._let_go(place)
            while self.held and self.bytes + file[2] > MOST:
                # By chance: asked for in turn, the oldest is the next one that is wanted
                self._let_go(next(islice(self.held, randrange(len(self.held)), None)))  # noqa: S311
            self.held[place] = file, answer
            self.bytes += file[2]

    def _let_go(self, place: str) -> None:
        if held := self.held.pop(place, None):
            self.bytes -= held[0][2]


class Served:
    """The site behind its store.

    root: of the store. is_host: whether the site answers to that Host. is_secure: whether a
    question came by https, where the site is to be had by https alone. cookies: of who is known.
    """

    def __init__(
        self,
        application: "WSGIApplication",
        root: Path,
        is_host: Callable[[str], bool],
        is_secure: "Callable[[WSGIEnvironment], bool]",
        cookies: frozenset[str],
    ) -> None:
        self.application = application
        self.whole, self.beats = Read(f"{root}/whole/"), f"{root}/beats/"
        self.beaten = (0, 0)
        self.is_host = lru_cache(maxsize=64)(is_host)
        self.is_secure, self.cookies = is_secure, cookies

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        answer = self._answer(environ) if is_plain(environ) else None
        if answer is None:
            return self.application(environ, start_response)
        return hand_out(answer, environ, start_response)

    def _answer(self, environ: "WSGIEnvironment") -> Answer | None:
        place = place_of(decoded(environ["PATH_INFO"]))
        if place is None or not self._may_have_it(environ):
            return None
        return self.whole.answer(place) if self._beats() else None

    def _beats(self) -> bool:
        """Looked for ten times a second: each question of the system lets another thread go first.

        Not once: a beat may be taken back in the middle of its second (``applying.stop_beats``).
        """
        second, part = divmod(int(time.time() * 10), 10)
        if self.beaten == (second, part):
            return True
        if not os.path.exists(f"{self.beats}{second}"):
            return False
        self.beaten = (second, part)
        return True

    def _may_have_it(self, environ: "WSGIEnvironment") -> bool:
        """An unknown Host is refused by Django, who has no https is sent there."""
        known = self.is_host(environ.get("HTTP_HOST", ""))
        return known and self.is_secure(environ) and not self._is_known(environ)

    def _is_known(self, environ: "WSGIEnvironment") -> bool:
        said = str(environ.get("HTTP_COOKIE") or "")
        return bool(said) and bears(said, self.cookies)


def decoded(path: str) -> str:
    """WSGI has bytes as if they were Latin-1; nothing for what is no UTF-8."""
    if path.isascii():
        return path
    try:
        return path.encode("latin-1").decode()
    except UnicodeError:
        return ""


def bears(said: str, cookies: frozenset[str]) -> bool:
    """Whether one of these cookies may have come along: rather once too often."""
    return any(one in said for one in cookies)


def is_plain(environ: "WSGIEnvironment") -> bool:
    """An anonymous reader's question for a page as it is for all."""
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("QUERY_STRING")
        and not environ.get("SCRIPT_NAME")
        and not any(name in environ for name in UNUSUAL)
    )


def hand_out(
    answer: Answer, environ: "WSGIEnvironment", start_response: "StartResponse"
) -> Iterable[bytes]:
    """In the form that the browser takes; or that it has just this one already."""
    headers = [*answer.headers, ("Vary", "Accept-Encoding"), ("ETag", answer.etag)]
    if has_it(environ.get("HTTP_IF_NONE_MATCH", ""), answer.etag):
        start_response("304 Not Modified", [one for one in headers if one[0] != "Content-Type"])
        return []
    body = answer.body
    if answer.gzipped and GZIP.search(environ.get("HTTP_ACCEPT_ENCODING", "")):
        body = answer.gzipped
        headers.append(("Content-Encoding", "gzip"))
    headers.append(("Content-Length", str(len(body))))
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def has_it(said: str, etag: str) -> bool:
    """Compared weakly (RFC 9110, 13.1.2): both forms bear the same."""
    if not said:
        return False
    bare = etag.removeprefix("W/")
    return said.strip() == "*" or any(
        one.strip().removeprefix("W/") == bare for one in said.split(",")
    )
