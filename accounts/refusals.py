"""What the database refuses of the audit chain: any change, any removal."""

from accounts.triggers import Refusal

ERASED = "NEW.text = '' AND NEW.salt = '' AND NEW.id = OLD.id"

REFUSALS = (
    Refusal("audit_no_update", "accounts_auditentry", "UPDATE", "1 = 1", "审计记录不能修改"),
    Refusal("audit_no_delete", "accounts_auditentry", "DELETE", "1 = 1", "审计记录不能删除"),
    Refusal("remark_no_update", "accounts_remark", "UPDATE", f"NOT ({ERASED})", "附言不能修改"),
    Refusal("remark_no_delete", "accounts_remark", "DELETE", "1 = 1", "附言不能删除"),
)
