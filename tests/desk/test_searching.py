"""查找: every word, in what she may read, with the place where it stands."""

from dataclasses import replace

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from bulletins import workflow
from bulletins.document.tree import Document, DocumentPart, DocumentSection
from bulletins.drafting import save_part, start_article
from bulletins.drafting.content import part_of
from bulletins.indexing import desk
from bulletins.indexing.passages import passages_of
from bulletins.indexing.tokens import pairs
from bulletins.indexing.writing import with_passages
from bulletins.models import Edition, IndexedEdition, Role
from bulletins.permissions import scope_of
from bulletins.search.desk import Findings, find_seen, finding, looking
from bulletins.search.finding.gathering import tiers_of
from tests.editing.doors import at_desk, page_of
from tests.office import GUIZHOU, PART, Office, People, again, released, saying

SEARCH = "/admin/bulletins/edition/search/"


def search(user: User, typed: str) -> Findings:
    return find_seen(typed, scope_of(user), timezone.now())


def titles(user: User, typed: str) -> list[str]:
    return [str(one.edition) for one in search(user, typed).groups]


def everything_said(findings: Findings) -> str:
    """What its page prints of the texts."""
    pieces = [piece for one in findings.groups for piece in one.title]
    for hit in (hit for one in findings.groups for hit in one.hits):
        pieces += [(hit.place, False), *hit.heading, *hit.excerpt]
    return "".join(text for text, _ in pieces)


@pytest.mark.parametrize(
    "typed",
    [
        *("多地推进", "定期巡查", "加强管理", "天 津", "ＴＪ", "jiaqiangguanli"),
        *("扎实推进 定期巡查", "贵 巡查 多地", "「定期巡查」", "地区:天津 巡查", "多地 -没有"),
    ],
)
def test_title_headings_and_texts_are_found(draft: Edition, people: People, typed: str) -> None:
    assert titles(people.lin, typed) == ["多地推进网络工作"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "没有的词",
        "巡查 没有的词",
        "%",
        "_",
        "\\",
        "\0",
        "'",
        '"',
        "@t",
        "地区:四川",
        "多地 -网络",
    ],
)
def test_what_is_not_there_is_not_found(draft: Edition, people: People, typed: str) -> None:
    assert titles(people.lin, typed) == []


def test_the_places_are_shown_and_led_to(draft: Edition, people: People) -> None:
    [found] = search(people.lin, "巡查").groups
    [hit] = found.hits
    assert (hit.place, hit.heading) == ("天津 · 二、", (("加强管理", False),))
    assert ("巡查", True) in hit.excerpt
    page = at_desk(people.lin).get(SEARCH, {"q": "巡查"}).content.decode()
    assert "定期<mark>巡查</mark>。" in page
    assert f"/change/#{hit.key}" in page


def test_a_text_that_stands_still_has_the_place_that_is_led_to(
    draft: Edition, people: People
) -> None:
    released(draft, people)
    [found] = search(people.lin, "巡查").groups
    page = at_desk(people.lin).get(page_of("change", found.edition)).content.decode()
    assert f'id="{found.hits[0].key}"' in page


def test_what_was_typed_and_what_was_found_is_text(office: Office, people: People) -> None:
    section = DocumentSection(1, "甲<script>乙", "<p>一&lt;b&gt;二</p>")
    document = Document(title="<i>标题</i>", parts=(DocumentPart(sections=(section,)),))
    start_article(document, column=office.news, by=people.lin)
    page = at_desk(people.lin).get(SEARCH, {"q": "标题 甲"}).content.decode()
    assert "&lt;i&gt;<mark>标题</mark>&lt;/i&gt;" in page
    assert "<script>乙" not in page
    page = at_desk(people.lin).get(SEARCH, {"q": '"><b>'}).content.decode()
    assert '"><b>' not in page


def test_what_was_changed_is_found_at_once_and_what_it_said_is_not(
    draft: Edition, people: People
) -> None:
    assert titles(people.lin, "定期巡查") == ["多地推进网络工作"]
    part = draft.parts.all()[0]
    save_part(part, saying(part_of(part), "每周走访"), seen=1, by=people.lin, aware=True)
    assert titles(people.lin, "每周走访") == ["多地推进网络工作"]
    assert titles(people.lin, "扎实推进") == []
    workflow.discard(again(draft), by=people.lin)
    assert titles(people.lin, "每周走访") == []


