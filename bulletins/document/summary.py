"""What a list says of a text besides its title: its first sentence or so."""

import re

from bulletins.document.body import text_of

LONGEST = 90
ENOUGH = 30  # characters: a shorter sentence takes the next one along
END = re.compile(r"[。！？；]")
ADDRESSED = re.compile(r".{1,30}[：:]")  # 各部门、各单位：


def summary(*bodies: str) -> str:
    """From the first of these bodies that says anything; "" where none does.

    "<p>各部门：</p><p>为提升能力，组织培训。共三期。</p>" → "为提升能力，组织培训。共三期。"
    """
    lines = (line for html in bodies for line in text_of(html).split("\n") if "\t" not in line)
    said = (" ".join(line.split()) for line in lines)
    return next((_beginning(one) for one in said if one and not ADDRESSED.fullmatch(one)), "")


def _beginning(line: str) -> str:
    """Whole sentences if they fit; else as many characters, and a mark that something follows."""
    ends = [found.end() for found in END.finditer(line) if ENOUGH <= found.end() <= LONGEST]
    if len(line) <= LONGEST and (not ends or ends[0] == len(line)):
        return line
    return line[: ends[0]] if ends else f"{line[: LONGEST - 1]}…"
