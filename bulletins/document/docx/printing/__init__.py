"""A document's texts as WordprocessingML. Start with ``sheet``."""