def test_what_is_public_is_found_too_and_once(draft: Edition, people: People) -> None:
    titles(people.lin, "巡查")
    released(draft, people)
    assert not IndexedEdition.objects.exists()
    assert titles(people.lin, "巡查") == ["多地推进网络工作"]
    workflow.withdraw(again(draft).article, "wrong", by=people.zhi, reason="误")
    list(desk.index_waiting())
    assert titles(people.lin, "巡查") == ["多地推进网络工作"]


def test_many_drafts_are_indexed_by_the_timetable(
    draft: Edition, office: Office, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        start_article(Document(title=f"第{number}件"), column=office.notices, by=people.lin)
    monkeypatch.setattr(desk, "AT_ONCE", 2)
    monkeypatch.setattr(desk, "STEP", 2)
    assert desk.freshen(2) == 2
    assert len(list(desk.index_waiting())) == 3
    assert list(desk.index_waiting()) == []
    assert titles(people.lin, "巡查") == ["多地推进网络工作"]


def test_where_nothing_is_found_what_public_texts_say_is_offered(
    draft: Edition, office: Office, people: People
) -> None:
    assert search(people.lin, "加强观理").meant == ()
    released(draft, people)
    assert search(people.lin, "加强观理").meant == ("加强管理",)
    assert search(people.lin, "「加强观理」").meant == ()
    page = at_desk(people.lin).get(SEARCH, {"q": "加强观理"}).content.decode()
    assert "您是不是要找" in page


def test_a_database_that_is_busy_only_puts_off_what_is_new(
    draft: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert titles(people.lin, "巡查") == ["多地推进网络工作"]

    def busy() -> int:
        raise OperationalError("database is locked")

    monkeypatch.setattr(finding, "freshen", busy)
    assert titles(people.lin, "巡查") == ["多地推进网络工作"]


@pytest.fixture
def secret(office: Office, people: People, places: None) -> Edition:
    """Two regions; 密… stands in all that who answers for 天津 alone may not read."""
    document = Document(
        title="多地推进网络工作",
        subtitle="密副题",
        lead="<p>密前言</p>",
        closing="<p>密落款</p>",
        source="密来源",
        responsible_editor="密编辑",
        document_number="密发〔2026〕7号",
        tags=("密标签",),
        parts=(
            PART,
            replace(
                GUIZHOU,
                heading="密地方",
                intro="<p>密导语</p>",
                sections=(DocumentSection(1, "密小节", "<p>密正文</p>"),),
            ),
        ),
    )
    return start_article(document, column=office.news, by=people.lin)


SECRETS = (
    *("密副题", "密前言", "密落款", "密来源", "密编辑", "密标签", "密地方", "密导语", "密小节"),
    *("密正文", "密发", "密", "贵州", "地区:贵州", "地区:贵州 多地", "标签:密标签", "mixiaojie"),
)
NARROW = [Role.EDITOR, Role.CONTRIBUTOR, Role.FIRST_REVIEWER, Role.FINAL_REVIEWER, Role.DESK]


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("role", NARROW)
def test_who_sees_a_part_finds_that_part_and_the_title(
    role: Role, public: bool, secret: Edition, office: Office, people: People
) -> None:
    if public:
        released(secret, people)
    xin = office.hire("xin", role, column=office.news, region="120000")
    assert titles(xin, "定期巡查") == ["多地推进网络工作"]
    assert titles(xin, "多地推进") == ["多地推进网络工作"]
    assert titles(xin, "地区:天津 巡查") == ["多地推进网络工作"]
    for typed in SECRETS:
        assert search(xin, typed).total == 0, typed
    for typed in ("多地", "多地 -密副题", "多地 -贵州", "多地 -密正文", "天津", "栏目:网上传播"):
        said = search(xin, typed)
        assert said.total == 1, typed
        assert "密" not in everything_said(said)
        assert "贵" not in everything_said(said)
    page = at_desk(xin).get(SEARCH, {"q": "多地"}).content.decode()
    assert "密" not in page.replace("修改密码", "")


@pytest.mark.parametrize("public", [False, True])
def test_every_two_characters_are_found_by_whom_they_are_for_and_by_nobody_else(
    public: bool, secret: Edition, office: Office, people: People
) -> None:
    if public:
        released(secret, people)
    xin = office.hire("xin", Role.CONTRIBUTOR, region="120000")
    hers, others = set[str](), set[str]()
    tianjin = secret.parts.get(region="120000").key
    for text in passages_of(with_passages(Edition.objects.all()).get(pk=secret.pk)):
        into = hers if text.part == tianjin else others
        into.update(pairs(text.body))
        (hers if text.kind == "t" else into).update(pairs(text.head))
    assert len(hers) > 20 < len(others - hers)
    for pair in hers:
        assert search(xin, f"“{pair}”").total == 1, pair
    for pair in others - hers:
        assert search(people.lin, f"“{pair}”").total == 1, pair
        assert search(xin, f"“{pair}”").total == 0, pair


def test_who_sees_all_of_it_finds_all_of_it(secret: Edition, people: People) -> None:
    for typed in SECRETS:
        if not typed.startswith("标签:"):  # a tag that nothing public bears is a word
            assert titles(people.lin, typed) == ["多地推进网络工作"], typed
    for typed, place in (("密编辑", "稿件信息"), ("密标签", "标签"), ("密落款", "落款")):
        [found] = search(people.lin, typed).groups
        assert [hit.place for hit in found.hits] == [place]


@pytest.mark.parametrize("role", [None, *NARROW])
def test_who_has_nothing_to_do_with_it_finds_nothing(
    role: Role | None, secret: Edition, office: Office, people: People
) -> None:
    other = office.hire("other", *([role] if role else []), column=office.notices, region="120000")
    south = office.hire("south", *([role] if role else []), column=office.news, region="510000")
    for typed in (*SECRETS, "多地", "定期巡查", "年:2026", "栏目:网上传播"):
        for person in (other, south):
            found = search(person, typed)
            assert (found.total, found.capped, found.pages) == (0, False, 1)


def test_grants_of_one_role_for_two_regions_add_up(
    secret: Edition, office: Office, people: People
) -> None:
    both = office.hire("both", Role.FIRST_REVIEWER, region="120000")
    from bulletins.models import Grant

    Grant.objects.create(user=both, role=Role.FIRST_REVIEWER, region_id="520000")
    assert titles(both, "密前言") == ["多地推进网络工作"]
    assert titles(both, "密正文") == ["多地推进网络工作"]


def test_an_editor_of_a_region_finds_a_draft_without_parts(
    office: Office, people: People, places: None
) -> None:
    start_article(Document(title="还没有地区稿"), column=office.news, by=people.lin)
    xin = office.hire("xin", Role.EDITOR, region="120000")
    assert titles(xin, "还没有") == ["还没有地区稿"]
    assert titles(office.hire("dan", Role.CONTRIBUTOR, region="120000"), "还没有") == []


def test_pages_of_answers(office: Office, people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "LENGTH", 2)
    for number in range(5):
        start_article(Document(title=f"多地发布{number}"), column=office.notices, by=people.lin)
    first = search(people.lin, "多地")
    assert (len(first.groups), first.total, first.pages) == (2, 5, 3)
    client = at_desk(people.lin)
    third = client.get(SEARCH, {"q": "多地", "page": "3"}).context["findings"]
    last = client.get(SEARCH, {"q": "多地", "page": "9999"}).context["findings"]
    assert [one.edition.pk for one in third.groups] == [one.edition.pk for one in last.groups]
    assert len(third.groups) == 1


def test_more_results_ask_no_more_of_the_database(
    draft: Edition, office: Office, people: People
) -> None:
    client = at_desk(people.lin)
    counts = []
    for _ in range(3):
        start_article(Document(title="多地发布"), column=office.notices, by=people.lin)
        client.get(SEARCH, {"q": "多地 发布"})
        with CaptureQueriesContext(connection) as asked:
            client.get(SEARCH, {"q": "多地 发布"})
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2] <= 100  # an engine asks several for one


def test_newer_drafts_of_others_do_not_hide_hers(
    draft: Edition, office: Office, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        looking,
        "tiers_of",
        lambda *asked: ((tier._replace(most=1), sought) for tier, sought in tiers_of(*asked)),
    )
    search(people.lin, "组织培训")  # hers is indexed before theirs
    for number in range(3):
        theirs = Document(title=f"别处{number}", parts=(replace(GUIZHOU, region="430000"),))
        start_article(theirs, column=office.news, by=people.lin)
    mine = office.hire("xin", Role.CONTRIBUTOR, region="520000")
    assert titles(mine, "组织培训") == ["多地推进网络工作"]
