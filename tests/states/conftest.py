"""One browser tab without a browser: its states, signed in as the founder of a fresh company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
import reflex as rx

from tests.conftest import Database
from tests.stack import point_settings_at
from workforce.core.actor import Actor
from workforce.services import accounts, sessions
from workforce.states.notices import NoticeState
from workforce.states.session import SessionState

S = TypeVar("S", bound=rx.State)


@dataclass
class Tab:
    """A tab's states. `call` drives a handler to its end and gives the events it returned."""

    root: rx.State
    actor: Actor

    async def state(self, cls: type[S]) -> S:
        return await self.root.get_state(cls)

    async def call(self, cls: type[rx.State], name: str, *values: Any) -> list[Any]:
        handler: Callable[..., Any] = getattr(cls, name).fn
        result = handler(await self.state(cls), *values)
        if hasattr(result, "__aiter__"):
            return [event async for event in result if event is not None]
        result = await result if hasattr(result, "__await__") else result
        return result if isinstance(result, list) else [result] if result is not None else []

    async def told(self) -> list[str]:
        return [notice.text for notice in (await self.state(NoticeState)).notices]


@pytest.fixture
async def tab(app: Database, catalogue_path: Path) -> Any:
    """A tab of Dana, who founded a company a moment ago."""
    async with point_settings_at(CATALOGUE_PATH=str(catalogue_path)):
        sid = await accounts.sign_up("dana@example.com", "correct horse 9 battery", "Dana", "Outdoor", "Europe/Berlin")
        actor = await sessions.actor_of(sid)
        assert actor is not None
        made = Tab(rx.State(_reflex_internal_init=True), actor)  # type: ignore[call-arg]
        (await made.state(SessionState))._bind(sid, actor)
        yield made
