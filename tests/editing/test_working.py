"""The page's heartbeat, and what is offered to somebody who comes back."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bulletins.drafting import remove_part, start_article
from bulletins.models import Edition, Part, Role, State, WorkingCopy
from bulletins.workflow import recall
from tests.document.hostile.test_payloads import PAYLOADS, Inspector
from tests.editing.forms import opened, page_of, signed_in, unopened
from tests.office import NOTICE, PART, Office, People, again, saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def lin(people: People) -> Client:
    return signed_in("lin")


@pytest.fixture
def tianjin(draft: Edition) -> Part:
    return draft.parts.get(region="120000")


def beat(client: Client, edition: Edition, said: Any) -> Any:
    address = reverse("admin:bulletins_edition_working", args=[edition.pk])
    body = said if isinstance(said, str) else json.dumps(said)
    return client.post(address, body, content_type="application/json")


def box(key: str, text: str, seen: int = 1) -> dict[str, Any]:
    return {"key": key, "seen": seen, "fields": {"text": text, "heading": "天 津"}}


def test_what_was_typed_is_offered_when_she_comes_back(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    answer = beat(lin, draft, {"boxes": [box(tianjin.key, "<p>没写完</p>")]}).json()
    assert answer["refused"] == ""
    (copy,) = lin.get(page_of(draft)).context["copies"]
    assert (copy["key"], copy["fields"]["text"]) == (tianjin.key, "<p>没写完</p>")


def test_saving_makes_it_superfluous(lin: Client, draft: Edition, tianjin: Part) -> None:
    beat(lin, draft, {"boxes": [box(tianjin.key, "<p>写完了</p>")]})
    form = unopened(draft) | opened(tianjin, saying(PART, "写完了"), "天津市")
    page = lin.post(page_of(draft), form, follow=True)
    assert page.context["copies"] == []
    assert tianjin.key in [one["key"] for one in page.context["saved"]]
    assert lin.get(page_of(draft)).context["saved"] == []


def test_what_a_save_stored_is_told_to_the_page_of_that_edition_alone(
    lin: Client, draft: Edition, tianjin: Part, people: People, office: Office
) -> None:
    """She submits and goes on to another draft: that one's browser copy is its own."""
    other = start_article(NOTICE, column=office.notices, by=people.lin)
    form = unopened(draft) | opened(tianjin, saying(PART, "写完了"), "天津市")
    lin.post(page_of(draft), form | {"then": "submit", "tab": "abc"})
    assert again(draft).state == State.IN_REVIEW
    assert lin.get(page_of(other)).context["saved"] == []
    recall(draft, by=people.lin)
    saved = lin.get(page_of(draft)).context["saved"]
    assert (tianjin.key, "abc") in [(one["key"], one["tab"]) for one in saved]


