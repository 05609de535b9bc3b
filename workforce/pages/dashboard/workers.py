"""All workers."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, empty_state, link_button, loading, page_header
from workforce.components.icons import icon
from workforce.components.shell import app_page
from workforce.components.worker_card import worker_card
from workforce.states.workers import WorkersState

ON_LOAD = [WorkersState.load]
TITLE = "Workers"
STATUSES = (
    ("", "At work and paused"),
    ("live", "Live"),
    ("paused", "Paused"),
    ("failed", "Needs attention"),
    ("deploying", "Starting"),
    ("retired", "Retired"),
)


def page() -> rx.Component:
    """Filters and cards."""
    cards = rx.el.div(
        rx.foreach(WorkersState.shown, worker_card), class_name="grid grid-cols-1 gap-4 md:grid-cols-2 2xl:grid-cols-3"
    )
    return app_page(
        "/app/workers",
        page_header(TITLE, "", link_button(icon("plus", 16), "Hire a worker", href="/app/hire")),
        rx.cond(
            WorkersState.loaded,
            rx.cond(
                WorkersState.rows, rx.fragment(_filters(), rx.cond(WorkersState.shown, cards, _nothing())), _empty()
            ),
            loading(WorkersState),
        ),
    )


def _filters() -> rx.Component:
    box = f"{styles.INPUT} h-10 sm:w-auto!"
    return rx.el.div(
        rx.el.input(
            type="search",
            placeholder="Search workers",
            aria_label="Search workers",
            default_value=WorkersState.text,
            on_change=WorkersState.search.debounce(150),
            class_name=f"{box} sm:min-w-64",
        ),
        rx.el.select(
            *(rx.el.option(words, value=value) for value, words in STATUSES),
            value=WorkersState.status,
            on_change=WorkersState.pick_status,
            aria_label="Status",
            class_name=box,
        ),
        rx.cond(
            WorkersState.departments,
            rx.el.select(
                rx.el.option("All departments", value=""),
                rx.foreach(WorkersState.departments, lambda name: rx.el.option(name, value=name)),
                value=WorkersState.department,
                on_change=WorkersState.pick_department,
                aria_label="Department",
                class_name=box,
            ),
        ),
        role="search",
        class_name="mb-5 flex flex-col gap-2 sm:flex-row",
    )


def _nothing() -> rx.Component:
    return empty_state(
        "No worker fits",
        "Change the words or the filters above.",
        button("Show all", variant="secondary", on_click=WorkersState.show_all),
        picture="search-x",
    )


def _empty() -> rx.Component:
    return empty_state(
        "No workers yet",
        "Describe a job; you approve the plan, and the worker does it from then on.",
        link_button("Hire a worker", href="/app/hire"),
        picture="bot",
    )
