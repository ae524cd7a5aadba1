"""Writing drafts: from documents to rows and back, part by part, and nothing lost on the way."""

from bulletins.drafting.conflict import Conflict
from bulletins.drafting.content import document_of, region_names_of
from bulletins.drafting.head import save_head
from bulletins.drafting.merging import merge_head, merge_part
from bulletins.drafting.parts import add_part, arrange_parts, remove_part, save_part
from bulletins.drafting.removed import bring_back
from bulletins.drafting.restoring import restore
from bulletins.drafting.starting import duplicate, start_article, start_edition
from bulletins.drafting.whole import kept_whole, whole_edition, whole_editions

__all__ = [
    "Conflict",
    "add_part",
    "arrange_parts",
    "bring_back",
    "document_of",
    "duplicate",
    "kept_whole",
    "merge_head",
    "merge_part",
    "region_names_of",
    "remove_part",
    "restore",
    "save_head",
    "save_part",
    "start_article",
    "start_edition",
    "whole_edition",
    "whole_editions",
]
