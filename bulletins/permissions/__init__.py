"""Who may do what: roles, the columns and regions they are granted for, and what follows.

Asked here, in the domain layer, whichever door a person comes through. Start with ``scope``.
"""

from bulletins.permissions.refused import Hidden, Refused
from bulletins.permissions.scope import Scope, scope_of
from bulletins.permissions.visibility import visible

__all__ = ["Hidden", "Refused", "Scope", "scope_of", "visible"]
