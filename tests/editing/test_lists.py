"""Django's own lists and forms, in our words, and silent about what is not this person's."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from bulletins import workflow
from bulletins.drafting import start_article, start_edition
from bulletins.editing.admin.deeds import DEEDS
from bulletins.editing.admin.states import all_words, in_state, shown_state
from bulletins.models import Article, Edition, Grant, Role
from bulletins.permissions import scope_of
from bulletins.permissions.visibility import sees_whole, visible_whole
from bulletins.workflow.verbs import VERBS
from tests.editing.doors import at_desk
from tests.office import BULLETIN, NOTICE, Office, People, again, approved, released, submitted

ROOT = Path(__file__).resolve().parents[2]
LIST = "/admin/bulletins/edition/"
# What stands on a page in Latin letters because somebody typed it there, or because it is a code.
TYPED = re.compile("xlsx|csv|news|local|notices|edition|article|column|user|Word|tianjin")


def shown(client: Client, **asked: str) -> str:
    page = client.get(LIST, asked).content.decode()
    found = re.search(r"<main.*?</main>", page, re.DOTALL)
    assert found
    return found[0]


@pytest.fixture
def every_state(office: Office, people: People, places: None) -> list[Edition]:
    """One edition in each state there is."""

    def new() -> Edition:
        return start_article(NOTICE, column=office.notices, by=people.lin)

    draft, aside, given_up, waiting = new(), new(), new(), submitted(new(), people)
    workflow.set_aside(aside, by=people.lin)
    workflow.discard(given_up, by=people.lin)
    ready, replaced, later = (
        approved(new(), people),
        released(new(), people),
        approved(new(), people),
    )
    workflow.release(later, by=people.zhong, at=timezone.now() + timedelta(days=1))
    following = start_edition(replaced.article, by=people.lin)
    Edition.objects.filter(pk=following.pk).update(change_kind="minor", title="新的标题")
    released(again(following), people)
    gone, filed, over = (released(new(), people) for _ in range(3))
    workflow.withdraw(gone.article, "wrong", by=people.zhi, reason="误")
    workflow.archive(filed.article, by=people.zhi)
    now = timezone.now()
    Article.objects.filter(pk=over.article_id).update(ends_at=now)
    Edition.objects.filter(pk=over.pk).update(live_until=now)
    came_back = released(new(), people)
    workflow.withdraw(came_back.article, "checking", by=people.zhi, reason="核")
    workflow.restore(came_back.article, by=people.zhong)
    return [again(one) for one in (draft, aside, given_up, waiting, ready, replaced, later)]


def test_each_state_is_found_under_the_word_it_is_shown_with(every_state: list[Edition]) -> None:
    for edition in Edition.objects.all():
        words = shown_state(edition)
        found = [name for name in all_words() if edition in Edition.objects.filter(in_state(name))]
        assert found == [words]
    assert {shown_state(one) for one in Edition.objects.all()} == set(all_words())


@pytest.mark.usefixtures("every_state")
def test_the_list_is_filtered_by_the_words_of_the_office(people: People) -> None:
    lin = at_desk(people.lin)
    assert "共 1 条" in shown(lin, state="待签发")
    assert "共 2 条" in shown(lin, state="已被替换")
    assert "共 1 条" in shown(lin, state="已撤下")
    assert "共 0 条" in shown(lin, state="不存在的状态")


def test_the_filters_name_only_columns_she_sees_something_in(
    draft: Edition, office: Office, people: People
) -> None:
    start_article(NOTICE, column=office.notices, by=people.lin)
    both, one = shown(at_desk(people.lin)), office.hire("one", Role.EDITOR, column=office.notices)
    assert "网上传播" in both
    assert "通知公告" in both
    only = shown(at_desk(one))
    assert "通知公告" in only
    assert "网上传播" not in only
    assert "共 1 条" in only
    assert "共 0 条" in shown(at_desk(one), column="news")
    assert "共 0 条" in shown(at_desk(one), q="多地推进")


@pytest.mark.parametrize(
    "asked", ["lead__contains", "digest__startswith", "column__name", "parts__intro__contains"]
)
def test_a_list_answers_no_questions_of_its_own(draft: Edition, office: Office, asked: str) -> None:
    xin = at_desk(office.hire("xin", Role.CONTRIBUTOR, region="120000"))
    assert xin.get(LIST, {asked: "网"}).status_code == 400


def test_a_document_number_is_found_by_who_may_read_it(
    draft: Edition, office: Office, people: People
) -> None:
    Edition.objects.filter(pk=draft.pk).update(document_number="津网办〔2021〕7号")
    xin = office.hire("xin", Role.CONTRIBUTOR, region="120000")
    assert "共 1 条" in shown(at_desk(people.lin), q="〔2021〕7号")
    assert "共 1 条" in shown(at_desk(people.lin), q="多地推进")
    assert "共 0 条" in shown(at_desk(xin), q="〔2021〕7号")
    assert "共 1 条" in shown(at_desk(xin), q="多地推进")


@pytest.mark.parametrize("role", [Role.EDITOR, Role.FIRST_REVIEWER, Role.CONTRIBUTOR])
@pytest.mark.parametrize("regions", ["120000", "520000", "430000", "120000 520000"])
def test_what_she_sees_whole_is_the_same_of_one_and_of_all(
    office: Office, people: People, places: None, role: Role, regions: str
) -> None:
    for parts in (BULLETIN.parts, BULLETIN.parts[:1], BULLETIN.parts[1:], NOTICE.parts):
        document = type(BULLETIN)(title="通报", parts=parts)
        start_article(document, column=office.news, by=people.lin)
    user = office.hire("one")
    for code in regions.split():
        Grant.objects.create(user=user, role=role, column=office.news, region_id=code)
    scope = scope_of(user)
    one_by_one = {one.pk for one in Edition.objects.all() if sees_whole(scope, one)}
    assert set(visible_whole(user).values_list("pk", flat=True)) == one_by_one


def test_a_nul_in_a_search_is_no_failure(draft: Edition, people: People) -> None:
    assert at_desk(people.lin).get(LIST, {"q": "网\0络"}).status_code == 200
    assert at_desk(people.lin).get(LIST, {"state": "网\0络"}).status_code == 200


def test_every_deed_in_the_chain_has_a_word() -> None:
    sources = [path.read_text() for path in (ROOT / "bulletins").rglob("*.py")]
    said = {
        name
        for text in sources
        for pattern in (r'record\("(\w+)"', r'changed\(edition, "(\w+)"', r'way: str = "(\w+)"')
        for name in re.findall(pattern, text)
    }
    assert said
    assert said <= DEEDS.keys() | VERBS.keys()


def test_the_audit_list_speaks_the_office_s_words(draft: Edition, office: Office) -> None:
    page = at_desk(office.hire("shen", Role.AUDITOR)).get("/admin/accounts/auditentry/")
    assert "新建稿件" in page.content.decode()
    assert f"版本 {draft.pk}" in page.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/login/",
        "/admin/password_change/",
        "/admin/accounts/user/",
        "/admin/accounts/user/add/",
        "/admin/accounts/auditentry/",
        "/admin/accounts/auditentry/1/change/",
        "/admin/bulletins/column/",
        "/admin/bulletins/column/add/",
        "/admin/bulletins/edition/",
        "/admin/bulletins/grant/",
        "/admin/bulletins/grant/add/",
        "/admin/bulletins/source/",
        "/admin/bulletins/source/add/",
        "/admin/regions/region/",
        "/admin/regions/region/120000/change/",
        "/admin/regions/region/120000/history/",
    ],
)
def test_stock_pages_speak_chinese(draft: Edition, office: Office, address: str) -> None:
    client = at_desk(office.hire("wei", Role.ADMINISTRATOR))
    page = client.get(address).content.decode()
    visible = re.sub(r"<(script|style|svg|option)\b.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    named = " ".join(re.findall(r'(?:title|aria-label|placeholder|alt)="([^"]*)"', page))
    said = re.sub(r"\w*\d\w*", " ", unescape(f"{visible} {named}"))  # codes, digests
    words = set(re.findall(r"[A-Za-z]{3,}", said)) - set(
        User.objects.values_list("username", flat=True)
    )
    assert {word for word in words if not TYPED.fullmatch(word)} == set()


def test_a_region_is_typed_by_its_name(office: Office, places: None) -> None:
    wei, xin = office.hire("wei", Role.ADMINISTRATOR), office.hire("xin")
    client = at_desk(wei)
    typed = {"user": xin.pk, "role": "contributor", "region": "天津"}
    client.post("/admin/bulletins/grant/add/", typed)
    assert Grant.objects.get(user=xin).region_id == "120000"
    unsure = client.post("/admin/bulletins/grant/add/", typed | {"region": "鼓楼"})
    assert "鼓楼" in unsure.content.decode()
    assert Grant.objects.filter(user=xin).count() == 1
    row = client.get("/admin/regions/region/120116/change/").content.decode()
    assert 'value="120000"' in row


def test_nothing_is_found_out_by_autocomplete(draft: Edition, office: Office) -> None:
    asked = {"app_label": "bulletins", "model_name": "part", "field_name": "edition", "term": "多"}
    for role in (Role.EDITOR, Role.ADMINISTRATOR):
        client = at_desk(office.hire(role.value, role))
        assert client.get("/admin/autocomplete/", asked).status_code == 404
