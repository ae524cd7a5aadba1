"""What became of an article after its release: facts for its edition's page, and the verbs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from accounts.models import User
from bulletins.document.moments import write_moment
from bulletins.document.wording import day, deadline, spoken
from bulletins.models import Article, Edition, Withdrawal
from bulletins.permissions import Scope
from bulletins.workflow.options import article_options
from bulletins.workflow.standing import speaking_edition, standing_withdrawal
from bulletins.workflow.verb import Verb

# Copies that nobody here can take back: whoever withdraws is reminded of them.
ELSEWHERE = (
    "搜索引擎的快照：到各搜索引擎的“快照更新”“死链提交”处申请删除",
    "公众号、微博等本单位账号上的同一内容：删除或改正",
    "转载方：发函请其删除或改正",
    "已发出的邮件、纸质件、群里的截图：告知收到的人",
)


@dataclass(frozen=True, slots=True)
class ArticleBox:
    """facts: what is so now, in sentences. elsewhere: what to see to while it is withdrawn.

    address: where readers find it, or what it says to them instead; "" before its time. earlier:
    the same as it stood when it was last public, and from there at any moment; "" if erased.
    """

    facts: list[str]
    options: list[Verb]
    address: str
    earlier: str = ""
    elsewhere: tuple[str, ...] = ()


def article_box(edition: Edition, *, by: User, scope: Scope) -> ArticleBox | None:
    """None for an article of which nothing was released."""
    article = edition.article
    speaking = speaking_edition(article) if article.number else None
    if speaking is None or speaking.live_from is None:
        return None
    speaking.article = article
    withdrawn = standing_withdrawal(article)
    facts = list(_facts(article, speaking, withdrawn))
    options = list(article_options(speaking, by=by, scope=scope))
    address = "" if speaking.is_scheduled() else f"/articles/{article.number}/"
    seen = address and not article.erased_at
    earlier = f"{address}?at={write_moment(_last_moment(speaking))}" if seen else ""
    return ArticleBox(facts, options, address, earlier, ELSEWHERE if withdrawn else ())


def _last_moment(speaking: Edition) -> datetime:
    """Now, or just before it ended."""
    now, ended = timezone.now(), speaking.live_until
    return ended - timedelta(seconds=1) if ended and ended <= now else now


def _facts(article: Article, speaking: Edition, withdrawn: Withdrawal | None) -> Iterator[str]:
    if article.erased_at:
        yield f"{spoken(article.erased_at)}由{article.erased_by}清除，文字不再留存"
    if withdrawn:
        yield from _of_withdrawal(withdrawn)
    elif speaking.is_live():
        yield f"第 {speaking.number} 版正在公开"
    elif speaking.is_scheduled() and speaking.live_from:
        yield f"第 {speaking.number} 版定于 {spoken(speaking.live_from)} 公开"
    elif article.ends_at:
        yield f"公示期已满，{deadline(article.ends_at)}起不再公开"
    if article.ends_at and speaking.is_live():
        yield f"公示至 {deadline(article.ends_at)}"
    yield from _of_deadline(article, speaking)
    if article.archived_at:
        yield f"{spoken(article.archived_at)}由{article.archived_by}归档"
    if article.validity:
        yield _of_validity(article)
    if article.backdated_at:
        by, at = article.backdated_by, spoken(article.backdated_at)
        first = article.first_published_at
        yield f"{at}由{by}改首次发布时间" + (f"为 {spoken(first)}" if first else "")


def _of_withdrawal(withdrawn: Withdrawal) -> Iterator[str]:
    said = withdrawn.get_reason_display()
    yield f"{spoken(withdrawn.at)}由{withdrawn.by}撤下（{said}）"
    if not withdrawn.explanation:
        yield "还没有写公开说明：读者只看到原因和时间"


def _of_deadline(article: Article, speaking: Edition) -> Iterator[str]:
    at = article.deadline(speaking.closes_at)
    if at is None:
        return
    if at > timezone.now():
        yield f"截止时间 {deadline(at)}"
    elif article.closed_at:
        yield f"{spoken(article.closed_at)}由{article.closed_by}提前截止"
    else:
        yield f"已于 {deadline(at)} 截止"


def _of_validity(article: Article) -> str:
    since = f"，自 {day(article.validity_from)} 起" if article.validity_from else ""
    basis = f"（{article.validity_basis}）" if article.validity_basis else ""
    return f"{article.get_validity_display()}{since}{basis}"
