"""更新记录: what became of an article, line by line, as its readers are told."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from bulletins.document.wording import BEIJING, day, spoken
from bulletins.models import Article, ChangeKind, ReleasedAs
from bulletins.public.backdatings import Backdating, backdatings
from bulletins.public.past import Begun, Past, Taken

NUMERALS = "零一两三四五六七八九十"
VERBS = {ChangeKind.MAJOR: "修改", ChangeKind.CORRECTION: "更正"}


class Line(NamedTuple):
    """what: in a word or two. before: where the text before it is read, if it can be."""

    at: datetime
    what: str
    note: str = ""
    before: str = ""


class Latest(NamedTuple):
    """The last change that readers should know of. key: where it begins, or ""; on: the day."""

    at: datetime
    what: str
    note: str
    key: str
    on: str


def latest_of(past: Past, now: datetime) -> Latest | None:
    """None where nothing but minor changes came after the first edition."""
    for one in reversed(past.editions[1:]):
        if _is_told(one) and past.is_readable(one):
            key = str(one.changes[1]) if one.changes else ""
            return Latest(one.since, _what(one), one.note, key, _on(one.since, now))
    return None


def history_of(article: Article, past: Past, now: datetime) -> list[Line]:
    """Newest first; nothing where all there is to say is when it was first published."""
    first = past.editions[0]
    lines = [*_first(first), *map(_backdating, backdatings(article))]
    for before, one in zip(past.editions, past.editions[1:], strict=False):
        lines += _next(article, past, before, one)
    if len(lines) == 1 and not lines[0].note:
        return []
    told = (line for line in lines if line.at <= now)
    return sorted(told, key=lambda line: line.at, reverse=True)


def _on(moment: datetime, now: datetime) -> str:
    """3月18日; with the year where it is not this one."""
    local = moment.astimezone(BEIJING)
    whole = day(local.date())
    return whole.partition("年")[2] if local.year == now.astimezone(BEIJING).year else whole


def _first(one: Begun) -> Iterator[Line]:
    yield Line(one.since, "首次发布", _urgent(one))
    if one.released_as == ReleasedAs.IMPORTED:
        yield Line(one.released_at, "迁移", "由原网站迁入，保留原来的发布时间")


def _backdating(one: Backdating) -> Line:
    note = f"管理员由{spoken(one.was)}改为{spoken(one.to)}。理由：{one.reason}"
    return Line(one.at, "改首次发布时间", note)


def _next(article: Article, past: Past, before: Begun, one: Begun) -> Iterator[Line]:
    away = before.until < one.since
    if away:
        yield _absence(past, before.until, one.since)
    if one.is_restored:
        yield Line(one.since, "恢复公开", "与原来的文字相同")
        return
    place = f"/articles/{article.number}/editions/{before.number}/"
    readable = place if past.is_readable(before) else ""
    if _is_told(one) or one.released_as == ReleasedAs.URGENT or away:
        what = _what(one) if _is_told(one) else "改后重新公开" if away else "细小改动"
        said = [one.note if past.is_readable(one) else "", _urgent(one)]
        yield Line(one.since, what, "；".join(filter(None, said)), readable)


def _absence(past: Past, since: datetime, until: datetime) -> Line:
    """Why nothing was public in between."""
    taken: Taken | None = next((one for one in past.withdrawals if since <= one.at < until), None)
    if taken:
        return Line(taken.at, "撤下", f"原因：{taken.reason_in_words}")
    return Line(since, "公示期满")


def _is_told(one: Begun) -> bool:
    return one.kind not in ("", ChangeKind.MINOR) and not one.is_restored


def _what(one: Begun) -> str:
    """更正一处, 修改 12 处; without a number where it is not known, or says too much."""
    kind = ChangeKind(one.kind)
    count = one.changes[0] if one.changes else 0
    if kind not in VERBS or not count:
        return str(kind.label)
    return f"{VERBS[kind]}{NUMERALS[count]}处" if count <= 10 else f"{VERBS[kind]} {count} 处"


def _urgent(one: Begun) -> str:
    if one.released_as != ReleasedAs.URGENT:
        return ""
    reviewed = one.stages is not None and one.stages_passed >= one.stages
    return "紧急签发，已补审" if reviewed else "紧急签发，尚待补审"
