"""What the chain says of one thing, for those who may read it there."""

from django.db import models

from accounts.audit.recording import name_of
from accounts.models import AuditEntry, Remark

ERASED = "（已清除）"


def words_with(action: str, target: models.Model) -> str:
    """What was said when this was last done to target; "" where nothing was."""
    done = AuditEntry.objects.filter(object=name_of(target), action=action)
    entry = done.order_by("-seq").first()
    if entry is None or entry.remark_id is None:
        return ""
    remark = Remark.objects.filter(pk=entry.remark_id).first()
    return remark.text or ERASED if remark else ERASED
