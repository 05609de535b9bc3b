"""What else a prompt asked for: each other worker is offered as a draft of its own."""

from __future__ import annotations

import reflex as rx

from workforce.components.elements import button, card, section_heading
from workforce.states.draft import DraftState


def other_jobs() -> rx.Component:
    """The names of the other workers, and one button that has all of them planned."""
    return rx.cond(
        DraftState.draft.other_jobs,
        card(
            section_heading("More than one worker", "This is the plan of the first job. You also asked for:"),
            rx.el.ul(
                rx.foreach(DraftState.draft.other_jobs, lambda title: rx.el.li(title)),
                class_name="mt-3 flex list-disc flex-col gap-1 pl-5 text-sm text-ink",
            ),
            rx.el.div(
                button("Plan these too", variant="secondary", size="sm", on_click=DraftState.plan_other_jobs),
                class_name="mt-4 flex",
            ),
        ),
    )
