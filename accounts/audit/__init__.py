"""The audit chain: who did what, when, in rows that nobody can quietly change."""

from accounts.audit.changing import changed_fields
from accounts.audit.recording import Act, record, record_all, remark_of

__all__ = ["Act", "changed_fields", "record", "record_all", "remark_of"]
