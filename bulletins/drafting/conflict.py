"""Two people changed the same thing."""

from collections.abc import Iterable
from typing import Any, Self

from bulletins.document.merging import Clash
from bulletins.permissions import Refused


class Conflict(Refused):
    """Somebody saved since this person last looked. Both texts are here; nothing was overwritten.

    theirs: what stands there now, yours: what was to be saved (DocumentPart or Head).
    revision: what to pass as ``seen`` once both were read. clashes: what both changed, where that
    is known; all the rest is in ``yours`` already.
    """

    def __init__(self, theirs: Any, yours: Any, revision: int) -> None:
        super().__init__("您打开之后，这一部分已被别人改过：两份都在下面，请核对后再保存")
        self.theirs, self.yours, self.revision = theirs, yours, revision
        self.clashes: tuple[Clash, ...] = ()

    def over(self, clashes: Iterable[Clash]) -> Self:
        """The same, with what it is about."""
        self.clashes = tuple(clashes)
        return self
