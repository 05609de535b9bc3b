"""The page where a worker is described."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import reflex as rx

from workforce.core.actor import Role
from workforce.core.errors import WorkforceError
from workforce.services import departments, drafts
from workforce.states.asking import asking, named
from workforce.states.prompt import keep_prompt, kept_prompt
from workforce.states.requires import requires
from workforce.states.rows import Option
from workforce.states.session import acting

BOX = "hire-prompt"


class HireState(rx.State):
    """The form around the box; what is typed is kept by the tab (`states/prompt`) until it is a draft."""

    error: str = ""
    busy: bool = False
    departments: list[Option] = []  # noqa: RUF012 - Reflex copies defaults per tab

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> AsyncIterator[Any]:
        """Open the page: words from the address (`?prompt=`) or from the tab go back into the box."""
        self.error, self.busy = "", False
        if text := str(self.router.url.query_parameters.get("prompt", "")) or await kept_prompt(self):
            await keep_prompt(self, text)
            yield rx.set_value(BOX, text)
        async with asking(self) as actor:
            rows = await departments.list_departments(actor)
            self.departments = [Option(str(row.id), row.name) for row in rows]

    @rx.event
    @requires(Role.MANAGER)
    async def keep(self, text: str) -> None:
        """Remember what is typed."""
        await keep_prompt(self, str(text))
        self.error = ""

    @rx.event
    @requires(Role.MANAGER)
    async def use(self, text: str) -> Any:
        """Put an example into the box."""
        await keep_prompt(self, text)
        self.error = ""
        return [rx.set_value(BOX, text), rx.set_focus(BOX)]

    @rx.event
    @requires(Role.MANAGER)
    async def submit(self, typed: dict[str, Any]) -> AsyncIterator[Any]:
        """Make a draft of it and go there; what cannot be used is said beside the box."""
        prompt, department = str(typed.get(BOX, "")), str(typed.get("department") or "")
        self.error, self.busy = "", True
        yield
        await keep_prompt(self, prompt)
        try:
            ident = await drafts.start(await acting(self), prompt, named(department) if department else None)
            await keep_prompt(self, "")
            yield rx.redirect(f"/app/drafts/{ident}")
        except WorkforceError as error:
            self.error = error.sentence
        finally:
            self.busy = False
