"""What somebody has typed: kept by the tab, from the landing page through sign-up into the dashboard."""

from __future__ import annotations

import reflex as rx

LONGEST = 20_000


class PromptState(rx.State):
    """The words; in the tab's session storage, so that a reload or an ended session loses nothing."""

    text: str = rx.SessionStorage("", name="wf_hire")


async def kept_prompt(state: rx.State) -> str:
    """What was typed and not yet turned into a draft."""
    return str((await state.get_state(PromptState)).text)[:LONGEST]


async def keep_prompt(state: rx.State, text: str) -> None:
    """Keep these words; an empty string forgets them (once a draft has them)."""
    (await state.get_state(PromptState)).text = text[:LONGEST]
