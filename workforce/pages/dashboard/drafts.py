"""Drafts that still need somebody."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import empty_state, link, link_button, loading, page_header, status_pill
from workforce.components.shell import app_page
from workforce.states.drafts import DraftsState
from workforce.states.rows import DraftRow

ON_LOAD = [DraftsState.load]
TITLE = "Drafts"
STATUS = {
    "planning": ("Planning", "accent"),
    "planned": ("Waits for you", "warn"),
    "unclear": ("Needs more words", "warn"),
    "failed": ("Did not work", "bad"),
    "deploying": ("Starting", "accent"),
}


def page() -> rx.Component:
    """The list."""
    empty = empty_state(
        "No open drafts",
        "What you describe becomes a plan here, and waits until you approve it.",
        link_button("Hire a worker", href="/app/hire"),
        picture="file-pen",
    )
    return app_page(
        "/app/drafts",
        page_header(TITLE, "Plans that are not at work yet."),
        rx.cond(DraftsState.loaded, rx.cond(DraftsState.rows, draft_list(), empty), loading(DraftsState)),
    )


def draft_list() -> rx.Component:
    """The drafts as rows that lead to them."""
    return rx.el.ul(
        rx.foreach(DraftsState.rows, _row),
        aria_label="Drafts",
        class_name=f"{styles.CARD} {styles.DIVIDED} overflow-hidden",
    )


def _row(row: DraftRow) -> rx.Component:
    return rx.el.li(
        link(
            rx.el.span(row.title, class_name="min-w-0 flex-1 truncate font-medium text-ink"),
            rx.el.span(row.created, class_name="hidden tabular-nums text-faint sm:inline"),
            status_pill(row.status, STATUS),
            href=row.url,
            extra="flex items-center gap-4 px-4 py-3.5 text-sm hover:bg-hover",
        )
    )
