"""常用语: what a person says again is offered to her, the most used first, and to nobody else."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from bulletins.commenting.phrases import KEPT, OFFERED, forget, offered_to, phrases_of, remember
from bulletins.models import Edition, Gate, Phrase
from tests.editing.doors import at_desk, page_of
from tests.office import People, submitted

pytestmark = pytest.mark.django_db


def test_the_most_used_comes_first(people: People) -> None:
    for said in ("请核对", "可以", " 可以 ", "数字有误", "可以", "请核对"):
        remember(said, by=people.chu)
    assert offered_to(people.chu) == ["可以", "请核对", "数字有误"]
    assert offered_to(people.fu) == []


@pytest.mark.parametrize("said", ["", "  ", "长" * 61, "两\n行", "\0"])
def test_what_is_long_or_empty_is_not_remembered(people: People, said: str) -> None:
    remember(said, by=people.chu)
    assert not Phrase.objects.exists()


def test_what_was_not_said_for_long_makes_room(people: People) -> None:
    remember("常说", by=people.fu)
    now = timezone.now()
    for number in range(KEPT + 3):
        with time_machine.travel(now + timedelta(minutes=number), tick=False):
            remember(f"第{number}句", by=people.chu)
    kept = {one.text for one in phrases_of(people.chu)}
    assert len(kept) == KEPT
    assert "第0句" not in kept
    assert len(offered_to(people.chu)) == OFFERED
    assert offered_to(people.fu) == ["常说"]


def test_she_forgets_her_own_and_no_one_elses(people: People) -> None:
    remember("请核对", by=people.chu)
    phrase = Phrase.objects.get()
    forget(phrase.pk, by=people.fu)
    assert Phrase.objects.exists()
    said = at_desk(people.chu).post("/admin/me/", {"forget": phrase.pk}, follow=True)
    assert "已删去这一句" in said.content.decode()
    assert not Phrase.objects.exists()


def test_an_opinion_and_a_comment_are_offered_beside_the_next(
    draft: Edition, people: People
) -> None:
    edition, chu = submitted(draft, people), at_desk(people.chu)
    sent = {"add": "whole", "text-whole": "请核对数字", "back": "review"}
    page = chu.post(page_of("comments", edition), sent, follow=True).content.decode()
    (offered,) = (one for one in page.split("<script") if 'id="phrases"' in one)
    assert "\\u8bf7\\u6838\\u5bf9" in offered or "请核对数字" in offered
    decision = {"digest": edition.digest, "decision": "approved", "gates": list(Gate.values)}
    chu.post(page_of("review", edition), decision | {"opinion": "同意刊发"})
    assert set(offered_to(people.chu)) == {"请核对数字", "同意刊发"}


def test_a_decision_that_was_refused_is_not_remembered(draft: Edition, people: People) -> None:
    edition, chu = submitted(draft, people), at_desk(people.chu)
    chu.post(
        page_of("review", edition), {"digest": "1:x", "decision": "sent_back", "opinion": "不"}
    )
    assert offered_to(people.chu) == []
