"""A site that is set up wrongly does not start; it says what to set."""

from pathlib import Path

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
        ("EMAIL_URL", "mail.example.cn"),
        ("EMAIL_URL", "filemail:///tmp"),
        ("MAIL_FROM", "兰台"),
        ("WEBHOOK_URL", "http://bot.example.cn/hook"),
        ("WEBHOOK_URL", "https://someone@bot.example.cn/hook"),
        ("WEBHOOK_KEY", "short"),
        ("WEBHOOK_ALLOW_PRIVATE", "maybe"),
    ],
)
def test_a_malformed_value_stops_with_a_sentence_that_names_it(name: str, value: str) -> None:
    heard = python("-c", "import config.settings", **{"SECRET_KEY": KEY, name: value})
    assert is_one_sentence(heard)
    assert name in heard.said


@pytest.mark.parametrize("place", ["uploads/pages", "uploads", "static/pages", ""])
def test_pages_are_never_stored_among_other_files(place: str, tmp_path: Path) -> None:
    folders = {"DATA_DIR": str(tmp_path), "PAGE_STORE": str(tmp_path / place)}
    heard = python("-c", "import config.settings", SECRET_KEY=KEY, **folders)
    assert is_one_sentence(heard)
    assert "PAGE_STORE" in heard.said


@pytest.mark.parametrize(
    ("name", "value", "missing"),
    [
        ("EMAIL_URL", "smtp+tls://a:b@mail.example.cn:587", "MAIL_FROM"),
        ("WEBHOOK_URL", "https://bot.example.cn/hook?key=1", "WEBHOOK_KEY"),
    ],
)
def test_what_a_setting_needs_beside_it_is_asked_for(name: str, value: str, missing: str) -> None:
    heard = python("-c", "import config.settings", **{"SECRET_KEY": KEY, name: value})
    assert is_one_sentence(heard)
    assert missing in heard.said


def test_a_mail_server_and_a_messenger_are_taken_as_they_are_written() -> None:
    ask = "from config import settings as s; print(s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_USE_TLS,"
    ask += " s.EMAIL_HOST_PASSWORD, s.MAILS, s.WEBHOOK_URL)"
    heard = python(
        "-c",
        ask,
        SECRET_KEY=KEY,
        EMAIL_URL="smtp+tls://lantai:" + "b%40c@mail.example.cn:587",
        MAIL_FROM="lantai@example.cn",
        WEBHOOK_URL="http://10.0.0.9/hook",
        WEBHOOK_ALLOW_PRIVATE="true",
        WEBHOOK_KEY="w" * 32,
    )
    assert heard.said.split() == "mail.example.cn 587 True b@c True http://10.0.0.9/hook".split()


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
