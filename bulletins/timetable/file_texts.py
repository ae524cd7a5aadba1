"""附件的文字版: read soon after a file came, long before most drafts are released."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bulletins.filetexts import read_due

WITHIN = timedelta(seconds=60)  # mails do not wait longer for it


def read_file_texts() -> Iterator[datetime]:
    """What is left after that time is read in the next run."""
    return read_due(WITHIN)
