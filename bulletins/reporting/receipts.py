"""回执号: what a reader asks by for what became of her report, also by telephone."""

import re
import secrets

from bulletins.document.plain import narrow

# No 0, 1, I, L, O, U: nobody hears or reads one of the others for them.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
FORM = rf"JC-20[0-9][0-9]-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}"
TYPED = re.compile(rf"(?:JC)?(20[0-9]{{2}})([{ALPHABET}]{{4}})([{ALPHABET}]{{4}})")


def new_receipt(year: int) -> str:
    """JC-2026-7Q4K-9F2M: 39 bits of chance, and who guesses is slowed down."""
    first, last = ("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(2))
    return f"JC-{year}-{first}-{last}"


def read_receipt(typed: str) -> str:
    """As it was given, however it is typed: "jc 2026 7q4k９f2m"; "" where it is none."""
    bare = re.sub(r"[\s\-–—_.]+", "", narrow(typed)).upper()
    found = TYPED.fullmatch(bare)
    return f"JC-{found[1]}-{found[2]}-{found[3]}" if found else ""