def test_what_a_partly_refused_save_stored_is_told_at_once(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    """Its own page says it; what was refused is in its fields again."""
    form = unopened(draft) | opened(tianjin, saying(PART, "写完了"), "天津市")
    wrong = {"head-closes_time": "09:00", "head-lead": "<p>言</p>"}
    page = lin.post(page_of(draft), form | wrong)
    assert [one["key"] for one in page.context["saved"]] == [tianjin.key]
    said = page.content.decode()
    assert 'data-box="head" data-typed' in said
    assert said.count("data-text data-start-open") == 1
    assert lin.get(page_of(draft)).context["saved"] == []


def test_what_was_offered_and_not_decided_outlives_a_saving(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    """The head is sent with every saving, as it stands; what she typed there before is not that."""
    head = {"key": "head", "seen": 1, "fields": {"title": "没存的标题"}}
    beat(lin, draft, {"boxes": [head, box(tianjin.key, "<p>写完了</p>")]})
    assert 'name="pending" value="head ' in lin.get(page_of(draft)).content.decode()
    form = unopened(draft) | opened(tianjin, saying(PART, "写完了"), "天津市")
    page = lin.post(page_of(draft), form | {"pending": "head"}, follow=True)
    assert [one["fields"]["title"] for one in page.context["copies"]] == ["没存的标题"]
    lin.post(page_of(draft), unopened(draft))
    assert not WorkingCopy.objects.exists()


def orders(edition: Edition) -> tuple[str, str]:
    """The keys of the parts as they stand, and turned round; as the page sends them."""
    keys = [part.key for part in edition.parts.all()]
    return " ".join(keys), " ".join(reversed(keys))


def test_an_order_is_kept_until_it_is_saved(lin: Client, draft: Edition) -> None:
    before, turned = orders(draft)
    order = {"key": "order", "seen": 0, "fields": {"order": turned, "before": before}}
    assert "order" in beat(lin, draft, {"boxes": [order]}).json()["kept"]
    (copy,) = lin.get(page_of(draft)).context["copies"]
    assert (copy["key"], copy["fields"]["order"]) == ("order", turned)
    lin.post(page_of(draft), unopened(draft))
    assert WorkingCopy.objects.filter(key="order").exists()  # offered, and not taken
    page = lin.post(page_of(draft), unopened(draft) | {"order": turned}, follow=True)
    assert "order" in [one["key"] for one in page.context["saved"]]
    assert orders(draft)[0] == turned
    assert not WorkingCopy.objects.filter(key="order").exists()


def test_what_was_moved_and_moved_back_is_not_offered_for_ever(lin: Client, draft: Edition) -> None:
    before, _ = orders(draft)
    order = {"key": "order", "seen": 0, "fields": {"order": before, "before": before}}
    beat(lin, draft, {"boxes": [order]})
    lin.post(page_of(draft), unopened(draft))
    assert not WorkingCopy.objects.filter(key="order").exists()


def test_who_may_not_put_them_in_order_keeps_no_order(draft: Edition, office: Office) -> None:
    office.hire("gui", Role.CONTRIBUTOR, region="520000")
    order = {"key": "order", "seen": 0, "fields": {"order": "x", "before": ""}}
    answer = beat(signed_in("gui"), draft, {"boxes": [order]}).json()
    assert (answer["kept"], "order" in answer["why"]) == ({}, True)


def test_another_window_of_hers_is_not_overwritten(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    first = beat(lin, draft, {"boxes": [box(tianjin.key, "<p>甲</p>")]}).json()["kept"]
    late = box(tianjin.key, "<p>乙</p>") | {"since": "2024-03-01T09:00:00+08:00"}
    answer = beat(lin, draft, {"boxes": [late]}).json()
    assert (answer["kept"], answer["elsewhere"]) == ({}, first)
    assert "另一个窗口" in answer["refused"]
    assert WorkingCopy.objects.get().fields["text"] == "<p>甲</p>"
    beat(lin, draft, {"boxes": [late | {"since": first[tianjin.key]}]})
    assert WorkingCopy.objects.get().fields["text"] == "<p>乙</p>"


def test_a_part_that_was_removed_is_called_so(
    lin: Client, draft: Edition, tianjin: Part, people: People
) -> None:
    form = unopened(draft) | opened(tianjin, saying(PART, "写完了"), "天津市")
    remove_part(tianjin, seen=1, by=people.lin)
    said = {"boxes": [box(tianjin.key, "<p>甲</p>")]}
    assert "已被删去" in beat(lin, draft, said).json()["refused"]
    (left,) = lin.post(page_of(draft), form).context["left"]
    assert (left.reason, "写完了" in left.html) == ("这一部分已被删去", True)


def test_she_may_not_want_it_any_more(lin: Client, draft: Edition, tianjin: Part) -> None:
    beat(lin, draft, {"boxes": [box(tianjin.key, "<p>不要了</p>")]})
    beat(lin, draft, {"gone": [tianjin.key]})
    assert not WorkingCopy.objects.exists()


def test_one_box_that_cannot_be_kept_costs_no_other(
    lin: Client, draft: Edition, tianjin: Part
) -> None:
    said = {"boxes": [box("zzzzzz", "<p>甲</p>"), box(tianjin.key, "<p>乙</p>")]}
    assert beat(lin, draft, said).json()["refused"]
    assert WorkingCopy.objects.get().key == tianjin.key


def test_nothing_hostile_is_kept(lin: Client, draft: Edition, tianjin: Part) -> None:
    for payload in PAYLOADS[::5]:
        beat(lin, draft, {"boxes": [box(tianjin.key, f"<p>字</p>{payload}")]})
        inspector = Inspector()
        inspector.feed(WorkingCopy.objects.get().fields["text"])
        assert [one for one in inspector.objections if not one.startswith("<h")] == [], payload


@pytest.mark.parametrize(
    "said",
    [
        *("", "[]", "1", "null", "{", '{"boxes": 1}', '{"boxes": [1]}', '{"boxes": [{}]}'),
        '{"boxes": [{"key": "head", "fields": []}]}',
        '{"open": {}}',
        '{"boxes": [{"key": "head", "fields": {}, "since": "gestern"}]}',
        '{"boxes": [{"key": "head", "fields": {}, "since": "2024-03-01T09:00:00"}]}',
        json.dumps({"boxes": [{"key": "head", "fields": {}}] * 100}),
        json.dumps({"boxes": [{"key": "head", "fields": {str(n): "" for n in range(99)}}]}),
    ],
)
def test_what_our_page_does_not_send_is_refused_with_a_sentence(
    lin: Client, draft: Edition, said: str
) -> None:
    answer = beat(lin, draft, said)
    assert answer.status_code == 400
    assert "不完整" in answer.json()["refused"]


@pytest.mark.parametrize("seen", [-1, 2**40, "1", None, True])
def test_absurd_values_do_no_harm(lin: Client, draft: Edition, tianjin: Part, seen: object) -> None:
    one = box(tianjin.key, "<p>\ud800\u0000字</p>") | {"seen": seen}
    assert beat(lin, draft, {"boxes": [one]}).status_code == 200
    assert "字" in WorkingCopy.objects.get().fields["text"]


def test_people_are_named_only_where_she_may_look(
    lin: Client, draft: Edition, tianjin: Part, office: Office, people: People
) -> None:
    other = draft.parts.exclude(pk=tianjin.pk).get()
    beat(lin, draft, {"open": [tianjin.key, other.key]})
    office.hire("gui", Role.CONTRIBUTOR, region="520000")
    answer = beat(signed_in("gui"), draft, {}).json()
    assert {key for _, key in answer["people"]} == {"", other.key}
    assert set(answer["revisions"]) == {other.key, "head"}


def test_without_its_token_nothing_is_kept(draft: Edition, people: People) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.login(username="lin", password="lin")
    assert beat(strict, draft, {}).status_code == 403


def test_the_desk_of_another_column_hears_nothing(draft: Edition, office: Office) -> None:
    office.hire("far", Role.EDITOR, column=office.notices)
    assert beat(signed_in("far"), draft, {}).status_code == 404
