"""The mark that every event handler carries: who may call it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from workforce.core.actor import RANK, Role

Handler = TypeVar("Handler", bound=Callable[..., Any])
PUBLIC = "public"
_MARK = "__wf_requires__"


def requires(role: Role | str) -> Callable[[Handler], Handler]:
    """Mark a handler with the least role that may call it (`PUBLIC`: everybody). Stands below `@rx.event`.

    A handler without the mark is refused to everybody: every method of a state can be called from outside.
    """
    needed = PUBLIC if role == PUBLIC else Role(role)

    def mark(handler: Handler) -> Handler:
        setattr(handler, _MARK, needed)
        return handler

    return mark


def needed_role(handler: object) -> str | None:
    """The handler's mark: a role, `PUBLIC`, or None when it carries none."""
    return getattr(handler, _MARK, None)


def allows(needed: str, role: Role | None) -> bool:
    """Whether a person of this role (None: nobody signed in) may call a handler marked so."""
    if needed == PUBLIC:
        return True
    return role is not None and RANK[role] >= RANK[Role(needed)]
