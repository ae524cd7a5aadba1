"""The links to an edition in words: for whom, until when, how often used."""

from dataclasses import dataclass

from django.db.models import Count, Max, Q

from bulletins.document.wording import spoken
from bulletins.drafting import rights
from bulletins.models import Edition, PreviewLink
from bulletins.permissions import Scope
from bulletins.previews import Sight, Text, sight_of, text_now


@dataclass(frozen=True, slots=True)
class ShownLink:
    """standing: 有效, or why it shows nothing. may_revoke: whether anything can still be seen."""

    link: PreviewLink
    standing: str
    used: str
    may_revoke: bool


def links_of(edition: Edition, scope: Scope) -> list[ShownLink]:
    """For whom may take them back; nothing for anybody else."""
    if not rights.may_edit_whole(scope, edition):
        return []
    opened = Count("uses", filter=Q(uses__file=None))
    links = edition.preview_links.select_related("made_by", "revoked_by", "edition")
    counted = links.annotate(
        opened=opened, taken=Count("uses", filter=Q(uses__file__isnull=False)), last=Max("uses__at")
    )
    now = text_now(edition)
    return [ShownLink(one, _standing(one, now), _used(one), one.is_open()) for one in counted[:50]]


def _standing(link: PreviewLink, now: Text) -> str:
    if link.revoked_at:
        return f"{spoken(link.revoked_at)}由{link.revoked_by}收回"
    if not link.is_open():
        return "已过期"
    words = {Sight.TEXT: "有效", Sight.CHANGED: "稿件已改动，打不开"}
    return words.get(sight_of(link, now), "稿件已公开或停用，打不开")


def _used(link: PreviewLink) -> str:
    opened, taken, last = (getattr(link, name) for name in ("opened", "taken", "last"))
    if not last:
        return "还没有打开过"
    files = f"，下载附件 {taken} 次" if taken else ""
    return f"打开 {opened} 次{files}，最近 {spoken(last)}"
