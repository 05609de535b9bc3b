"""The drafts that still need somebody."""

from __future__ import annotations

import reflex as rx

from workforce.core.actor import Role
from workforce.services import drafts
from workforce.states.asking import asking
from workforce.states.plan_rows import draft_row
from workforce.states.requires import requires
from workforce.states.rows import DraftRow


class DraftsState(rx.State):
    """Open drafts, newest first."""

    rows: list[DraftRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    loaded: bool = False
    failed: str = ""

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> None:
        """Fetch them."""
        async with asking(self) as actor:
            self.rows = [draft_row(draft, actor.timezone) for draft in await drafts.list_drafts(actor)]
            self.loaded = True
