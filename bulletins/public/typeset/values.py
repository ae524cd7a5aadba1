"""Names and filters in a template, as functions from what it is given to their value."""

from collections.abc import Callable, Mapping, Sequence
from inspect import signature
from typing import Any

from django.template import VariableDoesNotExist
from django.template.base import FilterExpression, Variable
from django.utils.safestring import SafeData, mark_safe
from django.utils.timezone import template_localtime  # type: ignore[attr-defined]  # not in the stubs

Names = dict[str, Any]
Get = Callable[[Names], Any]
ABSENT = object()
# Kinds of things in which a name finds nothing: they are asked by number alone
BY_NUMBER = (tuple.__getitem__, list.__getitem__, str.__getitem__)


def value_of(said: FilterExpression, missing: Any = "") -> Get:
    """missing: what stands for a name that is not given."""
    get = _given(said.var, missing) if said.is_var else _constant(said.var)
    for function, args in said.filters:
        get = _filtered(get, function, args)
    return get


def is_constant(said: FilterExpression) -> bool:
    return not said.filters and (not said.is_var or said.var.lookups is None)


def _constant(value: Any) -> Get:
    return lambda names: value


def _given(variable: Variable, missing: Any) -> Get:
    if variable.lookups is not None and len(variable.lookups) == 1 and not variable.translate:
        return _named(variable.lookups[0], missing)
    get = _found(variable)

    def given(names: Names) -> Any:
        try:
            return get(names)
        except VariableDoesNotExist:
            return missing

    return given


def _named(name: str, missing: Any) -> Get:
    """A name alone: most of what is asked."""

    def named(names: Names) -> Any:
        current = names.get(name, ABSENT)
        if current is ABSENT:
            return missing
        return _silently(current, ()) if callable(current) else current

    return named


def _found(variable: Variable) -> Get:
    """Raises VariableDoesNotExist."""
    if variable.lookups is None or variable.translate:
        return lambda names: variable.resolve(names)
    first, *rest = variable.lookups

    def found(names: Names) -> Any:
        try:
            current = names[first]
        except KeyError:
            raise VariableDoesNotExist("%s is not given", (first,)) from None
        return _silently(current, rest)

    return found


def _silently(current: Any, rest: Sequence[str]) -> Any:
    """What is reached from there; some errors say of themselves that nothing is there."""
    try:
        if callable(current):
            current = _called(current)
        for bit in rest:
            current = _step(current, bit)
    except Exception as error:
        if getattr(error, "silent_variable_failure", False):
            return ""
        raise
    return current


def _step(current: Any, bit: str) -> Any:
    """By key, by attribute, by number, as Django looks."""
    getter = getattr(type(current), "__getitem__", None)
    if getter is not None and getter not in BY_NUMBER:
        try:
            return _called(current[bit])
        except (TypeError, AttributeError, KeyError, ValueError, IndexError):
            pass
    try:
        found = getattr(current, bit)
    except (TypeError, AttributeError):
        if bit in dir(current):
            raise  # by a property
        try:
            found = current[int(bit)]
        except (IndexError, ValueError, KeyError, TypeError):
            raise VariableDoesNotExist("%s has no %s", (current, bit)) from None
    return _called(found) if callable(found) else found


def _called(found: Any) -> Any:
    """What is a function is called, unless it changes anything or wants to be told more."""
    if not callable(found) or getattr(found, "do_not_call_in_templates", False):
        return found
    if getattr(found, "alters_data", False):
        return ""
    try:
        return found()
    except TypeError:
        if _could_be_called(found):
            raise
        return ""


def _could_be_called(found: Callable[..., Any]) -> bool:
    try:
        signature(found).bind()
    except (ValueError, TypeError):
        return False
    return True


def _filtered(get: Get, function: Any, args: list[tuple[bool, Any]]) -> Get:
    given = [_found(arg) if looked_up else _constant(mark_safe(arg)) for looked_up, arg in args]  # noqa: S308  the template's own word
    in_place = getattr(function, "expects_localtime", False)
    stays_safe = getattr(function, "is_safe", False)
    options: Mapping[str, Any] = (
        {"autoescape": True} if getattr(function, "needs_autoescape", False) else {}
    )

    def filtered(names: Names) -> Any:
        value = get(names)
        if in_place:
            value = template_localtime(value)
        found = function(value, *[one(names) for one in given], **options)
        return mark_safe(found) if stays_safe and isinstance(value, SafeData) else found  # noqa: S308

    return filtered
