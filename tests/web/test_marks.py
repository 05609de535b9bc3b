"""Every handler says who may call it; what says nothing is refused."""

from __future__ import annotations

import pytest
import reflex as rx
from reflex_base.registry import RegistrationContext

from workforce.app import ROUTES, app
from workforce.core.actor import Role
from workforce.states.guard import FRAMEWORK, _needed
from workforce.states.requires import PUBLIC, allows, needed_role

PUBLIC_HANDLERS = {
    "SessionState.greet",
    "EntryState.read_address",
    "LandingState.rehearse",
    "LandingState.open",
    "LandingState.submit",
    "LandingState.start_over",
    "NoticeState.tell",
    "NoticeState.dismiss",
    "NoticeState.clear",
}


def _handlers() -> dict[str, object]:
    assert app is not None
    found = app._registration_context.event_handlers
    return {name: registered.handler.fn for name, registered in found.items()}


def test_every_handler_of_ours_carries_a_mark() -> None:
    ours = {name: fn for name, fn in _handlers().items() if getattr(fn, "__module__", "").startswith("workforce.")}
    assert len(ours) > 10
    assert [name for name, fn in ours.items() if needed_role(fn) is None] == []


def test_only_the_listed_handlers_are_open_to_everybody() -> None:
    opened = {fn.__qualname__ for fn in _handlers().values() if needed_role(fn) == PUBLIC}  # type: ignore[attr-defined]
    assert opened == PUBLIC_HANDLERS


def test_setvar_and_unknown_events_are_refused() -> None:
    with app._registration_context:
        others = [name for name, fn in _handlers().items() if getattr(fn, "__module__", "") == "reflex.state"]
        refused = {name.rsplit(".", 1)[-1] for name in others if _needed(name) is None}
        allowed = {name.rsplit(".", 1)[-1] for name in others if _needed(name) is not None}
        assert "setvar" in refused
        assert allowed <= FRAMEWORK
        assert _needed("no.such.event") is None
    assert RegistrationContext is not None


@pytest.mark.parametrize(
    ("needed", "role", "may"),
    [
        (PUBLIC, None, True),
        (Role.GUEST, None, False),
        (Role.MANAGER, Role.GUEST, False),
        (Role.MANAGER, Role.MANAGER, True),
        (Role.MANAGER, Role.ADMIN, True),
        (Role.SUPERUSER, Role.ADMIN, False),
    ],
)
def test_who_may(needed: str, role: Role | None, may: bool) -> None:
    assert allows(needed, role) is may


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_every_page_draws(route: object) -> None:
    assert isinstance(route.page(), rx.Component)  # type: ignore[attr-defined]
