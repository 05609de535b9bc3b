"""Who is signed in on this tab, as the server knows it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import reflex as rx

from workforce.core import cookies
from workforce.core.actor import GUEST, Actor, Role
from workforce.core.telemetry import correlation_id
from workforce.services import company
from workforce.states.requires import PUBLIC, requires


class SessionState(rx.State):
    """What pages may show of the person; `_actor` is what handlers pass to the services."""

    signed_in: bool = False
    name: str = ""
    email: str = ""
    initials: str = ""
    company: str = ""
    role: str = ""
    leave_to: str = ""
    _sid: str = ""
    _actor: Actor = GUEST

    @rx.event
    @requires(PUBLIC)
    async def greet(self) -> None:
        """Show who is signed in; every page asks this first."""
        actor = self._actor
        self.signed_in = actor.user_id is not None
        self.name, self.email, self.role = actor.name, actor.email, str(actor.role)
        self.initials = _initials(actor.name or actor.email)
        self.company = await company.name_of(actor) if self.signed_in else ""

    @rx.var
    def timezone(self) -> str:
        """The zone to show times in: the person's, else the browser's.

        That it hangs on the address and the cookie has a second use: Reflex then fetches this state, which the guard
        asks before every event, in the same round trip as the event's own.
        """
        person = self._actor
        return person.timezone if person.user_id else cookies.timezone(self.router.headers.cookie)

    def _bind(self, sid: str, actor: Actor) -> None:
        """Tie this tab to a sign-in and keep the actor as the server's record has it now."""
        if self._sid != sid:
            self._sid = sid
        if self._actor != actor:
            self._actor = actor


async def followed_by(state: rx.State) -> tuple[str, UUID]:
    """Who opened this page: the session's id, and the company; for `live.moments`."""
    session = await state.get_state(SessionState)
    return session._sid, session._actor.require(Role.MANAGER)


async def acting(state: rx.State) -> Actor:
    """The actor behind a handler's call, with the correlation id of this click."""
    session = await state.get_state(SessionState)
    return replace(session._actor, correlation_id=correlation_id.get())


def _initials(name: str) -> str:
    words = [word for word in name.replace("@", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
