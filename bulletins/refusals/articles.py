"""An article keeps its number, and the day on which it became public; a withdrawal its facts."""

from accounts.triggers import Refusal

TABLE = "bulletins_article"

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
        " AND NOT (NEW.first_published_at < OLD.first_published_at"
        " AND NEW.backdated_at IS DISTINCT FROM OLD.backdated_at"
        " AND NEW.backdated_at IS NOT NULL)",
        "首次发布时间不能修改",
    ),
    Refusal(
        "withdrawal_stands",
        "bulletins_withdrawal",
        "UPDATE",
        "OLD.restored_at IS NOT NULL OR NEW.article_id <> OLD.article_id OR NEW.by_id <> OLD.by_id"
        " OR NEW.at <> OLD.at OR NEW.reason <> OLD.reason",
        "撤下记录不能修改",
    ),
    Refusal("withdrawal_no_delete", "bulletins_withdrawal", "DELETE", "1 = 1", "撤下记录不能删除"),
)
