"""The company's connections, and the form that adds one. What is typed into that form never comes here."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.core.actor import Role
from workforce.core.errors import WorkforceError
from workforce.services import connections
from workforce.services.records import ConnectionField
from workforce.states.asking import asking, named
from workforce.states.notices import say
from workforce.states.requires import requires
from workforce.states.rows import ConnectionFieldRow, ConnectionKindRow, ConnectionRow, Option
from workforce.states.session import acting
from workforce.states.words import day

SCREENFUL = 18


class ConnectionsState(rx.State):
    """The list."""

    rows: list[ConnectionRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    loaded: bool = False
    failed: str = ""

    @rx.event
    @requires(Role.MANAGER)
    async def load(self) -> None:
        """Fetch them."""
        async with asking(self) as actor:
            self.rows = [
                ConnectionRow(
                    str(row.id), row.name, row.service, row.icon, day(row.created_at, actor.timezone), row.used_by
                )
                for row in await connections.list_connections(actor)
            ]
            self.loaded = True

    @rx.event
    @requires(Role.MANAGER)
    async def remove(self, ident: str) -> Any:
        """Forget one."""
        async with asking(self) as actor:
            await connections.remove(actor, named(ident))
            await say(self, "The connection is removed.")
        return ConnectionsState.load


class ConnectState(rx.State):
    """The form: which kind, its fields, and what was wrong with the last try. found: a screenful of kinds."""

    found: list[ConnectionKindRow] = []  # noqa: RUF012 - Reflex copies defaults per tab
    hidden: int = 0
    kind: str = ""
    label: str = ""
    icon: str = ""
    fields: list[ConnectionFieldRow] = []  # noqa: RUF012
    has_more: bool = False
    error: str = ""
    wrong: str = ""

    @rx.event
    @requires(Role.MANAGER)
    def open(self) -> None:
        """Start with the choice of a kind."""
        self.reset()  # type: ignore[no-untyped-call]
        self._find("")

    @rx.event
    @requires(Role.MANAGER)
    def narrow(self, text: str) -> None:
        """Narrow the kinds by words."""
        self._find(str(text))

    @rx.event
    @requires(Role.MANAGER)
    async def pick(self, kind: str) -> None:
        """Show the fields of a kind."""
        self.kind, self.fields, self.error, self.wrong = str(kind), [], "", ""
        known = next((one for one in connections.kinds() if one.kind == self.kind), None)
        self.label, self.icon = (known.service, known.icon) if known else (self.kind, "")
        if not self.kind:
            return
        try:
            actor = await acting(self)
            self.fields = [_field(field) for field in await connections.fields(actor, self.kind)]
            self.has_more = any(row.rarely for row in self.fields)
        except WorkforceError as error:
            self.error = error.sentence

    @rx.event
    @requires(Role.MANAGER)
    async def answered(self, reply: dict[str, Any]) -> Any:
        """What the form's own way to the server gave back: a sentence and a field, or the new connection's id."""
        self.error, self.wrong = str(reply.get("sentence") or ""), str(reply.get("field") or "")
        if not reply.get("id"):
            return None
        await say(self, f"{self.label} is connected.")
        self.kind, self.fields = "", []
        return [ConnectionsState.load]

    def _find(self, text: str) -> None:
        """The kinds that the words leave."""
        words = text.lower().split()
        fitting = [one for one in connections.kinds() if all(word in one.words for word in words)]
        self.found = [ConnectionKindRow(one.kind, one.service, one.way, one.icon) for one in fitting[:SCREENFUL]]
        self.hidden = len(fitting) - len(self.found)


def _field(field: ConnectionField) -> ConnectionFieldRow:
    shown = "password" if field.secret else {"number": "number"}.get(field.kind, "text")
    kind = "long_text" if field.kind == "long_text" else "choice" if field.options else field.kind
    return ConnectionFieldRow(
        name=field.name,
        label=field.label,
        kind=kind,
        input_type=shown,
        required=field.required and not field.default,
        default="" if field.secret else field.default,
        options=[Option(option, option) for option in field.options],
        help=field.help,
        rarely=field.rarely,
    )
