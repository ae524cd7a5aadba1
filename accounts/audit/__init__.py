"""The audit chain: who did what, when, in rows that nobody can quietly change."""

from accounts.audit.recording import record

__all__ = ["record"]
