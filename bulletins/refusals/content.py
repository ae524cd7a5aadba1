"""Parts, sections, attachments, tags, pictures: they can change only in a draft.

Of an erased article they may go; its parts stay, empty: it is known whose regions they were.
"""

from collections.abc import Iterator

from accounts.triggers import Refusal
from bulletins.refusals.columns import differ, emptied
from bulletins.refusals.erased import NEEDS, is_erased

# Table → its column that points to the edition, and what the trigger's name begins with
CONTENT = {
    "bulletins_part": ("edition_id", "part"),
    "bulletins_section": ("edition_id", "section"),
    "bulletins_attachment": ("edition_id", "attachment"),
    "bulletins_editiontag": ("content_object_id", "editiontag"),
    "bulletins_fileuse": ("edition_id", "fileuse"),
}
MESSAGE = "送审后的内容不能修改：请先撤回或退回"

IS_DRAFT = (
    "EXISTS (SELECT 1 FROM bulletins_edition AS e WHERE e.id = THE_EDITION"
    " AND e.state = 'draft' {locked})"
)


def is_draft(edition: str) -> str:
    """The condition that an edition is a draft, and stays one until the transaction ends."""
    return IS_DRAFT.replace("THE_EDITION", edition)


# A page reads the sections of a part, a refusal looks at the edition of a section: both must agree.
ELSEWHERE = (
    "NEW.edition_id <> (SELECT p.edition_id FROM bulletins_part AS p WHERE p.id = NEW.part_id)"
)


EMPTY_PART = (
    f"{is_erased('OLD.edition_id')} AND {emptied(('heading', 'intro', 'region_name'))}"
    f" AND NOT {differ(('id', 'key', 'position', 'region_id', 'revision'))}"
)


def _refusals() -> Iterator[Refusal]:
    for table, (column, name) in CONTENT.items():
        old, new = f"NOT {is_draft(f'OLD.{column}')}", f"NOT {is_draft(f'NEW.{column}')}"
        gone = f"{old} AND NOT {is_erased(f'OLD.{column}')}"
        yield Refusal(f"{name}_no_insert", table, "INSERT", new, MESSAGE)
        if name == "part":
            emptied_only = f"{old} AND NOT ({EMPTY_PART})"
            yield Refusal("part_no_update", table, "UPDATE", emptied_only, MESSAGE, NEEDS)
            yield Refusal("part_no_delete", table, "DELETE", old, MESSAGE)
        else:
            yield Refusal(f"{name}_no_update", table, "UPDATE", old, MESSAGE)
            yield Refusal(f"{name}_no_delete", table, "DELETE", gone, MESSAGE, NEEDS)
        moved = f"NEW.{column} <> OLD.{column}"
        yield Refusal(f"{name}_stays", table, "UPDATE", moved, "内容不能移到另一个版本")
    for event in ("INSERT", "UPDATE"):
        name = f"section_in_its_part_{event.lower()}"
        yield Refusal(name, "bulletins_section", event, ELSEWHERE, "小节和地区稿不属于同一个版本")


CONTENT_REFUSALS = tuple(_refusals())
