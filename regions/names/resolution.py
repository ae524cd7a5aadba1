"""What reading a name comes to."""

from typing import Literal, NamedTuple

How = Literal[
    "exact",  # 天津市
    "short",  # 天津
    "spaced",  # 天 津
    "alias",  # 新疆兵团, 海南州
    "custom",  # a division the office added
    "former",  # 襄樊市, now 襄阳市
    "compound",  # 河北石家庄
    "office",  # 天津市委网信办
    "generic",  # 城区: a county's name, but an ordinary word unless its city is known
    "unknown",
]


class Resolution(NamedTuple):
    """One division, or the several it may be, or none; and how the text says so.

    `code` is there only if there is no doubt; `candidates` holds every possibility, the likeliest
    first. `matched` is the name as read, `rest` the office after it (市委网信办 gives 委网信办).
    """

    code: str | None
    candidates: tuple[str, ...]
    how: How
    matched: str = ""
    rest: str = ""
    note: str = ""
    everyday: bool = False  # 日照, 来宾: also an ordinary word; look for other regions around it

    @property
    def ambiguous(self) -> bool:
        """Several divisions are called this, and nothing here says which."""
        return self.code is None and bool(self.candidates)

    @property
    def office(self) -> bool:
        """The text names an office of the division, not the division itself."""
        return self.how == "office"


class Prefix(NamedTuple):
    """A division before a colon, and where in the text the colon ends."""

    resolution: Resolution
    end: int


UNKNOWN = Resolution(None, (), "unknown")
