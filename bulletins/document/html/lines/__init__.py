"""A piece of a page as lines in reading order, and lines as blocks. Start with ``leaves``."""
