"""词库: what may stand in it, who may say so, and what the search gets to know."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import AuditEntry, User
from bulletins.indexing import lexicon, rebuild
from bulletins.models import Edition, LexiconEntry, Role, SearchIndex
from bulletins.permissions import Refused
from bulletins.workflow.lexicon import remove_entry, save_entry
from tests.editing.doors import at_desk
from tests.office import Office, People, again, released
from tests.search.index.looking import numbers

pytestmark = pytest.mark.django_db
ADD = "/admin/bulletins/lexiconentry/add/"


@pytest.fixture
def wei(office: Office) -> User:
    return office.hire("wei", Role.ADMINISTRATOR)


def kept(kind: str, words: str, *, by: User) -> LexiconEntry:
    entry = LexiconEntry(kind=kind, words=words)
    save_entry(entry, by=by)
    return entry


def test_what_is_written_is_what_the_search_knows(wei: User) -> None:
    kept("synonyms", "网安、网络安全、网安\nＷＡ", by=wei)
    kept("word", "数字 惠民", by=wei)
    kept("stop_word", "关于", by=wei)
    assert lexicon.synonyms() == {
        "wa": ("网安", "网络安全"),
        "网安": ("wa", "网络安全"),
        "网络安全": ("wa", "网安"),
    }
    assert lexicon.words() == ("数字惠民",)
    assert lexicon.stop_words() == {"关于"}


def test_only_words_make_a_new_index(wei: User) -> None:
    before = lexicon.generation()
    kept("synonyms", "网安\n网络安全", by=wei)
    kept("stop_word", "关于", by=wei)
    assert lexicon.generation() == before
    word = kept("word", "数字惠民", by=wei)
    assert lexicon.generation() != before
    remove_entry(word, by=wei)
    assert lexicon.generation() == before


def test_the_page_says_that_words_wait_for_the_next_index(wei: User) -> None:
    client, page = at_desk(wei), "/admin/bulletins/lexiconentry/"
    kept("synonyms", "网安\n网络安全", by=wei)
    assert "重建检索" not in client.get(page).content.decode()
    kept("word", "数字惠民", by=wei)
    assert "等后台重建检索" in client.get(page).content.decode()
    SearchIndex.objects.update_or_create(pk=1, defaults={"building": "b", "done": 7})
    assert "正在重建检索，已完成 7 篇" in client.get(page).content.decode()
    list(rebuild())
    assert "重建检索" not in client.get(page).content.decode()


def test_it_is_asked_once_and_then_only_whether_it_changed(wei: User) -> None:
    entry = kept("synonyms", "网安\n网络安全", by=wei)
    lexicon.synonyms()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        lexicon.lexicon()
    assert len(asked) == 1
    entry.words = "网安\n网信安全"
    save_entry(entry, by=wei)
    assert lexicon.synonyms()["网安"] == ("网信安全",)


@pytest.mark.parametrize(
    ("kind", "words", "why"),
    [
        ("word", "，。", "没有写词"),
        ("word", "网", "2 到 20"),
        ("word", "字" * 21, "2 到 20"),
        ("word", "甲乙、丙丁", "只写一个"),
        ("stop_word", "关于、有关", "只写一个"),
        ("synonyms", "网安", "2 到 10"),
        ("synonyms", "网安\n网 安", "2 到 10"),
        ("synonyms", "、".join("甲乙丙丁戊己庚辛壬癸子"), "2 到 10"),
        ("synonyms", "网安\n信安", "已有“网安、网络安全”"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    kind: str, words: str, why: str, wei: User
) -> None:
    kept("synonyms", "网安\n网络安全", by=wei)
    with pytest.raises(Refused, match=why):
        kept(kind, words, by=wei)
    page = at_desk(wei).post(ADD, {"kind": kind, "words": words}).content.decode()
    assert why in page
    assert LexiconEntry.objects.count() == 1


def test_several_words_are_added_at_once_or_none_of_them(wei: User) -> None:
    client = at_desk(wei)
    client.post(ADD, {"kind": "word", "words": "数字惠民\r\n\r\n网络惠民\r\n数字 惠民\r\n银龄课堂"})
    assert lexicon.words() == ("数字惠民", "网络惠民", "银龄课堂")
    assert AuditEntry.objects.count() == 3
    page = client.post(ADD, {"kind": "word", "words": "一网通办\n网络惠民"}).content.decode()
    assert "词库里已有“网络惠民”" in page
    page = client.post(ADD, {"kind": "stop_word", "words": f"有关\n{'字' * 21}"}).content.decode()
    assert "1 到 20 个字" in page
    assert LexiconEntry.objects.count() == 3


def test_the_list_finds_a_word_however_it_is_written(wei: User) -> None:
    kept("synonyms", "网安\n网络安全", by=wei)
    client, page = at_desk(wei), "/admin/bulletins/lexiconentry/"
    assert "网安、网络安全" in client.get(page, {"q": "網 络"}).content.decode()
    assert "网安、网络安全" not in client.get(page, {"q": "信"}).content.decode()


def test_synonyms_and_stop_words_act_with_the_next_question(
    draft: Edition, people: People, wei: User
) -> None:
    released(draft, people)
    assert (numbers("走访"), numbers("关于 巡查")) == ([], [])
    kept("synonyms", "走访\n定期巡查", by=wei)
    kept("stop_word", "关于", by=wei)
    stop = kept("stop_word", "培训", by=wei)
    found = [again(draft).article.number]
    assert (numbers("走访"), numbers("关于 巡查")) == (found, found)
    assert numbers("培训") == found  # alone it is looked for
    assert numbers("“走访”") == []
    remove_entry(stop, by=wei)
    assert numbers("没有的 培训") == []


def test_an_entry_can_be_written_anew(wei: User) -> None:
    entry = kept("synonyms", "网安\n网络安全", by=wei)
    client = at_desk(wei)
    page = f"/admin/bulletins/lexiconentry/{entry.pk}/"
    client.post(f"{page}change/", {"kind": "synonyms", "words": "网安\n网络安全\n网信安全"})
    assert set(lexicon.synonyms()["网安"]) == {"网络安全", "网信安全"}
    client.post(f"{page}delete/", {"post": "yes"})
    assert lexicon.synonyms() == {}
    said = AuditEntry.objects.order_by("seq").values_list("action", "detail")
    assert list(said) == [
        ("save_entry", {"new": True, "kind": "synonyms"}),
        ("save_entry", {"changed": ["words", "folded"], "kind": "synonyms"}),
        ("remove_entry", {"kind": "synonyms"}),
    ]


def test_who_keeps_it_keeps_it_for_the_whole_site(office: Office, places: None) -> None:
    everywhere = office.hire("lin", Role.EDITOR)
    entry = kept("word", "数字惠民", by=everywhere)
    assert at_desk(everywhere).get(ADD).status_code == 200
    for other in (
        office.hire("tian", Role.EDITOR, region="120000"),
        office.hire("news", Role.EDITOR, column=office.news),
        office.hire("zhong", Role.FINAL_REVIEWER),
    ):
        assert at_desk(other).get(ADD).status_code == 403
        with pytest.raises(Refused, match="负责全站的编辑"):
            kept("word", "数字乡村", by=other)
        with pytest.raises(Refused, match="负责全站的编辑"):
            remove_entry(entry, by=other)
