"""Releases of new articles, taken back at once: only their time is kept."""

from statistics import median
from time import perf_counter
from unittest.mock import patch

from django.db import transaction

from accounts.models import User
from bench import articles
from bulletins import workflow
from bulletins.document.cleaning import cleaned
from bulletins.document.html import read_html
from bulletins.document.parse import parse
from bulletins.drafting import start_article
from bulletins.models import Column, Edition, Grant, Role
from bulletins.workflow import consequences
from regions.directory import gazetteer

MANY = 12
FIRST = 900_000  # articles that no database of the bench has


def released() -> dict[str, float]:
    """Median milliseconds, without the commit: with the index written along, and not."""
    with transaction.atomic():
        whole = [_taken(FIRST + n) for n in range(MANY)]
        with patch.object(consequences, "reindex"):
            without = [_taken(FIRST + MANY + n) for n in range(MANY)]
        transaction.set_rollback(True)
    return {"release": round(median(whole), 1), "release_without": round(median(without), 1)}


def _taken(number: int) -> float:
    edition, by = _approved(number)
    begun = perf_counter()
    workflow.release(edition, by=by)
    return (perf_counter() - begun) * 1000


def _approved(number: int) -> tuple[Edition, User]:
    """Written by one, read by another."""
    lin, zhong = _person("lin", Role.EDITOR), _person("zhong", Role.FINAL_REVIEWER)
    column, _ = Column.objects.get_or_create(
        slug="bench-released", defaults={"name": "签发测量", "review_stages": 1}
    )
    document = parse(read_html(_html(number)), gazetteer()).document
    edition = start_article(cleaned(document), column=column, by=lin)
    workflow.submit(edition, by=lin)
    edition = _now(edition)
    workflow.approve(edition, digest=edition.digest, by=zhong)
    return _now(edition), zhong


def _person(name: str, role: Role) -> User:
    user, new = User.objects.get_or_create(username=f"bench-{name}")
    if new:
        Grant.objects.create(user=user, role=role)
    return user


def _html(number: int) -> str:
    """An article of the bench as one would paste it."""
    said = articles.article(number, FIRST)
    lines = [f"<h1>{said['title']}</h1>", f"<p>{said['lead']}</p>"]
    for part in said["regions"]:
        lines += [f"<h2>{part['name']}</h2>", f"<p>{part['intro']}</p>"]
        for n, section in enumerate(part["sections"]):
            lines.append(f"<p>{'一二三四五六'[n]}、{section['heading']}</p>")
            lines += [f"<p>{text}</p>" for text in section["body"].splitlines()]
    return "".join(lines)


def _now(edition: Edition) -> Edition:
    return Edition.objects.get(pk=edition.pk)
