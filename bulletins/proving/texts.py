"""Editions that are, were or will be public: rows against the digest, what is kept against rows.

What was chosen at release cannot be made anew: of related articles it is only looked whether they
are numbers. Readers see of them what is public, by its own title.
"""

import json
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Count

from bulletins.document.digest import digest
from bulletins.document.html.page import WRITER
from bulletins.drafting import document_of, region_names_of
from bulletins.listing.relating import MOST
from bulletins.models import Article, Edition
from bulletins.proving.unproved import Unproved
from bulletins.rendering import Facts, facts_of_all, render
from bulletins.rendering.changes import changes_of

UNSEALED = "第 {} 版：数据库里的文字与签发时的校验码不符：请查是谁改的，从备份恢复"
OTHER = "第 {} 版：留存的{}与签发的文字排印出的不同：请查是谁改的，再运行 manage.py render {}"
KEPT = {"jumps": "地区目录", "tags": "标签", "files": "附件", "changes": "更正处数"}
BODY, RELATED, STRANGE = "正文", "相关信息", "“{}”一项"


def text_faults(editions: Collection[int]) -> Iterator[Unproved]:
    """Of these, by primary key."""
    anew, several = facts_of_all(editions), _of_several(editions)
    for edition in Edition.objects.with_body().filter(pk__in=editions).order_by("pk"):
        number = edition.article.number or 0
        if not _is_sealed(edition):
            yield Unproved(number, UNSEALED.format(edition.number))
            continue
        changes = changes_of(edition) if edition.article_id in several else None
        for name in _differing(edition, {**anew[edition.pk], "changes": changes}):
            yield Unproved(number, OTHER.format(edition.number, name, number))


def _of_several(editions: Collection[int]) -> set[int]:
    """Articles with an edition before or after these: only there something can have changed."""
    articles = Article.objects.filter(editions__in=editions).values("pk")
    found = Edition.objects.released().filter(article__in=articles).order_by().values("article")
    return set(
        found.annotate(number=Count("pk")).filter(number__gt=1).values_list("article", flat=True)
    )


def _is_sealed(edition: Edition) -> bool:
    try:
        salt = bytes.fromhex(edition.salt)
    except ValueError:
        return False
    return digest(document_of(edition), region_names_of(edition), salt) == edition.digest


def _differing(edition: Edition, anew: Facts) -> Iterator[str]:
    """What is kept by an earlier writer is not shown, but for changes and related ones."""
    kept: dict[str, Any] = dict(edition.rendered_facts or {})
    if not _are_numbers(kept.pop("related", [])):
        yield RELATED
    said = _plain(anew)
    shown = {**said, **kept} if edition.rendered_by == WRITER else ["changes"]
    for name in shown if kept else ():
        if kept.get(name) != said.get(name):
            yield KEPT.get(name, STRANGE.format(name))
    if edition.rendered_by == WRITER and edition.rendered != render(edition):
        yield BODY


def _are_numbers(said: Any) -> bool:
    return isinstance(said, list) and len(said) <= MOST and all(type(one) is int for one in said)


def _plain(said: Any) -> Any:
    """As it comes back from the database."""
    return json.loads(json.dumps(said))
