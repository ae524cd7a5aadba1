"""The audit chain: who did what, when, in rows that nobody can quietly change."""

from accounts.audit.recording import Act, record, record_all, remark_of

__all__ = ["Act", "record", "record_all", "remark_of"]
