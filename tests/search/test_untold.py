"""What is not public is told by no suggestion, no 您是不是要找 and no note; nothing typed is too much."""

from datetime import datetime

import pytest
from django.utils import timezone

from bulletins.search.nearest import nearest_regions
from bulletins.search.query import known_at, spell, understand
from bulletins.search.spelling import did_you_mean
from bulletins.search.suggesting import suggest
from tests.office import Office, People
from tests.secrets.planting import KINDS, plant, word, words

pytestmark = pytest.mark.django_db


def told(typed: str, now: datetime) -> list[str]:
    query = understand(f"{typed} 标签:“{typed}”", known_at(now))
    meant = (spell(one) for one in did_you_mean(understand(typed, known_at(now)), now))
    return [*(one.text for one in suggest(typed, now)), *meant, *query.narrowings]


def test_no_secret_is_offered(office: Office, people: People, places: None) -> None:
    plant(office, people)
    now = timezone.now()
    for kind in KINDS:
        whole, secret = words(kind).whole, word(kind)
        for typed in (whole, whole[:2], whole[1:], secret, f"{secret[:-1]}x", f"密{secret[1:]}密"):
            assert not any("secret" in one for one in told(typed, now)), typed
    assert not any("密" in one for typed in ("密", "mi", "宓", "miyu") for one in told(typed, now))
    # Regions of which only drafts speak
    assert [told(one, now) for one in ("湖南", "hunan", "四川", "sichuan")] == [
        ["", "", "", ""]
    ] * 4
    assert nearest_regions("530000", now)[1:] == ()


HOSTILE = (
    *(
        "",
        " ",
        "，",
        '"',
        "“",
        "「" * 9_999,
        "字" * 10_001,
        "a" * 10_001,
        "字 " * 5_000,
        "a " * 5_000,
    ),
    *("\x00", "\ud800", "\u202e网络", "😀", "%", "_", "\\", "'", "' OR 1=1 --", "网络' OR '1'='1"),
    *(
        "AND",
        "OR",
        "NOT",
        "NEAR(网 络, 2)",
        "^网",
        "网*",
        "tokens:网",
        "{网}",
        "网 -",
        "-网",
        "(",
        "a:*",
    ),
    *(
        "!网",
        "#网络",
        "@t",
        "=网络",
        "~wl",
        "_网络",
        "网.络",
        "a.b.c",
        "zhuang" * 10,
        "xian" * 9,
        "〇○",
    ),
    *(
        "e\u0301",
        "\ufdfa",
        "ß",
        "①②",
        "\u2028",
        "网\n络",
        "网\x1f络",
        "ｗａｎｇ",
        "wang'luo",
        "5g网洛",
    ),
)


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_typed_is_too_much(db: None, typed: str) -> None:
    now = timezone.now()
    query = understand(typed, known_at(now))
    assert len(suggest(typed, now)) <= 8
    assert len(did_you_mean(query, now)) <= 3
