"""Why nothing is exported, or verified."""


class Refused(Exception):
    """A sentence for who asked."""
