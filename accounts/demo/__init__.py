"""The demo accounts of `make run`: made once, in an empty office; what a person changed stays."""

from accounts.demo.opening import (
    DemoPerson,
    Refused,
    Told,
    open_accounts,
    require_this_machine,
    tell,
)

__all__ = ["DemoPerson", "Refused", "Told", "open_accounts", "require_this_machine", "tell"]
