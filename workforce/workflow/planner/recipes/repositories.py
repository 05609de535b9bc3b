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


def _repo_part(order: Order, index: int) -> str:
    return _repo(order)[index]


@recipe("repo_owner")
def repo_owner(order: Order) -> Value:
    owner = _repo_part(order, 0)
    return (
        Locator(mode="name", value=Literal(value=owner), name=owner)
        if owner
        else Locator(
            mode="name",
            value=order.ask("repo", "Which repository (owner/name)?", "The worker needs to know where.", "owner"),
            name="",
        )
    )


@recipe("repo_name")
def repo_name(order: Order) -> Value:
    name = _repo_part(order, 1)
    return (
        Locator(mode="name", value=Literal(value=name), name=name)
        if name
        else Locator(
            mode="name",
            value=order.ask("repo", "Which repository (owner/name)?", "The worker needs to know where.", "repository"),
            name="",
        )
    )


@recipe("repo_owner_text")
def repo_owner_text(order: Order) -> Value:
    owner = _repo_part(order, 0)
    return (
        Literal(value=owner)
        if owner
        else order.ask("repo", "Which repository (owner/name)?", "The worker needs to know where.", "owner")
    )


@recipe("repo_name_text")
def repo_name_text(order: Order) -> Value:
    name = _repo_part(order, 1)
    return (
        Literal(value=name)
        if name
        else order.ask("repo", "Which repository (owner/name)?", "The worker needs to know where.", "repository")
    )
