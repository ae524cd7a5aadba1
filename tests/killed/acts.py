"""What may be done now: a verb, and something to do it to; chosen by a seed."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from bulletins import drafting, workflow
from bulletins.drafting.content import part_of
from bulletins.models import Article, Edition, State
from bulletins.workflow.articles.validity import Force
from bulletins.workflow.articles.withdrawing import Explanation
from bulletins.workflow.stages import reviewer_role
from bulletins.workflow.standing import standing_withdrawal
from tests.killed.world import World
from tests.office import saying

# What is erased is gone for the rest of the test.
LOOKED_AT = 3  # articles at a time
WEIGHTS = {"erase": 0.4}


@dataclass(frozen=True)
class Act:
    """name: as the audit chain says it. take: does it."""

    name: str
    article: int
    take: Callable[[], object]


def chosen(world: World, luck: Random, met: Counter[str]) -> Act:
    """One that can be done to some article; rather a verb that was not met often.

    Every other time to one that is on its way, for there are few of them.
    """
    articles = list(Article.objects.filter(erased_at=None).order_by("pk"))
    on_the_way = Q(editions__state=State.IN_REVIEW) | Q(editions__live_from__gt=timezone.now())
    few = list(Article.objects.filter(on_the_way, erased_at=None).order_by("pk").distinct())
    acts: list[Act] = []
    while not acts:
        some = few if len(few) and luck.random() < 0.5 else articles
        some = luck.sample(some, min(len(some), LOOKED_AT))
        acts = [act for article in some for act in _possible(article, world, luck)]
    weights = [WEIGHTS.get(act.name, 1.0) / (1 + met[act.name]) ** 2 for act in acts]
    return luck.choices(acts, weights)[0]


def _possible(article: Article, world: World, luck: Random) -> Iterator[Act]:
    editions = article.editions.select_related("article", "column").order_by("pk")
    for edition in editions:
        yield from _of_edition(edition, world, luck)
    if article.number:
        yield from _of_article(article, world, luck)


def _act(
    name: str, verb: Callable[..., object], it: Any, by: User, *words: Any, **said: Any
) -> Act:
    article = it.article_id if isinstance(it, Edition) else it.pk
    return Act(name, article, lambda: verb(it, *words, by=by, **said))


def _of_edition(edition: Edition, world: World, luck: Random) -> Iterator[Act]:
    lin, zhong, zhi = world.people.lin, world.people.zhong, world.people.zhi
    withdrawn = standing_withdrawal(edition.article) is not None
    match edition.state:
        case State.DRAFT:
            yield _act("submit", workflow.submit, edition, lin)
            yield _act("set_aside", workflow.set_aside, edition, lin)
            yield _act("discard", workflow.discard, edition, lin)
            yield _save_part(edition, lin, luck)
        case State.SET_ASIDE if not edition.article.editions.open().exists():
            yield _act("resume", workflow.resume, edition, lin)
        case State.IN_REVIEW:
            yield _act("recall", workflow.recall, edition, lin)
            yield from _of_review(edition, world)
            if edition.is_ready:
                yield _act("release", workflow.release, edition, zhong)
            if edition.is_ready and not withdrawn:
                later = timezone.now() + timedelta(days=1 + 8 * luck.random())
                yield _act("release", workflow.release, edition, zhong, at=later)
            elif not withdrawn and not edition.is_ready:
                urgent = workflow.release_urgently
                yield _act("release_urgently", urgent, edition, zhi, reason="台风")
        case State.RELEASED if edition.is_scheduled():
            later = timezone.now() + timedelta(days=1 + 8 * luck.random())
            yield _act("cancel_release", workflow.cancel_release, edition, zhong)
            yield _act("reschedule", workflow.reschedule, edition, zhong, at=later)


def _of_review(edition: Edition, world: World) -> Iterator[Act]:
    reader, digest = world.reviewer(reviewer_role(edition)), edition.digest
    if not edition.is_ready:
        yield _act("approve", workflow.approve, edition, reader, digest=digest, comment="可")
    back = workflow.send_back
    yield _act("send_back", back, edition, reader, digest=digest, reason="请核对")


def _save_part(edition: Edition, by: User, luck: Random) -> Act:
    part = edition.parts.all()[0]
    said = saying(part_of(part), f"又一稿{luck.random()}")
    seen = part.revision
    return Act(
        "save_part",
        edition.article_id,
        lambda: drafting.save_part(part, said, seen=seen, by=by, aware=True),
    )


def _of_article(article: Article, world: World, luck: Random) -> Iterator[Act]:
    zhi, boss = world.people.zhi, world.boss
    live = article.editions.live().first()
    withdrawn = standing_withdrawal(article)
    if withdrawn:
        yield _act("restore", workflow.restore, article, world.people.zhong)
        yield _act("erase", workflow.erase, article, boss, reason="依申请")
        yield _act("explain", workflow.explain, article, zhi, _explanation(luck))
    if live is None:
        return
    yield _act("withdraw", workflow.withdraw, article, zhi, "wrong", reason="误")
    if not article.editions.open().exists():
        yield _act("start_edition", drafting.start_edition, article, world.people.lin, kind="minor")
    away = "unarchive" if article.archived_at else "archive"
    yield _act(away, getattr(workflow, away), article, zhi)
    yield _act("set_validity", workflow.set_validity, article, zhi, _force(luck))
    if article.first_published_at:
        earlier = article.first_published_at - timedelta(days=1 + 9 * luck.random())
        yield _act("backdate", workflow.backdate, article, boss, at=earlier, reason="迁移有误")
    if not article.editions.scheduled().exists():
        end = None if article.ends_at else timezone.now() + timedelta(days=20 + 70 * luck.random())
        yield _act("set_end", workflow.set_end, article, zhi, at=end)
    until = timezone.now() + timedelta(days=1 + 89 * luck.random())
    yield _act("place", workflow.place, live, zhi, {live.column_id: until})
    if live.closes_at:
        over = "reopen" if article.closed_at else "close"
        yield _act(over, getattr(workflow, over), article, zhi)
        later = live.closes_at + timedelta(days=1 + 9 * luck.random())
        yield _act("extend", workflow.extend, article, zhi, at=later)


def _explanation(luck: Random) -> Explanation:
    """Never the same twice: what changes nothing would be an entry without a change."""
    return Explanation(f"数字有误，见更正 {luck.random()}。")


def _force(luck: Random) -> Force:
    return Force("valid", basis=f"办法第 {luck.random()} 条")
