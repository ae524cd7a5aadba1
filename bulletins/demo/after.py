"""What became of a published text, one line of its head after another; the desk does it today."""

from collections.abc import Callable
from datetime import date

from bulletins import workflow
from bulletins.demo import moments
from bulletins.demo.past import article_of
from bulletins.demo.people import Staff
from bulletins.models import Article, Role, Validity, WithdrawalReason
from bulletins.workflow.articles.validity import Force
from bulletins.workflow.articles.withdrawing import Explanation

BETWEEN = " → "


def follow(said: str, article: Article, staff: Staff, today: date) -> None:
    """One line: the verb, and the words, days and other texts that went with it."""
    name, _, words = said.partition(" ")
    AFTER[name](article, staff, words, today)


def _close(article: Article, staff: Staff, words: str, today: date) -> None:
    """「说明 → 结果公告」."""
    note, outcome = _several(words, 2)
    workflow.close(article, by=staff[Role.DESK], note=note, outcome=_place(outcome))


def _extend(article: Article, staff: Staff, words: str, today: date) -> None:
    workflow.extend(article, by=staff[Role.DESK], at=moments.ahead(words, today))


def _set_end(article: Article, staff: Staff, words: str, today: date) -> None:
    workflow.set_end(article, by=staff[Role.DESK], at=moments.ahead(words, today))


def _archive(article: Article, staff: Staff, words: str, today: date) -> None:
    workflow.archive(article, by=staff[Role.DESK])


def _withdraw(article: Article, staff: Staff, words: str, today: date) -> None:
    """「原因 → 理由 → 公开说明 → 另见」."""
    kind, reason, text, see = _several(words, 4)
    named = {one.label: one.value for one in WithdrawalReason}
    explanation = Explanation(text, _place(see))
    by = staff[Role.DESK]
    workflow.withdraw(article, named[kind], by=by, reason=reason, explanation=explanation)


def _restore(article: Article, staff: Staff, words: str, today: date) -> None:
    workflow.restore(article, by=staff[Role.FINAL_REVIEWER])


def _set_validity(article: Article, staff: Staff, words: str, today: date) -> None:
    """「有效性 → 从哪天起 → 依据 → 多少天后复查」."""
    kind, since, basis, check = _several(words, 4)
    force = Force(
        {one.label: one.value for one in Validity}[kind],
        moments.past(f"{since} 00:00", today).date() if since else None,
        basis,
        moments.ahead(f"{check} 09:00", today).date() if check else None,
    )
    workflow.set_validity(article, force, by=staff[Role.DESK])


def _several(words: str, number: int) -> list[str]:
    said = [one.strip() for one in words.split(BETWEEN)]
    return [*said, *[""] * number][:number]


def _place(script: str) -> str:
    """Where the article of another text is; "" for none."""
    return f"/articles/{article_of(script).number}/" if script else ""


AFTER: dict[str, Callable[[Article, Staff, str, date], None]] = {
    "截止": _close,
    "延期": _extend,
    "定公示期": _set_end,
    "归档": _archive,
    "撤下": _withdraw,
    "恢复公开": _restore,
    "有效性": _set_validity,
}
