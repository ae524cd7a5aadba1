"""How each style of ours prints: fonts, sizes and lines of GB/T 9704-2012."""

from dataclasses import dataclass

from bulletins.document.docx import stylebook

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体", "仿宋"
SECOND, SMALL_SECOND, THIRD, FOURTH = 22, 18, 16, 14  # 二号 小二 三号 四号, in points
# 22 lines of 28 characters fill 156 × 225 mm (5.2.3): 28 of them are a hair wider than that.
LINE = 28.95  # points, fixed
NARROWER = -0.25  # points, each character


@dataclass(frozen=True, slots=True)
class Look:
    """How one style prints. indent: the first line, in characters; left: all lines."""

    font: str = FANG
    points: float = THIRD
    line: float = LINE
    align: str = "both"
    indent: int = 2
    left: int = 0
    before: float = 0
    after: float = 0
    outline: int | None = None  # its place in the navigation pane
    next: str = ""  # the style of the paragraph that Enter begins


BODY = "body"
FIELD = Look(points=FOURTH, align="center", indent=0)
CELL = Look(points=FOURTH, line=20, align="left", indent=0)
LOOKS: dict[tuple[str, str, int], Look] = {
    ("title", "", 0): Look(SONG, SECOND, 36, "center", 0, before=LINE, after=14, next=BODY),
    ("subtitle", "", 0): Look(KAI, THIRD, LINE, "center", 0, next=BODY),
    ("part", "", 0): Look(SONG, SMALL_SECOND, 32, "center", 0, before=14, outline=0, next=BODY),
    ("section", "", 0): Look(HEI, align="center", indent=0, before=7, outline=1, next=BODY),
    ("section", "", 1): Look(HEI, outline=1, next=BODY),
    ("section", "", 2): Look(KAI, outline=2, next=BODY),
    ("section", "", 3): Look(FANG, outline=3, next=BODY),
    ("section", "", 4): Look(FANG, outline=4, next=BODY),
    ("cell", "", 0): CELL,
    ("head", "", 0): Look(HEI, FOURTH, 20, "center", 0),
    ("quote", "", 0): Look(KAI, left=2),
    ("spacer", "", 0): Look(points=1, line=1, indent=0),
    ("filler", "", 0): CELL,
}


def look(own: stylebook.Own) -> Look:
    """How a style of ours prints."""
    if own.variant == "caption":
        return Look(points=FOURTH, align="center", indent=0)
    if own.variant == "placeholder":
        return Look(KAI, FOURTH, align="center", indent=0)
    if own.variant == "list":
        return Look(align="left", indent=0)
    if own.kind in stylebook.FIELDS:
        return LOOKS.get((own.kind, "", 0), FIELD)
    return LOOKS.get((own.kind, "", own.level), Look())
