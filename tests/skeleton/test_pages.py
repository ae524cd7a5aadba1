"""What everybody sees before there is anything to read."""

from collections.abc import Callable

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory
from django.views.defaults import permission_denied, server_error

from bulletins.models import SiteSettings


@pytest.mark.django_db
def test_the_first_page_of_an_empty_site_says_so(client: Client) -> None:
    assert "还没有公开的信息" in client.get("/").content.decode()


@pytest.mark.django_db
def test_a_missing_page_says_so_in_chinese(client: Client) -> None:
    SiteSettings.objects.create(pk=1, name="海河网")
    page = client.get("/nothing-here/")
    assert page.status_code == 404
    assert "<title>页面不存在 - 海河网</title>" in page.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_chinese() -> None:
    page = Client(enforce_csrf_checks=True).post("/admin/login/", {})
    assert page.status_code == 403
    assert "表单已失效" in page.content.decode()


@pytest.mark.django_db
def test_a_strange_host_is_refused_in_chinese(client: Client) -> None:
    page = client.get("/", headers={"host": "evil.example.com"})
    assert page.status_code == 400
    assert "请求有误" in page.content.decode()


@pytest.mark.django_db
def test_a_broken_and_a_forbidden_page_speak_chinese(rf: RequestFactory) -> None:
    assert "系统出错" in server_error(rf.get("/")).content.decode()
    assert "没有权限" in permission_denied(rf.get("/"), Exception()).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/admin/login/", "/nothing-here/"])
def test_every_page_tells_browsers_to_be_strict(client: Client, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_every_page_names_the_sites_domain_alone(client: Client) -> None:
    assert '<meta name="SiteDomain" content="testserver">' in client.get("/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/nothing-here/", "/admin/login/"])
def test_head_has_the_headers_of_get_and_no_body(address: str) -> None:
    """Asked past the test client, which empties every answer to HEAD by itself."""
    said = [_answer(method, address) for method in ("GET", "HEAD")]
    assert said[0][0] == said[1][0]
    assert said[0][1]["Content-Length"] == said[1][1]["Content-Length"] != "0"
    assert said[1][2] == b""


def _answer(method: str, address: str) -> tuple[str, dict[str, str], bytes]:
    told: list[tuple[str, dict[str, str]]] = []

    def start(status: str, headers: list[tuple[str, str]], *rest: object) -> Callable[..., None]:
        told.append((status, dict(headers)))
        return lambda *_: None

    body = b"".join(WSGIHandler()(RequestFactory().generic(method, address).environ, start))
    return *told[0], body
