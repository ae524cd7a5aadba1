"""The names by which Lantai knows its own Word files again: styles, tags, bookmarks.

A style tells the kind of a paragraph and survives any editor. A hidden bookmark leads to the facts
(key, region, an author's own number) in a custom XML part; without them the style tells enough.
"""

from dataclasses import dataclass

PREFIX = "Lantai "
TEXTS = ("lead", "intro", "body", "closing")  # kinds whose HTML is a row of blocks
INSIDE = ("quote", "cell", "head")  # paragraphs in a quotation, a table's td, a table's th
VARIANTS = ("caption", "placeholder", "list")
# Empty lines around a quotation: a content control would say it too, but LibreOffice tears those.
OPEN, CLOSE = "open", "close"
FIELDS = (
    "title",
    "subtitle",
    "document_number",
    "index_number",
    "issuing_body",
    "written_date",
    "published",
    "source",
    "responsible_editor",
)
SINGLE = ("part", "attachment", "filler", "spacer")
NUMBERED = ("section", "clause")
LEVELS = range(5)

# Runs: a printed number or field name; a heading that runs into its text, the mark between, the
# text after it; and what is both raised and lowered, which Word cannot say of one run.
NUMBER, HEADING, JOINT, TEXT, LOW = "number", "run-in heading", "run-in mark", "run-in text", "low"
CHARACTERS = (NUMBER, HEADING, JOINT, TEXT, LOW)

BOOKMARK = "_Lantai_"
PICTURE = ("〔图片：", "〕")  # stands for a picture whose bytes were not at hand


@dataclass(frozen=True, slots=True)
class Own:
    """What one of our paragraph styles says."""

    kind: str
    variant: str = ""
    level: int = 0


def style_name(kind: str, variant: str = "", level: int | None = None) -> str:
    """("body", "list") → "Lantai Body List"; ("section", level=2) → "Lantai Section 2"."""
    words = [kind.replace("_", " ").title(), variant.title(), "" if level is None else str(level)]
    return PREFIX + " ".join(word for word in words if word)


def table_style_name(kind: str) -> str:
    return f"{PREFIX}{kind.title()} Table"


PARAGRAPH_STYLES: dict[str, Own] = {
    **{style_name(kind): Own(kind) for kind in (*FIELDS, *SINGLE)},
    **{style_name(kind): Own(kind) for kind in (*TEXTS, *INSIDE)},
    **{
        style_name(kind, one): Own(kind, one)
        for kind in (*TEXTS, *INSIDE)
        for one in (*VARIANTS, OPEN, CLOSE)
    },
    **{style_name(kind, level=at): Own(kind, level=at) for kind in NUMBERED for at in LEVELS},
}
TABLE_STYLES = {table_style_name(kind): kind for kind in TEXTS}
CHARACTER_STYLES = {style_name(kind): kind for kind in CHARACTERS}
_FOLDED = {name.lower(): own for name, own in PARAGRAPH_STYLES.items()}
_ROLES = {name.lower(): role for name, role in CHARACTER_STYLES.items()}


def own_style(name: str) -> Own | None:
    """What a style's name says if it is one of ours, else None."""
    return _FOLDED.get(name.lower())


def character_role(name: str) -> str:
    """'number', 'run-in heading' … for our character styles, else nothing."""
    return _ROLES.get(name.lower(), "")
