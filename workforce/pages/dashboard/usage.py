"""What was used this month."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import (
    empty_state,
    link,
    link_button,
    loading,
    page_header,
    stat,
    table,
    table_row,
)
from workforce.components.shell import app_page
from workforce.states.rows import UsageRow
from workforce.states.usage import UsageState

ON_LOAD = [UsageState.load]
TITLE = "Usage"


def page() -> rx.Component:
    """The month's runs, by worker."""
    rows = rx.el.div(
        rx.el.dl(
            stat("Finished runs", UsageState.total, UsageState.month),
            class_name=f"max-w-64 {styles.CARD} overflow-hidden",
        ),
        table(("Worker", "Runs", "Of these failed"), rx.foreach(UsageState.rows, _row), "Runs by worker"),
        class_name="flex flex-col gap-5",
    )
    empty = empty_state(
        "Nothing used this month",
        "Each finished run of a worker counts once and shows here.",
        link_button("See your workers", href="/app/workers"),
        picture="gauge",
    )
    return app_page(
        "/app/usage",
        page_header(TITLE, "Each finished run counts once, whether it succeeded or failed."),
        rx.cond(UsageState.loaded, rx.cond(UsageState.rows, rows, empty), loading(UsageState)),
    )


def _row(row: UsageRow) -> rx.Component:
    number = "tabular-nums"
    return table_row(
        link(row.name, href=row.url),
        rx.el.span(row.runs, class_name=number),
        rx.el.span(row.failures, class_name=number),
    )
