"""What is to be found is found, however much stands before it that only looks like it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone

from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import start_article
from bulletins.indexing import engine
from bulletins.models import Edition
from bulletins.search.finding import find, gathering, reading
from bulletins.search.query import known_at, understand
from tests.office import Office, People, released
from tests.search.index.looking import numbers

Say = Callable[[str, str], Edition]
LIKE = "办公有序。公安到场。安全无事。共安"


@pytest.fixture
def say(office: Office, people: People) -> Say:
    return lambda title, text: released(
        start_article(
            Document(title=title, parts=(DocumentPart(intro=f"<p>{text}</p>"),)),
            column=office.notices,
            by=people.lin,
        ),
        people,
    )


@pytest.fixture
def few_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """One passage at a time, as if a site had a thousand times as many."""
    tiers_of = gathering.tiers_of
    monkeypatch.setattr(
        gathering,
        "tiers_of",
        lambda *asked: ((tier._replace(most=1), sought) for tier, sought in tiers_of(*asked)),
    )
    monkeypatch.setattr(reading, "WIDE", 2)


@pytest.mark.parametrize("typed", ["公安全", "办公安全"])
def test_what_only_has_its_pairs_hides_nothing(say: Say, few_are_read: None, typed: str) -> None:
    wanted = say("检查情况", "抓好办公安全。").article.number
    for n in range(4):
        say(f"巡查情况{n}", LIKE)
    assert numbers(typed)[:1] == [wanted]


def test_what_is_excluded_is_on_no_page(say: Say, few_are_read: None) -> None:
    wanted = [say(f"培训{n}", "网络培训。").article.number for n in range(3)]
    say("生产", "网络和安全生产。")
    say("生产二", "网络和安全生产。")
    assert sorted(numbers("网络 -安全生产")) == wanted


LONG = "关于做好今年全省网络安全和信息化领域重点工作任务分工以及督促检查考核评价等有关事项并进一步加强组织领导和经费保障工作机制建设的通知"
PARTED = "网信办、公安厅、教育厅、财政厅、商务厅、文旅厅、税务局、药监局、气象局、烟草局通告"


@pytest.mark.parametrize("title", [LONG, PARTED, "网络安全，网络安全"])
def test_a_title_typed_as_it_is_stands_first(say: Say, title: str) -> None:
    wanted = say(title, "全文如下。").article.number
    say(f"{title}（续）", f"{title}。{title}。{title}。")
    assert numbers(title)[0] == wanted


def test_an_engine_that_gives_up_is_no_error(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found until then is the answer."""
    live = say("关于办公秩序的通知", "请保持安静。")
    asking, asked = engine().Asking.find, list[object]()

    def find(self: object, *what: object, **more: object) -> Any:
        asked.append(what)
        if len(asked) > 2:
            raise OperationalError("canceling statement due to statement timeout")
        return asking(self, *what, **more)

    monkeypatch.setattr(engine().Asking, "find", find)
    assert numbers("办公秩序") == [live.article.number]
    assert len(asked) == 3


def test_whom_the_title_leads_to_is_shown_the_section(say: Say) -> None:
    """Though, of all that says it, only titles were looked for."""
    say("防汛工作安排", "落实防汛值班。")
    found = find(understand("防汛工作安排", known_at(timezone.now())), now=timezone.now())
    [group] = found.groups
    [hit] = group.hits
    assert [text for text, is_said in hit.excerpt if is_said] == ["防汛"]
