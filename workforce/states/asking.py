"""How a handler asks a service: with the actor of its tab, and with a sentence for people when that fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import reflex as rx

from workforce.core.actor import Actor
from workforce.core.errors import NotFound, WorkforceError
from workforce.states.notices import say
from workforce.states.session import acting


@asynccontextmanager
async def asking(state: rx.State) -> AsyncIterator[Actor]:
    """The actor for one verb; an expected error inside ends as a message, and the rest of the block is left out.

    A state with a var `failed` keeps the sentence there until the next try, for the place where its rows would be.
    """
    if getattr(state, "failed", ""):
        state.failed = ""
    try:
        yield await acting(state)
    except WorkforceError as error:
        if hasattr(state, "failed"):
            state.failed = error.sentence
        await say(state, error.sentence, "bad")


def named(text: str) -> UUID:
    """An id that came from an address or a click. Raises `NotFound` when it is none."""
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound from error


def last_part(state: rx.State) -> str:
    """The last part of the page's address: the id on a page of one thing."""
    return str(state.router.url.path).rstrip("/").rsplit("/", 1)[-1]
