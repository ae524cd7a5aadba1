"""Pages of the admin about an erased article: each opens, or says what is so; none has a word of it."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from bulletins import workflow
from bulletins.editing.forms.articles import FORMS
from bulletins.editing.pages import PAGES
from bulletins.models import Role
from tests.editing.doors import at_desk
from tests.erasing.planting import Words, plant
from tests.office import Office, People

pytestmark = pytest.mark.django_db
WORDS = Words("甄无此人", "11010519000230427x")


def test_every_page_about_an_erased_article_opens_without_a_word_of_it(
    office: Office, people: People, places: None, tmp_path: Path
) -> None:
    boss = office.hire("boss", *(role for role in Role if role != Role.CONTRIBUTOR))
    article = plant(WORDS, people, boss, Client(), tmp_path)
    workflow.erase(article, by=boss, reason="依申请")
    client = at_desk(boss)
    opened = 0
    for edition in article.editions.all():
        for address in addresses(edition.pk):
            answer = client.get(address)
            assert answer.status_code < 500, address
            opened += answer.status_code == 200
            if not answer.streaming:
                said = answer.content.decode()
                assert WORDS.name not in said, address
                assert WORDS.number not in said, address
    assert opened > 5 * 5
    listed = client.get(reverse("admin:bulletins_edition_changelist")).content.decode()
    assert "（已清除）" in listed


def addresses(pk: int) -> list[str]:
    """Every page of an edition, and every page of a verb."""
    names = [name for _, _, name in PAGES] + ["change"]
    found = []
    ways: list[list[Any]] = [[pk], [pk, "release"], *([pk, one] for one in FORMS)]
    for name in names:
        for args in ways:
            try:
                found.append(reverse(f"admin:bulletins_edition_{name}", args=args))
            except NoReverseMatch:
                continue
    return sorted(set(found))
