"""查找: every word, in what she may read, with the place where it stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import start_article
from bulletins.editing.desk import searching
from bulletins.editing.desk.searching import search
from bulletins.models import Edition, Role
from bulletins.permissions import scope_of
from tests.editing.doors import at_desk
from tests.office import NOTICE, Office, People

SEARCH = "/admin/bulletins/edition/search/"


def titles(user: User, typed: str) -> list[str]:
    return [str(one.edition) for one in search(user, scope_of(user), typed).found]


@pytest.mark.parametrize(
    "typed",
    ["多地推进", "定期巡查", "加强管理", "天 津", "扎实推进 定期巡查", "贵 巡查 多地"],
)
def test_title_headings_and_texts_are_found(draft: Edition, people: People, typed: str) -> None:
    assert titles(people.lin, typed) == ["多地推进网络工作"]


@pytest.mark.parametrize(
    "typed", ["", "  ", "没有的词", "巡查 没有的词", "%", "_", "\\", "\0", "'"]
)
def test_what_is_not_there_is_not_found(draft: Edition, people: People, typed: str) -> None:
    assert titles(people.lin, typed) == []


def test_letters_are_found_in_either_case(draft: Edition, office: Office, people: People) -> None:
    document = Document(title="IPv6 规模部署", parts=(DocumentPart(intro="<p>推进 5G 应用</p>"),))
    start_article(document, column=office.news, by=people.lin)
    assert titles(people.lin, "ipv6 5g") == ["IPv6 规模部署"]


def test_the_excerpt_shows_the_words_where_they_stand(draft: Edition, people: People) -> None:
    [found] = search(people.lin, scope_of(people.lin), "巡查").found
    assert ("巡查", True) in found.excerpt
    assert "".join(text for text, _ in found.excerpt).count("定期巡查。") == 1
    page = at_desk(people.lin).get(SEARCH, {"q": "巡查"}).content.decode()
    assert "定期<mark>巡查</mark>。" in page


def test_what_was_typed_and_what_was_found_is_text(office: Office, people: People) -> None:
    section = DocumentSection(1, "甲<script>乙", "<p>一&lt;b&gt;二</p>")
    document = Document(title="<i>标题</i>", parts=(DocumentPart(sections=(section,)),))
    start_article(document, column=office.news, by=people.lin)
    page = at_desk(people.lin).get(SEARCH, {"q": "<i>标题"}).content.decode()
    assert "<mark>&lt;i&gt;标题</mark>" in page
    assert "甲<script>" not in page
    assert 'value="&lt;i&gt;标题"' in page


def test_of_another_region_nothing_is_found(draft: Edition, office: Office, people: People) -> None:
    xin = office.hire("xin", Role.CONTRIBUTOR, region="120000")
    assert titles(xin, "定期巡查") == ["多地推进网络工作"]
    assert titles(xin, "组织培训") == []
    assert titles(xin, "提升能力") == []
    [found] = search(xin, scope_of(xin), "多地").found
    assert found.excerpt == []
    stranger = office.hire("stranger", Role.EDITOR, column=office.notices)
    assert titles(stranger, "多地") == []


def test_a_long_result_says_that_there_is_more(
    draft: Edition, office: Office, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST", 1)
    start_article(Document(title="多地发布"), column=office.notices, by=people.lin)
    findings = search(people.lin, scope_of(people.lin), "多地")
    assert ([str(one.edition) for one in findings.found], findings.more) == (["多地发布"], True)


def test_only_the_texts_changed_last_are_looked_through(
    draft: Edition, office: Office, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_article(NOTICE, column=office.notices, by=people.lin)
    monkeypatch.setattr(searching, "RECENT", 1)
    assert titles(people.lin, "巡查") == []
    assert titles(people.lin, "停机") == ["关于系统维护的通知"]
    assert titles(people.lin, "多地") == ["多地推进网络工作"]


def test_more_results_ask_no_more_of_the_database(
    draft: Edition, office: Office, people: People
) -> None:
    client = at_desk(people.lin)
    counts = []
    for _ in range(3):
        start_article(Document(title="多地发布"), column=office.notices, by=people.lin)
        with CaptureQueriesContext(connection) as asked:
            client.get(SEARCH, {"q": "多地"})
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2] <= 15
