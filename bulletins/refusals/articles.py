"""An article keeps its number, and the day on which it became public; a withdrawal its facts.

It is erased only while it is withdrawn, or if it never was public, and while nobody works on it;
and it stays so.
"""

from accounts.triggers import Refusal
from bulletins.refusals.columns import differ, emptied
from bulletins.refusals.erased import NEEDS, article_is_erased

TABLE = "bulletins_article"
WITHDRAWN = (
    "EXISTS (SELECT 1 FROM bulletins_withdrawal AS w WHERE w.article_id = NEW.id"
    " AND w.restored_at IS NULL {locked})"
)
AT_WORK = (
    "EXISTS (SELECT 1 FROM bulletins_edition AS e WHERE e.article_id = NEW.id"
    " AND (e.state NOT IN ('released', 'discarded') OR e.live_until > {now}))"
)
# 清除: what readers were told of an earlier withdrawal that has ended; the standing one speaks on.
UNSAID = (
    f"({article_is_erased('OLD.article_id')} AND {emptied(('explanation', 'see_instead'))}"
    f" AND NOT {differ(('restored_at', 'restored_by_id'))})"
)

RELEASED = "FROM bulletins_edition AS r WHERE r.article_id = NEW.id AND r.state = 'released'"
FIRST = f"(SELECT MIN(r.live_from) {RELEASED})"

ARTICLE_REFUSALS = (
    Refusal(
        "article_number_stands",
        TABLE,
        "UPDATE",
        "OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number",
        "稿件的编号不能修改",
    ),
    Refusal(
        "article_published_stands",
        TABLE,
        "UPDATE",
        "OLD.first_published_at <= {now}"
        " AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at"
        f" AND NOT (NEW.first_published_at <= {FIRST}"
        " AND NEW.backdated_at IS DISTINCT FROM OLD.backdated_at"
        " AND NEW.backdated_at IS NOT NULL)",
        "首次发布时间不能修改",
    ),
    Refusal(
        "withdrawal_stands",
        "bulletins_withdrawal",
        "UPDATE",
        "NEW.article_id <> OLD.article_id OR NEW.by_id <> OLD.by_id OR NEW.at <> OLD.at"
        f" OR NEW.reason <> OLD.reason OR (OLD.restored_at IS NOT NULL AND NOT {UNSAID})",
        "撤下记录不能修改",
        NEEDS,
    ),
    Refusal(
        "article_erased_for_good",
        TABLE,
        "UPDATE",
        f"OLD.erased_at IS NOT NULL AND {differ(('erased_at', 'erased_by_id'))}",
        "已清除的稿件不能恢复",
    ),
    Refusal(
        "article_erased_when_withdrawn",
        TABLE,
        "UPDATE",
        "OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL"
        f" AND (NOT {WITHDRAWN} AND EXISTS (SELECT 1 {RELEASED}) OR {AT_WORK})",
        "只能清除已撤下或从未公开、没有在编版本的稿件",
    ),
    Refusal(
        "withdrawal_of_erased_stands",
        "bulletins_withdrawal",
        "UPDATE",
        "OLD.restored_at IS NULL AND NEW.restored_at IS NOT NULL"
        f" AND {article_is_erased('OLD.article_id')}",
        "已清除的稿件不能恢复公开",
        NEEDS,
    ),
    Refusal("withdrawal_no_delete", "bulletins_withdrawal", "DELETE", "1 = 1", "撤下记录不能删除"),
)
