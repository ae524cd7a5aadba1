"""An article keeps its number, and the day on which it became public."""

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
        " AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at",
        "首次发布时间不能修改",
    ),
)
