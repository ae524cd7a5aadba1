"""The people of the office, and what they did."""

from accounts.models.audit import AuditEntry, Remark
from accounts.models.user import User

__all__ = ["AuditEntry", "Remark", "User"]
