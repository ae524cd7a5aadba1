"""Preview links: for one text, for some days, until taken back; and nothing else opens by them."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEntry
from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import save_head, save_part, start_edition
from bulletins.drafting.content import part_of
from bulletins.drafting.head import head_of
from bulletins.files import store_attachment
from bulletins.models import Edition, PreviewLink, PreviewUse
from bulletins.permissions import Refused
from bulletins.previews import FreshLink, make_link, revoke_link
from bulletins.workflow import recall, release, submit, withdraw
from tests.office import People, again, approved, released, saying, scheduled, submitted

TITLE = "多地推进网络工作"


@pytest.fixture
def fresh(draft: Edition, people: People) -> FreshLink:
    return make_link(draft, by=people.lin)


def place(fresh: FreshLink, more: str = "") -> str:
    return f"/preview/{fresh.token}/{more}"


def opened(client: Client, fresh: FreshLink) -> str:
    """What comes after the press; "" where there is nothing."""
    answer = client.post(place(fresh))
    return answer.content.decode() if answer.status_code == 200 else ""


def rewrite(edition: Edition, people: People) -> None:
    part = edition.parts.all()[0]
    save_part(part, saying(part_of(part), "改"), seen=part.revision, by=people.lin)


def test_a_stranger_reads_the_draft_after_a_press(client: Client, fresh: FreshLink) -> None:
    assert TITLE not in client.get(place(fresh)).content.decode()
    html = opened(client, fresh)
    assert f"<h1>{TITLE}</h1>" in html
    assert "办好网站" in html
    assert "<b>预览</b>" in html


def test_nothing_keeps_it_or_tells_of_it(client: Client, fresh: FreshLink) -> None:
    for answer in (client.get(place(fresh)), client.post(place(fresh))):
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Content-Security-Policy"]
        assert not answer.cookies


def test_it_opens_in_a_browser_that_checks_forms(fresh: FreshLink) -> None:
    """With no-referrer a browser sends Origin: null."""
    strict = Client(enforce_csrf_checks=True, headers={"origin": "null"})
    assert TITLE in opened(strict, fresh)


def test_a_look_is_no_use_and_each_press_is_one(client: Client, fresh: FreshLink) -> None:
    client.get(place(fresh))
    client.head(place(fresh))
    assert PreviewUse.objects.count() == 0
    opened(client, fresh)
    opened(client, fresh)
    assert fresh.link.uses.count() == 2


def test_any_change_closes_it_and_says_only_that(
    client: Client, draft: Edition, fresh: FreshLink, people: People
) -> None:
    rewrite(draft, people)
    for answer in (client.get(place(fresh)), client.post(place(fresh))):
        said = answer.content.decode()
        assert answer.status_code == 404
        assert "稿件又改过" in said
        assert TITLE not in said
    assert fresh.link.uses.count() == 0


def test_submitting_and_taking_back_the_same_text_changes_nothing(
    client: Client, draft: Edition, fresh: FreshLink, people: People
) -> None:
    submit(draft, by=people.lin)
    assert TITLE in opened(client, fresh)
    recall(again(draft), by=people.lin)
    assert TITLE in opened(client, fresh)


def test_it_runs_out_after_a_week(client: Client, fresh: FreshLink) -> None:
    week = timedelta(days=7)
    with time_machine.travel(fresh.link.made_at + week - timedelta(seconds=1)):
        assert opened(client, fresh)
    with time_machine.travel(fresh.link.made_at + week):
        assert client.get(place(fresh)).status_code == 404
        assert not opened(client, fresh)


@pytest.mark.parametrize("days", [0, -1, 31])
def test_nobody_makes_one_for_longer_than_a_month(
    draft: Edition, people: People, days: int
) -> None:
    with pytest.raises(Refused, match="1 到 30 天"):
        make_link(draft, by=people.lin, days=days)
    assert make_link(draft, by=people.lin, days=30)


def test_taken_back_it_answers_like_one_that_never_was(
    client: Client, draft: Edition, fresh: FreshLink, people: People
) -> None:
    revoke_link(draft, fresh.link.pk, by=people.lin)
    elsewhere = f"/preview/{'a' * 43}/"
    dead, never = client.get(place(fresh)), client.get(elsewhere)
    # Only the address that was asked for differs: 「告诉我们」 names it.
    told = dead.content.decode().replace(quote(place(fresh), safe=""), quote(elsewhere, safe=""))
    assert (dead.status_code, told) == (404, never.content.decode())
    assert not opened(client, fresh)


def test_what_readers_can_see_themselves_needs_no_link(
    client: Client, draft: Edition, fresh: FreshLink, people: People
) -> None:
    edition = approved(draft, people)
    assert opened(client, fresh)
    release(edition, by=people.zhong)
    assert client.get(place(fresh)).status_code == 404
    with pytest.raises(Refused, match="已签发"):
        make_link(again(edition), by=people.lin)


def test_what_waits_for_its_time_can_still_be_shown(
    client: Client, draft: Edition, people: People
) -> None:
    edition = scheduled(draft, people, timezone.now() + timedelta(days=1))
    assert TITLE in opened(client, make_link(edition, by=people.lin))


def test_who_looked_at_an_older_text_gives_no_newer_one_away(
    draft: Edition, people: People
) -> None:
    seen = again(draft).changes
    rewrite(draft, people)
    with pytest.raises(Refused, match="又有改动"):
        make_link(draft, by=people.lin, changes=seen)


def test_the_token_is_nowhere_in_the_database(fresh: FreshLink) -> None:
    assert len(fresh.token) >= 43
    rows = [*PreviewLink.objects.values(), *AuditEntry.objects.values()]
    assert not [row for row in rows if fresh.token in str(row)]


def test_the_chain_knows_who_made_it_and_who_took_it_back(draft: Edition, people: People) -> None:
    fresh = make_link(draft, by=people.lin, note="请王处长看")
    revoke_link(draft, fresh.link.pk, by=people.lin)
    revoke_link(draft, fresh.link.pk, by=people.lin)
    made, revoked = AuditEntry.objects.filter(action__contains="preview_link").order_by("seq")
    assert (made.action, revoked.action) == ("make_preview_link", "revoke_preview_link")
    assert made.detail == {"edition": 1, "link": fresh.link.pk, "days": 7}
    assert "王处长" not in str(made.detail)


@pytest.fixture
def with_file(draft: Edition, people: People) -> str:
    """The draft with an attachment; out comes its SHA-256."""
    file = store_attachment(b"%PDF-1.7\n...", "名单.pdf", by=people.lin)
    head = head_of(again(draft))
    attached = (DocumentAttachment("名单", f"file:{file.pk}"),)
    wanted = replace(head, document=replace(head.document, attachments=attached))
    save_head(draft, wanted, seen=again(draft).revision, by=people.lin)
    return file.pk


def test_files_of_the_draft_come_with_the_link_and_only_with_it(
    client: Client, draft: Edition, with_file: str, people: People
) -> None:
    fresh = make_link(again(draft), by=people.lin)
    assert place(fresh, f"files/{with_file}") in opened(client, fresh)
    answer = client.get(place(fresh, f"files/{with_file}"))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert [use.file_id for use in fresh.link.uses.all()] == [None, with_file]
    for elsewhere in (f"/preview/{'a' * 43}/files/{with_file}", f"/articles/1/files/{with_file}"):
        assert client.get(elsewhere).status_code == 404


def test_no_file_of_another_text_comes_by_it(
    client: Client, draft: Edition, fresh: FreshLink, people: People
) -> None:
    other = store_attachment(b"%PDF-1.7\nother", "别的.pdf", by=people.lin)
    assert client.get(place(fresh, f"files/{other.pk}")).status_code == 404


def test_files_go_when_the_text_goes(
    client: Client, draft: Edition, with_file: str, people: People
) -> None:
    fresh = make_link(again(draft), by=people.lin)
    rewrite(again(draft), people)
    assert client.get(place(fresh, f"files/{with_file}")).status_code == 404


def test_a_draft_is_shown_with_the_names_it_will_have(
    client: Client, draft: Edition, fresh: FreshLink, people: People
) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        html = opened(client, fresh)
        submitted(draft, people)
        assert opened(client, fresh) == html
    assert 'rel="tag">网络</a>' in html
    assert ">贵州</a>" in html


@pytest.mark.parametrize("kind", ["privacy", "wrong"])
def test_a_withdrawal_for_a_persons_sake_closes_every_link_of_the_article(
    client: Client, draft: Edition, people: People, kind: str
) -> None:
    live = released(draft, people)
    fresh = make_link(start_edition(live.article, by=people.lin), by=people.lin)
    assert TITLE in opened(client, fresh)
    withdraw(live.article, kind, by=people.zhi, reason="依申请")
    link = PreviewLink.objects.get()
    entry = AuditEntry.objects.get(action="withdraw")
    if kind == "privacy":
        assert opened(client, fresh) == ""
        assert link.revoked_by == people.zhi
        assert entry.detail["links"] == [link.pk]
    else:
        assert TITLE in opened(client, fresh)
        assert "links" not in entry.detail
