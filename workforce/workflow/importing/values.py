"""n8n's parameter values become the spec's: expressions stay to the letter, all else is said in the spec's terms."""

from __future__ import annotations

from typing import Any

from workforce.workflow.catalogue.display import is_expression
from workforce.workflow.spec import Expression, Group, Literal, Locator, Many, Value

LOCATOR_KEYS = {"__rl", "mode", "value", "cachedResultName", "cachedResultUrl"}


def value_of(given: Any) -> Value:
    """A value that compiles back to what was given."""
    if is_expression(given):
        return Expression(text=given)
    if isinstance(given, dict):
        return _locator(given) or _group(given)
    if isinstance(given, list) and any(_holds_more(inner) for inner in given):
        return Many(items=[value_of(inner) for inner in given])
    return Literal(value=given)


def _group(given: dict[str, Any]) -> Value:
    if any(_holds_more(inner) for inner in given.values()):
        return Group(fields={name: value_of(inner) for name, inner in given.items()})
    return Literal(value=given)


def _holds_more(given: Any) -> bool:
    """Whether an expression or a locator is somewhere inside."""
    if isinstance(given, dict):
        return _is_locator(given) or any(_holds_more(inner) for inner in given.values())
    if isinstance(given, list):
        return any(_holds_more(inner) for inner in given)
    return is_expression(given)


def _locator(given: dict[str, Any]) -> Locator | None:
    if not _is_locator(given):
        return None
    name, url = given.get("cachedResultName", ""), given.get("cachedResultUrl", "")
    return Locator(mode=given["mode"], value=value_of(given["value"]), name=name, url=url)


def _is_locator(given: dict[str, Any]) -> bool:
    """Whether the spec's locator says all of it; an empty cached name is something n8n would miss."""
    extra = [given[name] for name in ("cachedResultName", "cachedResultUrl") if name in given]
    return (
        given.get("__rl") is True
        and isinstance(given.get("mode"), str)
        and "value" in given
        and given.keys() <= LOCATOR_KEYS
        and all(isinstance(text, str) and text and not is_expression(text) for text in extra)
    )
