"""How an edition begins: a new article from a document, or the next edition of one."""

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from bulletins.document.cleaning import cleaned
from bulletins.document.keys import with_keys
from bulletins.document.tree import Document
from bulletins.drafting import rights, rows
from bulletins.drafting.content import SAME, document_of
from bulletins.drafting.limits import require_fits, require_regions
from bulletins.drafting.titles import note_titles
from bulletins.models import Article, Column, Edition, EditionAuthor, Role
from bulletins.permissions import Hidden, Refused, Scope, scope_of, visible
from bulletins.permissions.visibility import sees_some, sees_whole


@transaction.atomic
def start_article(document: Document, *, column: Column, by: User, way: str = "start") -> Edition:
    """A new article with the document as its first draft; by is its first author.

    way: the audit action ("start", "import"). Raises Refused where by may not write in the column.
    """
    document = with_keys(cleaned(document))
    require_fits(document)
    require_regions(document.parts)
    _require_writer(scope_of(by), column, document)
    edition = _new_edition(Article.objects.create(created_by=by), 1, column, document, by)
    EditionAuthor.objects.create(edition=edition, user=by)
    record(way, edition, by=by, detail={"article": edition.article_id, "column": column.pk})
    return edition


@transaction.atomic
def start_edition(
    article: Article, *, by: User, text_of: Edition | None = None, kind: str = "", note: str = ""
) -> Edition:
    """The next edition of an article: copied from the one that is or will be public, or text_of.

    text_of: an older or discarded edition of the same article, whose text is to be had again.
    kind and note: what is changed, and how; they can be given later.
    Whose words stand in the copy is known from the edition they came from; author of this one is
    who changes it. Raises Refused while another edition is open, or where nothing was released.
    """
    held = Article.objects.select_for_update(no_key=True).filter(pk=article.pk).first()
    before = text_of or article.editions.released().latest_first().first()
    scope = scope_of(by)
    if (
        held is None
        or before is None
        or not visible(by, scope).filter(pk=before.pk, article=article).exists()
    ):
        raise Hidden
    rights.require_edit_whole(scope, before)
    _require_text(held)
    if opened := article.editions.open().first():
        raise Refused(
            f"第 {opened.number} 版正在{opened.get_state_display()}：同时只能有一个新版本"
        )
    number = article.editions.next_number()
    document, said = document_of(before), {"change_kind": kind, "change_note": note}
    edition = _new_edition(article, number, before.column, document, by, **said)
    record("start_edition", edition, by=by, detail={"from": before.pk, "number": number})
    return edition


@transaction.atomic
def duplicate(edition: Edition, *, by: User) -> Edition:
    """A new article with the same text; what belongs to the old one alone is left out.

    Raises Hidden where by may not see all of it, Refused where she may not write in its column.
    """
    scope = scope_of(by)
    if not sees_some(scope, edition):
        raise Hidden
    if not sees_whole(scope, edition):
        raise Refused("您只能看到这篇稿件的一部分，不能复制全文")
    _require_text(Article.objects.get(pk=edition.article_id))
    document = replace(
        document_of(edition), document_number="", index_number="", change_note="", closes_at=None
    )
    copy = start_article(document, column=edition.column, by=by, way="duplicate")
    record("duplicated", edition, by=by, detail={"to": copy.pk})
    return copy


def _require_text(article: Article) -> None:
    if article.erased_at:
        raise Refused("这篇稿件已清除，没有留下文字：请新建一篇")


def _require_writer(scope: Scope, column: Column, document: Document) -> None:
    regions = [part.region for part in document.parts]
    if not scope.over([Role.EDITOR], column.pk, regions):
        raise Refused(f"您没有在栏目“{column}”中写稿的权限，或稿件含有您授权以外的地区")
    if not column.takes_articles:
        raise Refused(f"栏目“{column}”已停用或冻结：请选择其他栏目")


def _new_edition(
    article: Article,
    number: int,
    column: Column,
    document: Document,
    by: User,
    **changes: str,
) -> Edition:
    fields: Mapping[str, object] = {name: getattr(document, name) for name in SAME} | changes
    edition = Edition.objects.create(
        article=article, number=number, column=column, created_by=by, **fields
    )
    rows.write_content(edition, document)
    note_titles([edition])
    return edition
