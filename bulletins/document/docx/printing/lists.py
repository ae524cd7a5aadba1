"""Lists inside a text: two definitions, bullets and numbers; every list counts for itself."""

from docx.document import Document as WordFile

from bulletins.document.docx.ink import element, grown

LEVELS = range(9)
DEEPEST = LEVELS[-1]
BULLETS = "●○■"
STEP = 420  # twips by which each level moves in
DEFINED = 2


def prepare(word: WordFile) -> None:
    """Empty the template's numbering and put in ours: 0 with bullets, 1 with numbers."""
    numbering = word.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    numbering.append(grown(_definition(0, ordered=False)))
    numbering.append(grown(_definition(1, ordered=True)))


def one_list(identity: int, tag: str, start: int, depth: int) -> str:
    """A list of its own, so that it counts for itself. identity: its w:numId."""
    abstract = element("w:abstractNumId", val=1 if tag == "ol" else 0)
    override = element(
        "w:lvlOverride", element("w:startOverride", val=start), ilvl=min(depth, DEEPEST)
    )
    inner = [abstract, override] if tag == "ol" else [abstract]
    return element("w:num", *inner, numId=identity)


def _definition(identity: int, *, ordered: bool) -> str:
    levels = [_level(at, ordered=ordered) for at in LEVELS]
    kind = element("w:multiLevelType", val="multilevel")
    return element("w:abstractNum", kind, *levels, abstractNumId=identity)


def _level(at: int, *, ordered: bool) -> str:
    left = STEP * (at + 2)
    return element(
        "w:lvl",
        element("w:start", val=1),
        element("w:numFmt", val="decimal" if ordered else "bullet"),
        element("w:lvlText", val=f"%{at + 1}." if ordered else BULLETS[at % len(BULLETS)]),
        element("w:lvlJc", val="left"),
        element("w:pPr", element("w:ind", left=left, hanging=STEP)),
        ilvl=at,
    )
