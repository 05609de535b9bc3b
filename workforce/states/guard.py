"""The door in front of every event: who calls, may they, and is the tab theirs. What is not allowed is refused."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from reflex.app import App
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.constants.state import FIELD_MARKER
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext

from workforce.core import cookies
from workforce.core.actor import GUEST
from workforce.core.telemetry import new_correlation_id
from workforce.services import accounts
from workforce.states.arguments import fit
from workforce.states.notices import NoticeState
from workforce.states.requires import PUBLIC, allows, needed_role
from workforce.states.session import SessionState

FRAMEWORK = frozenset(
    {
        "hydrate",
        "hydrate_and_load",
        "set_is_hydrated",
        "on_load_internal",
        "update_vars_internal",
        "handle_frontend_exception",
    }
)


class Guard(Middleware):
    """Runs before every event, background ones too; long background work must ask again by itself."""

    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:
        """Let the event pass (None), or answer in its place."""
        new_correlation_id()
        path = state.router.url.path or "/"
        sid = cookies.session_id(state.router.headers.cookie)
        actor = (await accounts.actor_of(sid) if sid else None) or GUEST
        session = await state.get_state(SessionState)
        if session._sid and (actor is GUEST or session._sid != sid):
            return _leave(sign_in_address(path) if path.startswith("/app") and actor is GUEST else path)
        session._bind(sid if actor is not GUEST else "", actor)
        needed = _needed(event.name)
        if needed and allows(needed, None if actor is GUEST else actor.role):
            # No page of ours sends what does not fit; nobody waits for an answer to it.
            return None if fit(_handler(event.name), event.payload) else StateUpdate()
        if needed is None:
            return StateUpdate()
        if actor is GUEST:
            return _leave(sign_in_address(path))
        return StateUpdate(events=Event.from_event_type(NoticeState.tell("bad", NOT_ALLOWED)))  # type: ignore[operator]


NOT_ALLOWED = "Your role does not allow this. Ask an administrator of your company."


def sign_in_address(path: str) -> str:
    """The sign-in page that leads back to `path`."""
    return f"/sign-in?next={quote(path)}" if path.startswith("/app") else "/sign-in"


def _handler(name: str) -> Any:
    registered = RegistrationContext.get().event_handlers.get(name)
    return getattr(getattr(registered, "handler", None), "fn", None)


def _needed(name: str) -> str | None:
    handler = _handler(name)
    marked = needed_role(handler)
    if marked is None and getattr(handler, "__module__", "") == "reflex.state" and name.rsplit(".", 1)[-1] in FRAMEWORK:
        return PUBLIC
    return marked


def _leave(address: str) -> StateUpdate:
    """Tell the tab to forget its token and load `address` anew; nothing of the state is touched or sent."""
    return StateUpdate(delta={SessionState.get_full_name(): {f"leave_to{FIELD_MARKER}": address}})
