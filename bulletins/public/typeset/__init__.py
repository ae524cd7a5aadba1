"""Templates set in type: once each, every node of one becomes a function from names to text.

Django walks a template anew for every page: at each name it asks a pile of scopes, and tries what
the name may be. Here that is decided once, and a page takes a third of the time. What a template
says is the same, to the byte; a tag that is not known here is left to Django.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.template import Template
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, ExtendsNode
from django.utils.safestring import SafeString

from bulletins.public.typeset.nodes import SET
from bulletins.public.typeset.setting import Setting
from bulletins.public.typeset.values import Names

Page = Callable[[Names], SafeString]
ALWAYS = {"True": True, "False": False, "None": None}


@cache
def typeset(name: str) -> Page:
    """The template of that name, from what it is given to the page."""
    return set_in_type(_template(name))


def set_in_type(template: Template) -> Page:
    """With the templates it extends; of those only what it does not say itself."""
    blocks: dict[str, BlockNode] = {}
    while extends := _extends(template):
        blocks = extends.blocks | blocks
        parent: Any = extends.parent_name
        template = _template(parent.var)
    say = Setting(template, blocks, typeset, SET).joined(template.nodelist)

    def page(said: Names) -> SafeString:
        return SafeString(say(ALWAYS | said))

    return page


def _template(name: str) -> Template:
    found: Any = get_template(name)
    template: Template = found.template
    return template


def _extends(template: Template) -> ExtendsNode | None:
    return next((node for node in template.nodelist if isinstance(node, ExtendsNode)), None)
