"""The office messenger: signed JSON to the address that was checked, and to no private one."""

import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from pytest_django import Settings

from bulletins.commenting import comment
from bulletins.mailing.connecting import NotAllowed, connect, is_public
from bulletins.mailing.webhook import NotTaken, post
from bulletins.models import Edition, Outgoing
from bulletins.workflow import submit
from tests.mailing.test_sending import sent
from tests.office import People

KEY = "k" * 32


class Messenger(HTTPServer):
    """A messenger on this machine: what it got, and what it answers."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Listener)
        self.got: list[tuple[str, dict[str, str], bytes]] = []
        self.status = 200

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook?key=1"


class Listener(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server: Any = self.server
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server.got.append((self.path, dict(self.headers), body))
        self.send_response(server.status)
        self.send_header("Location", server.address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *said: object) -> None:
        """In silence."""


@pytest.fixture
def messenger(settings: Settings) -> Iterator[Messenger]:
    server = Messenger()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.WEBHOOK_URL, settings.WEBHOOK_KEY = server.address, KEY
    settings.WEBHOOK_ALLOW_PRIVATE = True
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def waiting(draft: Edition, people: People, messenger: Messenger) -> Outgoing:
    submit(draft, by=people.lin)
    return Outgoing.objects.get()


def test_each_step_is_one_message_signed_with_its_time(
    waiting: Outgoing, messenger: Messenger
) -> None:
    assert sent() == 1
    ((path, headers, body),) = messenger.got
    said = json.loads(body)
    assert path == "/hook?key=1"
    assert (said["event"], said["msgtype"]) == ("submit", "text")
    assert "lin送审：“多地推进网络工作”" in said["text"]["content"]
    assert "办好网站" not in body.decode()
    signed = f"{headers['X-Lantai-Time']}.".encode() + body
    expected = hmac.new(KEY.encode(), signed, hashlib.sha256).hexdigest()
    assert headers["X-Lantai-Signature"] == f"sha256={expected}"


@pytest.mark.parametrize("status", [301, 302, 307, 400, 404, 500])
def test_anything_but_yes_is_tried_again_and_a_redirect_is_not_followed(
    waiting: Outgoing, messenger: Messenger, status: int
) -> None:
    messenger.status = status
    with pytest.raises(NotTaken, match=str(status)):
        post(waiting)
    assert sent() == 0
    assert len(messenger.got) == 2
    waiting.refresh_from_db()
    assert waiting.due_at


def test_this_machine_is_refused_unless_it_is_allowed(
    waiting: Outgoing, messenger: Messenger, settings: Settings
) -> None:
    settings.WEBHOOK_ALLOW_PRIVATE = False
    with pytest.raises(NotAllowed, match="内网"):
        post(waiting)
    assert messenger.got == []


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
    ],
)
def test_an_address_that_leads_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2400:3200::1", "::ffff:8.8.8.8"])
def test_others_are(address: str) -> None:
    assert is_public(address)


def test_the_socket_goes_to_the_very_address_that_was_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The name says something else the second time: nobody asks it a second time."""
    answers = iter(["8.8.8.8", "127.0.0.1"])
    went: list[tuple[str, int]] = []

    def look_up(host: str, port: int, **named: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", lambda place, timeout: went.append(place))
    connect("rebind.example", 443, 1, private=False)
    assert went == [("8.8.8.8", 443)]
    with pytest.raises(NotAllowed):
        connect("rebind.example", 443, 1, private=False)


def test_one_private_answer_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(2, 1, 6, "", (place, 443)) for place in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *said, **named: found)
    with pytest.raises(NotAllowed):
        connect("mixed.example", 443, 1, private=False)


def test_the_words_of_a_comment_do_not_leave_the_house(
    draft: Edition, people: People, messenger: Messenger
) -> None:
    comment(draft, "", "这一句不妥", by=people.chu)
    sent()
    assert "不妥" not in messenger.got[0][2].decode()


@pytest.mark.django_db
def test_it_is_off_unless_it_is_set(draft: Edition, people: People) -> None:
    submit(draft, by=people.lin)
    assert not Outgoing.objects.exists()
