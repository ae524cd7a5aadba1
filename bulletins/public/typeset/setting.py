"""Nodes one after another: how one template is set, and how a value is printed in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from django.template import Context, Template
from django.template.base import Node, render_value_in_context
from django.template.loader_tags import BlockNode
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from bulletins.public.typeset.values import Names

Say = Callable[[Names], str]
Known = Mapping[type[Node], Callable[["Setting", Any], str | Say]]
PLAIN = Context()


class Setting:
    """How one template is set. blocks: what stands in place of its own blocks of these names.

    named: gives other templates, set. known: how each kind of node is set; others, Django says.
    """

    def __init__(
        self,
        template: Template,
        blocks: dict[str, BlockNode],
        named: Callable[[str], Say],
        known: Known,
    ) -> None:
        self.template, self.blocks, self.named, self.known = template, blocks, named, known

    def joined(self, nodes: Iterable[Node]) -> Say:
        """One after another; what is said always is one piece."""
        parts = list(_in_pieces(map(self._set, nodes)))
        if len(parts) == 1:
            alone = parts[0]
            return (lambda names: alone) if isinstance(alone, str) else alone

        def say(names: Names) -> str:
            return "".join([one if one.__class__ is str else one(names) for one in parts])  # type: ignore[operator]

        return say

    def _set(self, node: Node) -> str | Say:
        known = self.known.get(type(node))
        return known(self, node) if known else self.by_django(node)

    def by_django(self, node: Node) -> Say:
        def say(names: Names) -> str:
            context = Context(names)
            with (
                context.bind_template(self.template),
                context.render_context.push_state(self.template),
            ):
                return node.render(context)

        return say


def _in_pieces(parts: Iterable[str | Say]) -> Iterator[str | Say]:
    texts: list[str] = []
    for one in parts:
        if isinstance(one, str):
            texts.append(one)
            continue
        if texts:
            yield "".join(texts)
            texts = []
        yield one
    if texts:
        yield "".join(texts)


def escaped(value: Any) -> str:
    """What a tag gave; Django's own way asks first whether it is a lazy one."""
    kind = type(value)
    if kind is SafeString:
        return value  # type: ignore[no-any-return]
    return escape(value) if kind is str else str(conditional_escape(value))


def shown(value: Any) -> str:
    """A value as it is printed."""
    kind = type(value)
    if kind is SafeString:
        return str(value)
    if kind is str:
        return escape(value)
    if kind is int:
        return str(value)  # no thousands apart: nothing else of a number depends on a language
    return render_value_in_context(value, PLAIN)
