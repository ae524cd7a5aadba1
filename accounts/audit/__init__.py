"""The audit chain: who did what, when, in rows that nobody can quietly change."""

from accounts.audit.recording import record, remark_of

__all__ = ["record", "remark_of"]
