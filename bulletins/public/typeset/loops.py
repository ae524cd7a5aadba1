"""``for`` in a template: its body for each thing, which may ask where in the loop it is."""

from collections.abc import Callable, Sequence
from typing import Any

from django.template.defaulttags import ForNode

from bulletins.public.typeset.values import Names, value_of


class Place:
    """Where a loop is: ``forloop`` in its body."""

    __slots__ = ("counter0", "length", "parentloop")

    def __init__(self, length: int, parentloop: Any) -> None:
        self.counter0, self.length, self.parentloop = 0, length, parentloop

    @property
    def counter(self) -> int:
        return self.counter0 + 1

    @property
    def revcounter(self) -> int:
        return self.length - self.counter0

    @property
    def revcounter0(self) -> int:
        return self.length - self.counter0 - 1

    @property
    def first(self) -> bool:
        return self.counter0 == 0

    @property
    def last(self) -> bool:
        return self.counter0 == self.length - 1


def loop(
    node: ForNode, body: Callable[[Names], str], empty: Callable[[Names], str]
) -> Callable[[Names], str]:
    sequence: Any = node.sequence
    get, names_of = value_of(sequence, None), tuple(node.loopvars)

    def say(names: Names) -> str:
        values = _counted(get(names))
        if not values:
            return empty(dict(names))
        place = Place(len(values), names.get("forloop", {}))
        inside = {**names, "forloop": place}
        said = []
        for place.counter0, value in enumerate(reversed(values) if node.is_reversed else values):
            if len(names_of) == 1:
                inside[names_of[0]] = value
            else:
                inside.update(zip(names_of, value, strict=True))
            said.append(body(inside))
        return "".join(said)

    return say


def _counted(values: Any) -> Sequence[Any]:
    if values is None:
        return ()
    return values if hasattr(values, "__len__") else list(values)
