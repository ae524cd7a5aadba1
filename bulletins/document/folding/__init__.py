"""Texts as they are compared: whoever looks for 天津 finds 天 津, 《天津》 and 「天津」."""

from bulletins.document.folding.folded import fold
from bulletins.document.folding.placed import fold_placed

__all__ = ["fold", "fold_placed"]
