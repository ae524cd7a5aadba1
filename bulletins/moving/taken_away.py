"""What was withdrawn or erased here does not come back by moving in, whatever it is called."""

import re
from dataclasses import dataclass
from typing import Self

from django.db.models import Exists, OuterRef, Q

from bulletins.models import Article, Redirect, Withdrawal
from bulletins.moving.fields import BadLine
from bulletins.moving.lines import Line

OWN = re.compile(r"article-([1-9][0-9]{0,14})\Z")  # as ``moving_out`` calls what began here


def own_id(number: int | None) -> str:
    """What an article that began here is called where it moves in."""
    return f"article-{number}"


def own_number(line_id: str) -> int:
    """The number that such an id says; 0 for one from elsewhere."""
    found = OWN.match(line_id)
    return int(found[1]) if found else 0


@dataclass(frozen=True, slots=True)
class TakenAway:
    """numbers: of what began here. addresses: old ones, and the number to which they led."""

    numbers: frozenset[int]
    addresses: dict[str, int]

    @classmethod
    def now(cls) -> Self:
        """Two queries: few articles are withdrawn."""
        standing = Withdrawal.objects.standing().filter(article=OuterRef("pk"))
        gone = Article.objects.filter(Exists(standing) | Q(erased_at__isnull=False))
        own = gone.filter(import_id=None).values_list("number", flat=True)
        led = Redirect.objects.filter(article__in=gone).values_list("path", "article__number")
        return cls(frozenset(filter(None, own)), {path: number or 0 for path, number in led})

    def require_other(self, line: Line, path: str) -> None:
        """path: its old address. Raises BadLine for what may be the same article."""
        number = self.addresses.get(path, 0) if path else 0
        if own_number(line.id) in self.numbers:
            number = own_number(line.id)
        if number:
            raise BadLine(
                f"本站第 {number} 号稿件已撤下或清除，迁移不会让它回来：确是另一篇，"
                "请换一个 id，并去掉 old_address"
            )
