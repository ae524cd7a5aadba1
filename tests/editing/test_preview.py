"""预览 in the admin: the public page itself, before it is public."""

import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins.models import Edition, PreviewLink, Role
from bulletins.previews import make_link
from bulletins.workflow import release
from tests.editing.doors import at_desk, page_of
from tests.office import Office, People, again, approved

pytestmark = pytest.mark.django_db


def framed(client: Client, edition: Edition) -> str:
    answer = client.get(page_of("preview_frame", edition))
    assert answer.status_code == 200
    return answer.content.decode()


# What needs a number or other articles: quoting and 更正此处, other forms, the record, the QR code
OF_THE_PUBLIC = [
    re.compile(r' data-(?:article|title|office|address|aloud)="[^"]*"'),
    re.compile(r'(?s)<p class="(?:forms|printed-from|wrong)">.*?</p>'),
    re.compile(r'<li class="to-compare">.*?</li>'),
    re.compile(r'(?s)<details class="digest">.*?</details>'),
]


def body(html: str) -> str:
    """Everything below the head, without the band and what makes links open outside the frame."""
    below = html.split("<body>")[1].replace(' target="_self"', "")
    return re.sub(r'(?s)\s*<div class="preview-band.*?</div>', "", below).replace("\n\n", "\n")


def test_it_is_the_public_page_to_the_letter(draft: Edition, people: People) -> None:
    edition = approved(draft, people)
    with time_machine.travel(timezone.now(), tick=False):
        before = framed(at_desk(people.lin), edition)
        release(edition, by=people.zhong)
        after = Client().get("/articles/1/").content.decode()
    for of_the_public_alone in OF_THE_PUBLIC:
        after = of_the_public_alone.sub("", after)
    assert re.sub(r"\s+", " ", body(before)) == re.sub(r"\s+", " ", body(after))
    assert "预览" in before
    assert "noindex" in before


def test_only_our_own_page_may_frame_it(draft: Edition, people: People) -> None:
    answer = at_desk(people.lin).get(page_of("preview_frame", draft))
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "script-src" not in answer["Content-Security-Policy"]
    around = at_desk(people.lin).get(page_of("preview", draft))
    assert "frame-ancestors 'none'" in around["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("asked", "width"), [("", "phone"), ("desktop", "desktop"), ("x", "phone")]
)
def test_two_links_switch_between_phone_and_desk(
    draft: Edition, people: People, asked: str, width: str
) -> None:
    said = at_desk(people.lin).get(page_of("preview", draft), {"at": asked}).content.decode()
    assert f'class="frame {width}"' in said
    assert 'href="?at=phone"' in said
    assert 'href="?at=desktop"' in said


def test_who_reads_but_does_not_write_makes_no_link(draft: Edition, people: People) -> None:
    chu = at_desk(people.chu)
    assert "建预览链接" not in chu.get(page_of("preview", draft)).content.decode()
    answer = chu.post(page_of("preview", draft), {"days": 7, "changes": draft.changes})
    assert "需要该栏目的编辑授权" in answer.content.decode()
    assert not PreviewLink.objects.exists()


def test_the_address_is_told_once(draft: Edition, people: People) -> None:
    lin = at_desk(people.lin)
    sent = {"days": 3, "changes": again(draft).changes, "note": "请王处长看"}
    said = lin.post(page_of("preview", draft), sent).content.decode()
    (address,) = re.findall(r'value="http://testserver(/preview/[^"]+/)"', said)
    assert "请王处长看" in said
    assert Client().post(address).status_code == 200
    later = lin.get(page_of("preview", draft)).content.decode()
    assert "/preview/" not in later.replace(page_of("preview", draft), "")
    assert "打开 1 次" in later


def test_days_beyond_a_month_are_refused_beside_their_field(draft: Edition, people: People) -> None:
    sent = {"days": 31, "changes": draft.changes}
    said = at_desk(people.lin).post(page_of("preview", draft), sent).content.decode()
    assert 'class="error"' in said
    assert not PreviewLink.objects.exists()


def test_it_is_taken_back_at_a_press(draft: Edition, people: People) -> None:
    fresh, lin = make_link(draft, by=people.lin), at_desk(people.lin)
    said = lin.post(page_of("preview", draft), {"revoke": fresh.link.pk}, follow=True)
    assert "已收回" in said.content.decode()
    assert "由lin收回" in said.content.decode()
    assert Client().get(f"/preview/{fresh.token}/").status_code == 404


def test_a_link_of_another_text_is_not_taken_back(
    draft: Edition, office: Office, people: People
) -> None:
    from bulletins.drafting import start_article
    from tests.office import NOTICE

    other = make_link(start_article(NOTICE, column=office.notices, by=people.lin), by=people.lin)
    mei = office.hire("mei", Role.EDITOR, column=office.news)
    for sent in (str(other.link.pk), "x", ""):
        said = at_desk(mei).post(page_of("preview", draft), {"revoke": sent}, follow=True)
        assert "没有找到" in said.content.decode()
    assert PreviewLink.objects.get().is_open()


def test_many_links_ask_no_more_of_the_database(draft: Edition, people: People) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            at_desk(people.lin).get(page_of("preview", draft))
        return len(queries)

    make_link(draft, by=people.lin)
    once = asked()
    for _ in range(4):
        make_link(draft, by=people.lin)
    assert asked() == once
