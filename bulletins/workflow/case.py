"""Somebody about to do something: what every guard is asked of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from accounts.models import User
from bulletins.models import Edition
from bulletins.permissions import Scope


@dataclass(frozen=True, slots=True)
class Case:
    """by about to do something to an edition, or to its article, for which the edition stands.

    facts: digest, at, changes, as brought.
    """

    edition: Edition
    by: User
    scope: Scope
    facts: Mapping[str, Any] = field(default_factory=dict)
