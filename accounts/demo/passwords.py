"""The passwords of demo accounts as we set them, remembered so that they can be shown again."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from django.contrib.auth.hashers import make_password

from accounts.models import User

# No 0 and o, no 1, i and l: people copy it from the screen by hand.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Ours:
    """A password we set, with its hash: where the account still has it, nothing is computed."""

    password: str
    hash: str = ""

    @classmethod
    def of(cls, password: str) -> Self:
        return cls(password, make_password(password))

    def is_of(self, account: User) -> bool:
        """Whether the account still has it."""
        return account.password == self.hash or account.check_password(self.password)


def new_password() -> str:
    """Sixteen letters in four groups, some 79 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def remember(record: Path, ours: Mapping[str, Ours]) -> None:
    """Beside what is remembered already; whole or not at all, and for its owner alone."""
    whole = {name: asdict(one) for name, one in (remembered(record) | dict(ours)).items()}
    fresh = record.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(whole, indent=1))
    fresh.replace(record)


def remembered(record: Path) -> dict[str, Ours]:
    """User name → the password we set; nothing where that is not known any more."""
    try:
        return {name: _ours(said) for name, said in json.loads(record.read_text()).items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _ours(said: object) -> Ours:
    """Earlier versions kept the password alone."""
    return Ours(**said) if isinstance(said, dict) else Ours(str(said))
