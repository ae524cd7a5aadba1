"""What a division code says by itself (GB/T 2260): its level, and the range of codes within it."""

from typing import Final, Literal

Level = Literal["province", "prefecture", "county", "custom"]

LONGEST_CODE: Final = 12
OFFICIAL_LENGTH: Final = 6
PREFIX_LENGTH: Final[dict[str, int]] = {"province": 2, "prefecture": 4, "county": 6}


def level_of(code: str) -> Level:
    """Read the level off the digits: 130000 is a province, 131000 a prefecture, 131002 a county."""
    if len(code) > OFFICIAL_LENGTH:
        return "custom"
    if code.endswith("0000"):
        return "province"
    # By position, never by stripping zeros: the third digit pair of 131000 廊坊 is "10".
    return "prefecture" if code.endswith("00") else "county"


def prefix_of(code: str) -> str:
    """The digits shared by everything within: "13" for 130000, "1310" for 131000."""
    return code[: PREFIX_LENGTH.get(level_of(code), len(code))]


def parent_agrees(level: str, code: str, parent: str | None) -> bool:
    """Whether a division of this level and code can lie in that parent; a province lies in none."""
    if level == "province" or not parent:
        return level == "province" and not parent
    return code.startswith(parent if level == "custom" else parent[:2])


def span(code: str) -> tuple[str, str]:
    """The first and the last possible code within a division, itself included.

    Only digits are compared, so SQLite and every PostgreSQL collation agree on the order.
    """
    return code, prefix_of(code).ljust(LONGEST_CODE, "9")
