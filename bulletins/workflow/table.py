"""The table of verbs as a page of documentation: ``docs/workflow.md`` is printed from it."""

from collections.abc import Iterable, Iterator

from bulletins.workflow.stages import STAGES
from bulletins.workflow.verb import Asked, Verb
from bulletins.workflow.verbs import ARTICLE_VERBS, EDITION_VERBS, VERBS
from bulletins.workflow.words import PUBLIC_WORDS

HEAD = """\
# 流程

本页由 `manage.py print_workflow` 按 `bulletins/workflow/verbs.py` 中的表打印，不要手改：
与表不符，测试不通过。

按钮、权限和提示都出自同一张表。每个动作都记入审计链，并且只成功一次：两个人同时按，后一个会被告知。
"""
EDITION_COLUMNS = "动作 代码 从 到 谁 条件 理由 时间 随后 怎样收回".split()
ARTICLE_COLUMNS = "动作 代码 做什么 谁 条件 理由 时间 随后 怎样收回".split()
NEXT_REVIEWER = "轮到的那一级审核人"


def as_markdown() -> str:
    """The whole page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield HEAD
    yield "## 版本的动作\n"
    yield from _table(EDITION_COLUMNS, map(_edition_row, EDITION_VERBS))
    yield "## 稿件的动作\n"
    yield from _table(ARTICLE_COLUMNS, map(_article_row, ARTICLE_VERBS))
    yield "## 审核级数\n"
    yield "级数在送审时按栏目确定，之后改栏目不影响正在审的稿件。各级须是不同的人，且都不是作者。\n"
    yield from _table(("级数", "依次"), _stage_rows())
    yield "## 版本之外的公开文字\n"
    yield "不在审核范围内、读者却看得到的文字。改动都记入审计链。\n"
    rows = ((one.name, one.where, "、".join(one.who), one.how) for one in PUBLIC_WORDS)
    yield from _table(("文字", "读者在哪里看到", "谁可以改", "怎样改"), rows)


def _edition_row(verb: Verb) -> tuple[str, ...]:
    target = verb.target.label if verb.target else "不变"
    return (
        verb.label,
        f"`{verb.name}`",
        "、".join(state.label for state in verb.sources),
        target,
        _who(verb),
        *_conditions(verb),
    )


def _article_row(verb: Verb) -> tuple[str, ...]:
    return (verb.label, f"`{verb.name}`", verb.says, _who(verb), *_conditions(verb))


def _conditions(verb: Verb) -> tuple[str, ...]:
    return (
        "；".join((guard.__doc__ or "").strip() for guard in verb.guards) or "—",
        verb.reason.value,
        verb.time.value if verb.time is not Asked.NONE else "—",
        verb.follows or "—",
        _way_back(verb),
    )


def _who(verb: Verb) -> str:
    if verb.roles is None:
        return NEXT_REVIEWER
    return "、".join(role.label for role in verb.roles)


def _way_back(verb: Verb) -> str:
    return VERBS[verb.undone_by].label if verb.undone_by else "不能"


def _stage_rows() -> Iterator[tuple[str, str]]:
    for count, roles in STAGES.items():
        yield str(count), " → ".join(role.label for role in roles)


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = list(names)
    yield _row(heads)
    yield _row("---" for _ in heads)
    yield from map(_row, rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '／') for cell in cells)} |"
