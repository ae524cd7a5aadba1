"""旧稿 written back: what stands now becomes an earlier text in its turn."""

from dataclasses import replace

from django.db import transaction

from accounts.models import User
from bulletins.document.html.kept import read_kept
from bulletins.drafting import rights
from bulletins.drafting.head import head_of, save_head
from bulletins.drafting.locking import lock
from bulletins.drafting.parts import add_part, save_part
from bulletins.models import EarlierText
from bulletins.permissions import Refused, scope_of

CHANGED = "您打开之后，这篇稿件又有改动：请看过最新内容后再恢复"


@transaction.atomic
def restore(text: EarlierText, *, seen: int, by: User, aware: bool = False) -> bool:
    """Have the draft say again what text kept; False if it says so already.

    seen: the revision of what by saw standing there; of a part that is gone, the edition's count
    of changes. Raises as ``save_part``, ``add_part`` and ``save_head`` do.
    """
    edition, document = lock(text.edition), read_kept(text.html)
    if not text.key:
        head = replace(head_of(edition), document=document)
        return save_head(edition, head, seen=seen, by=by, aware=aware)
    (kept,) = document.parts
    scope = scope_of(by)
    if part := edition.parts.filter(key=text.key).first():
        if not rights.may_place_part(scope, edition, part.region_id):
            kept = replace(kept, heading=part.heading)  # hers is the text alone
        return save_part(part, kept, seen=seen, by=by, aware=aware)
    rights.require_place_part(scope, edition, kept.region)
    if edition.changes != seen:  # two people who bring one part back would have it twice
        raise Refused(CHANGED)
    add_part(edition, replace(kept, key=text.key), by=by, aware=aware)
    return True
