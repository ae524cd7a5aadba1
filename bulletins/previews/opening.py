"""What somebody sees who comes with a token."""

from enum import Enum

from bulletins.models import PreviewLink, StoredFile
from bulletins.previews.links import hash_of, is_shown
from bulletins.previews.sealing import Text, text_now


class Sight(Enum):
    """What a link shows now: the text it was made for, or only that there is another one."""

    TEXT = "text"
    CHANGED = "changed"
    NOTHING = "nothing"


def find(token: str) -> PreviewLink | None:
    """The link of this token, in the present or in the past."""
    links = PreviewLink.objects.select_related("edition__article", "edition__column")
    return links.filter(token_hash=hash_of(token)).first()


def sight_of(link: PreviewLink, now: Text | None = None) -> Sight:
    """Asked anew for each page and each file; now: the text, where it was just read."""
    if not link.is_open() or not is_shown(link.edition):
        return Sight.NOTHING
    same = (now or text_now(link.edition)).digest(link.salt) == link.digest
    return Sight.TEXT if same else Sight.CHANGED


def log_use(link: PreviewLink, file: StoredFile | None = None) -> None:
    """Opened, or an attachment taken; of the visitor nothing is kept but the time."""
    link.uses.create(file=file)
