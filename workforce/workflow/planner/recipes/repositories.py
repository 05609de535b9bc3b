"""Which repository: its owner and its name."""

from __future__ import annotations

import re

from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.spec import Literal, Locator, Value


def _repo(order: Order) -> tuple[str, str]:
    found = order.intent.entities("repo") or [p.content for p in order.assembly.request.pieces if p.kind == "repo"]
    if not found:
        addresses = [
            re.search(r"git(?:hub|lab)\.com/([\w.-]+)/([\w.-]+)", u)
            for u in [p.content for p in order.assembly.request.pieces if p.kind == "url"]
        ]
        match = next((m for m in addresses if m), None)
        if match:
            return match.group(1), match.group(2)
        owner = order.named("group", "team", "space") or order.anywhere("group", "space")
        name = order.named("project", "site") or order.anywhere("project")
        return owner, name
    owner, _, name = found[0].rpartition("/")
    return owner, name


def _located(order: Order, part: str, stand_in: str) -> Value:
    if part:
        return Locator(mode="name", value=Literal(value=part), name=part)
    return Locator(mode="name", value=_asked(order, "", stand_in), name="")


def _asked(order: Order, part: str, stand_in: str) -> Value:
    return order.known(part, "repo", "Which repository (owner/name)?", "The worker needs to know where.", stand_in)


@recipe("repo_owner")
def repo_owner(order: Order) -> Value:
    """Whose repository, as a thing to choose."""
    return _located(order, _repo(order)[0], "owner")


@recipe("repo_name")
def repo_name(order: Order) -> Value:
    """The repository, as a thing to choose."""
    return _located(order, _repo(order)[1], "repository")


@recipe("repo_owner_text")
def repo_owner_text(order: Order) -> Value:
    """Whose repository, as plain text."""
    return _asked(order, _repo(order)[0], "owner")


@recipe("repo_name_text")
def repo_name_text(order: Order) -> Value:
    """The repository, as plain text."""
    return _asked(order, _repo(order)[1], "repository")
