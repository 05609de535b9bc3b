"""The person's own settings."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.core.actor import Role
from workforce.core.zones import zones
from workforce.services import accounts
from workforce.states.asking import asking
from workforce.states.notices import say
from workforce.states.requires import requires
from workforce.states.session import SessionState

PLACES = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


class SettingsState(rx.State):
    """The form; what is saved already stands in the session."""

    zones: list[str] = []  # noqa: RUF012 - Reflex copies defaults per tab
    busy: bool = False

    @rx.event
    @requires(Role.MANAGER)
    def load(self) -> None:
        """Fetch the time zones there are."""
        self.zones = ["UTC", *sorted(zone for zone in zones() if zone.startswith(PLACES))]

    @rx.event
    @requires(Role.MANAGER)
    async def save(self, typed: dict[str, Any]) -> Any:
        """Keep the time zone."""
        async with asking(self) as actor:
            changed = await accounts.set_timezone(actor, str(typed.get("timezone", "")))
            session = await self.get_state(SessionState)
            session._bind(session._sid, changed)
            await say(self, "Saved. All times are shown in this time zone now.")
        return SessionState.greet
