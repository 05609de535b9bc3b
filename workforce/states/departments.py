"""The company's departments."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.core.actor import Role
from workforce.services import departments
from workforce.states.asking import asking, named
from workforce.states.notices import say
from workforce.states.requires import requires
from workforce.states.rows import DepartmentRow

NAME = "department-name"


class DepartmentsState(rx.State):
    """The list."""

    rows: list[DepartmentRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    loaded: bool = False
    failed: str = ""

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> None:
        """Fetch them."""
        async with asking(self) as actor:
            found = await departments.list_departments(actor)
            self.rows = [DepartmentRow(str(row.id), row.name, row.workers) for row in found]
            self.loaded = True

    @rx.event
    @requires(Role.ADMIN)
    async def add(self, typed: dict[str, Any]) -> Any:
        """Add one."""
        async with asking(self) as actor:
            await departments.add_department(actor, str(typed.get(NAME, "")))
            return [rx.set_value(NAME, ""), DepartmentsState.load]

    @rx.event
    @requires(Role.ADMIN)
    async def rename(self, ident: str, name: str) -> Any:
        """Give one another name."""
        if any(row.id == ident and row.name == str(name).strip() for row in self.rows):
            return None
        async with asking(self) as actor:
            await departments.rename_department(actor, named(ident), str(name))
            await say(self, "Renamed.")
        return DepartmentsState.load

    @rx.event
    @requires(Role.ADMIN)
    async def remove(self, ident: str) -> Any:
        """Remove one; its workers stay."""
        async with asking(self) as actor:
            await departments.remove_department(actor, named(ident))
            await say(self, "Removed. Its workers stay, without a department.")
        return DepartmentsState.load
