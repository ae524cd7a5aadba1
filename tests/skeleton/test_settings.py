"""A site that is set up wrongly does not start; it says what to set."""

import pytest

from tests.skeleton.programs import is_one_sentence, python

KEY = "k" * 60


def test_a_production_site_without_a_key_does_not_start() -> None:
    heard = python("manage.py", "check")
    assert is_one_sentence(heard)
    assert "SECRET_KEY" in heard.said


def test_the_web_server_gives_up_rather_than_trying_for_ever() -> None:
    # 3 is what gunicorn takes from a worker as "cannot start".
    assert python("-c", "import config.wsgi").code == 3


def test_reading_a_file_needs_no_key() -> None:
    assert "SECRET_KEY" not in python("manage.py", "outline", "--help").said


def test_a_developer_needs_no_key() -> None:
    assert python("manage.py", "check", DEBUG="true").code == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("SITE_URL", "www.example.cn"),
        ("SITE_URL", "https://www.example.cn/news"),
        ("SITE_URL", "https://www.example.cn:port"),
        ("SITE_URL", "https://someone@www.example.cn"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "www.example.cn,https://example.cn"),
        ("ALLOWED_HOSTS", "www.example.cn:443"),
        ("BEHIND_PROXY", "nginx"),
        ("HSTS_SECONDS", "一年"),
        ("HSTS_SECONDS", "-1"),
        ("LOG_LEVEL", "LOUD"),
        ("DATA_DIR", "var"),
        ("DATABASE_URL", "db.sqlite3"),
        ("DATABASE_URL", "mysql://lantai@localhost/lantai"),
        ("DATABASE_URL", "postgres://lantai@localhost:port/lantai"),
        ("CACHE_URL", "localhost:6379"),
        ("CACHE_URL", "memcache://localhost"),
    ],
)
def test_a_malformed_value_stops_with_a_sentence_that_names_it(name: str, value: str) -> None:
    heard = python("-c", "import config.settings", **{"SECRET_KEY": KEY, name: value})
    assert is_one_sentence(heard)
    assert name in heard.said


def test_a_password_in_a_malformed_address_is_not_shown() -> None:
    address = "postgres://lantai:" + "hush-hush" + "@localhost:port/lantai"
    heard = python("-c", "import config.settings", SECRET_KEY=KEY, DATABASE_URL=address)
    assert heard.code == 3
    assert "hush" not in heard.said


@pytest.mark.parametrize(
    ("site", "secure"), [("https://a.example.cn", True), ("http://[::1]", False)]
)
def test_cookies_are_for_https_only_where_the_site_is(site: str, secure: bool) -> None:
    ask = "from config import settings as s; print(s.SESSION_COOKIE_SECURE, s.ALLOWED_HOSTS)"
    heard = python("-c", ask, SECRET_KEY=KEY, SITE_URL=site)
    assert heard.said.strip() == f"{secure} ['{site.split('//')[1]}']"
