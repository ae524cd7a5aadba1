"""The nodes of a template as functions from what it is given to text."""

from collections.abc import Callable
from html import escape
from typing import Any

from django.template import Context
from django.template.base import Node, TextNode, VariableNode
from django.template.defaulttags import (
    CommentNode,
    FirstOfNode,
    ForNode,
    IfNode,
    LoadNode,
    URLNode,
    WithNode,
)
from django.template.library import SimpleNode
from django.template.loader_tags import BlockNode, IncludeNode
from django.templatetags.static import StaticNode
from django.urls import reverse
from django.utils.html import conditional_escape

from bulletins.public.typeset.conditions import condition
from bulletins.public.typeset.loops import loop
from bulletins.public.typeset.setting import PLAIN, Known, Say, Setting, escaped, shown
from bulletins.public.typeset.values import Names, is_constant, value_of


def _text(setting: Setting, node: TextNode) -> str:
    return node.s


def _nothing(setting: Setting, node: Node) -> str:
    return ""


def _variable(setting: Setting, node: VariableNode) -> Say:
    get = value_of(node.filter_expression)
    return lambda names: shown(get(names))


def _if(setting: Setting, node: IfNode) -> Say:
    ways = [(condition(asked), setting.joined(nodes)) for asked, nodes in node.conditions_nodelists]

    def say(names: Names) -> str:
        for holds, way in ways:
            if holds(names):
                return way(names)
        return ""

    return say


def _for(setting: Setting, node: ForNode) -> Say:
    otherwise: Any = node.nodelist_empty
    inside: Any = node.nodelist_loop
    body, empty = setting.joined(inside), setting.joined(otherwise)
    return loop(node, body, empty)


def _block(setting: Setting, node: BlockNode) -> Say:
    said = setting.joined(setting.blocks.get(node.name, node).nodelist)
    return lambda names: said(dict(names))


def _include(setting: Setting, node: IncludeNode) -> str | Say:
    if not is_constant(node.template):
        return setting.by_django(node)
    name, more = node.template.var, _values(node.extra_context)

    def say(names: Names) -> str:
        around: Names = {} if node.isolated_context else names
        return setting.named(name)({**around, **{key: get(names) for key, get in more.items()}})

    return say


def _with(setting: Setting, node: WithNode) -> Say:
    said, more = setting.joined(node.nodelist), _values(node.extra_context)
    return lambda names: said({**names, **{key: get(names) for key, get in more.items()}})


def _first_of(setting: Setting, node: FirstOfNode) -> Say:
    values = [value_of(one, None) for one in node.vars]

    def say(names: Names) -> str:
        found = next(filter(None, (get(names) for get in values)), "")
        return _kept(node.asvar, shown(found), names)

    return say


def _url(setting: Setting, node: URLNode) -> Say:
    name, kwargs = value_of(node.view_name), _values(node.kwargs)
    args = [value_of(one) for one in node.args]

    def say(names: Names) -> str:
        words = {key: get(names) for key, get in kwargs.items()}
        url = reverse(name(names), args=[get(names) for get in args], kwargs=words)
        return _kept(node.asvar, url if node.asvar else escape(url), names)

    return say if not node.asvar else setting.by_django(node)


def _static(setting: Setting, node: StaticNode) -> str | Say:
    if node.varname or not is_constant(node.path):
        return setting.by_django(node)
    return str(conditional_escape(StaticNode.handle_simple(node.path.resolve(PLAIN))))


def _tag(setting: Setting, node: SimpleNode) -> Say:
    args, kwargs = [value_of(one) for one in node.args], _values(node.kwargs)

    def say(names: Names) -> str:
        before = [Context(names)] if node.takes_context else []
        words = {key: get(names) for key, get in kwargs.items()}
        found = node.func(*before, *[get(names) for get in args], **words)
        if node.target_var is None:
            return escaped(found)
        return _kept(node.target_var, found, names)

    return say


def _kept(name: str | None, found: Any, names: Names) -> str:
    """Under that name, where one is wanted; else it is said."""
    if name is None:
        return str(found)
    names[name] = found
    return ""


def _values(named: dict[str, Any]) -> dict[str, Callable[[Names], Any]]:
    return {name: value_of(one) for name, one in named.items()}


SET: Known = {
    TextNode: _text,
    CommentNode: _nothing,
    LoadNode: _nothing,
    VariableNode: _variable,
    IfNode: _if,
    ForNode: _for,
    BlockNode: _block,
    IncludeNode: _include,
    WithNode: _with,
    FirstOfNode: _first_of,
    URLNode: _url,
    StaticNode: _static,
    SimpleNode: _tag,
}
