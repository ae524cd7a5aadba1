"""清除: the one door by which a text that stands still may leave, and how it is shut behind it.

The article is marked as erased first (``refusals.articles`` says when that may be). From then on,
and of that article alone, texts may become empty, and never anything again.
"""

NEEDS = (("bulletins_article", "erased_at"),)
ARTICLE = (
    "EXISTS (SELECT 1 FROM bulletins_article AS y WHERE y.id = THE_ARTICLE"
    " AND y.erased_at IS NOT NULL)"
)
EDITION = (
    "EXISTS (SELECT 1 FROM bulletins_edition AS x JOIN bulletins_article AS y"
    " ON y.id = x.article_id WHERE x.id = THE_EDITION AND y.erased_at IS NOT NULL)"
)


def article_is_erased(article: str) -> str:
    """article: what names it, "OLD.article_id"."""
    return ARTICLE.replace("THE_ARTICLE", article)


def is_erased(edition: str) -> str:
    """The condition that the edition is one of an erased article."""
    return EDITION.replace("THE_EDITION", edition)
