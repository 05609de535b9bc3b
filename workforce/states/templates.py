"""The gallery of templates: by department, by words, and one click to a draft."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import reflex as rx

from workforce.core.actor import Role
from workforce.services import templates
from workforce.services.templates import TemplateFacts
from workforce.states.asking import asking, named
from workforce.states.requires import requires
from workforce.states.words import many

FIRST, ALL = 12, 1_000


@dataclass
class TemplateRow:
    """A card of the gallery."""

    id: str = ""
    name: str = ""
    department: str = ""
    summary: str = ""
    icons: list[str] = field(default_factory=list)
    open: str = ""


class TemplatesState(rx.State):
    """What of the gallery is shown. department: empty for all; more: how many are not shown yet; starting: an id."""

    rows: list[TemplateRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    departments: list[str] = []  # noqa: RUF012
    department: str = ""
    more: int = 0
    starting: str = ""
    _words: str = ""
    _shown: int = FIRST

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> None:
        """Open the gallery."""
        self.starting, self.department, self._words, self._shown = "", "", "", FIRST
        await self._look()

    @rx.event
    @requires(Role.MANAGER)
    async def choose(self, department: str) -> None:
        """Show one department's templates; the same again shows all."""
        self.department = "" if department == self.department else department
        self._shown = FIRST
        await self._look()

    @rx.event
    @requires(Role.MANAGER)
    async def search(self, text: str) -> None:
        """Show the templates that have all these words."""
        self._words, self._shown = str(text)[:200], FIRST
        await self._look()

    @rx.event
    @requires(Role.MANAGER)
    async def show_more(self) -> None:
        """Show the rest."""
        self._shown = ALL
        await self._look()

    @rx.event
    @requires(Role.MANAGER)
    async def start(self, ident: str) -> AsyncIterator[Any]:
        """Make a draft of a template and go there."""
        self.starting = ident
        yield
        async with asking(self) as actor:
            draft = await templates.start_from(actor, named(ident))
            yield rx.redirect(f"/app/drafts/{draft}")
        self.starting = ""

    async def _look(self) -> None:
        """Ask for the templates each time: a tab that keeps them all would carry them through every click."""
        async with asking(self) as actor:
            every = await templates.list_templates(actor)
            self.departments = list(dict.fromkeys(one.department for one in every if one.department))
            self._show(every)

    def _show(self, every: list[TemplateFacts]) -> None:
        wanted = self._words.lower().split()
        found = [
            one
            for one in every
            if self.department in ("", one.department) and all(word in _text(one) for word in wanted)
        ]
        self.rows = [_row(one) for one in found[: self._shown]]
        self.more = len(found) - len(self.rows)


def _text(template: TemplateFacts) -> str:
    return f"{template.name} {template.department} {template.summary} {template.prompt}".lower()


def _row(template: TemplateFacts) -> TemplateRow:
    asked = f"{many(template.questions, 'question')} to answer" if template.questions else "Ready to use"
    return TemplateRow(
        str(template.id), template.name, template.department, template.summary, list(template.icons), asked
    )
