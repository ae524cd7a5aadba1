"""Lines of the log: numbers that belong to one person are masked in them (threat 22)."""

import logging

from bulletins.document.personal import masked


class Line(logging.Formatter):
    """What a database or a traceback quotes is masked, too."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))
