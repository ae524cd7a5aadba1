"""What answers at an address of the web: one connection, kept open, nothing followed.

Asked for as it is and in gzip, for a server may have a file of each: nearly every reader gets the
second one.
"""

from http.client import HTTPConnection, HTTPException, HTTPSConnection
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from bulletins.pages.export.refused import Refused
from bulletins.store.reading import unpacked

LARGEST = 500_000_000
TIMEOUT = 20
BAD = "“{}”不是网址：请写成 https://www.example.cn 的样子，不带路径"
SILENT = "{} 没有答复：{}"


class Fetched(NamedTuple):
    """location: where it leads, or "". alike: whether in gzip it is the same."""

    status: int
    body: bytes
    location: str = ""
    alike: bool = True

    def says(self) -> tuple[object, ...]:
        """What must be alike; what is no page need not be the same to the byte."""
        return self.status, self.location, self.body if self.status == 200 else b""


class Site:
    """host: the name to ask for, where it is not that of the address. Raises Refused."""

    def __init__(self, url: str, host: str = "") -> None:
        parts = urlsplit(url.rstrip("/"))
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
            raise Refused(BAD.format(url))
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self.url, self.host = url.rstrip("/"), host or parts.netloc
        self.connection = kind(parts.hostname, parts.port, timeout=TIMEOUT)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()

    def fetch(self, address: str) -> Fetched:
        """Raises Refused."""
        found, small = self._ask(address, "identity"), self._ask(address, "gzip")
        return found._replace(alike=found.says() == small.says())

    def _ask(self, address: str, form: str) -> Fetched:
        """Once more, where the connection was closed meanwhile."""
        try:
            return self._fetch(address, form)
        except (HTTPException, OSError):
            self.connection.close()
        try:
            return self._fetch(address, form)
        except (HTTPException, OSError) as problem:
            raise Refused(SILENT.format(self.url, problem or type(problem).__name__)) from problem

    def _fetch(self, address: str, form: str) -> Fetched:
        headers = {"Host": self.host, "Accept-Encoding": form, "User-Agent": "lantai-verify"}
        self.connection.request("GET", address, headers=headers)
        answer = self.connection.getresponse()
        body = answer.read(LARGEST)
        if answer.getheader("Content-Encoding") == "gzip":
            body = unpacked(body)
        return Fetched(answer.status, body, answer.getheader("Location", ""))
