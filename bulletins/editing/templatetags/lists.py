"""What templates of lists ask for."""

from typing import Any

from django import template

register = template.Library()


@register.simple_tag
def exported(changelist: Any, kind: str) -> str:
    """The address of the list as a file, as it is filtered and sorted now."""
    return f"list.{kind}{changelist.get_query_string(remove=['p', 'e'])}"
