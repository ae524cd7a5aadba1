"""内容校验码: a salted SHA-256 of the canonical form, to which reviews are bound."""

import hashlib
import secrets
from collections.abc import Mapping

from bulletins.document.canonical import canonical
from bulletins.document.tree import Document

SCHEME = "1"  # of the canonical form; a digest of another scheme is never equal to one of ours
SALT_BYTES = 32


def new_salt() -> bytes:
    """One per edition: published with the record, destroyed when the text is erased."""
    return secrets.token_bytes(SALT_BYTES)


def digest(document: Document, region_names: Mapping[str, str], salt: bytes) -> str:
    """1: and 64 hex digits. The salt's length is fixed: it cannot borrow from the text."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"A salt has {SALT_BYTES} bytes.")
    return digest_of(salt, canonical(document, region_names))


def digest_of(salt: bytes, content: bytes) -> str:
    """Of a content in its canonical spelling."""
    return f"{SCHEME}:{hashlib.sha256(salt + content).hexdigest()}"
