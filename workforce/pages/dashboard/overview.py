"""The first screen: how the company's workers are doing."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import (
    card,
    empty_state,
    link,
    link_button,
    page_header,
    section_heading,
    skeleton,
    stat,
)
from workforce.components.icons import icon
from workforce.components.run_view import runs_list
from workforce.components.shell import app_page
from workforce.pages.dashboard.drafts import draft_list
from workforce.states.drafts import DraftsState
from workforce.states.overview import OverviewState
from workforce.states.rows import DayRow
from workforce.states.runs import RunsState

ON_LOAD = [OverviewState.load, DraftsState.load, RunsState.load]
TITLE = "Overview"


def page() -> rx.Component:
    """Numbers, drafts that wait, the last runs."""
    return app_page(
        "/app/",
        page_header(TITLE, "", link_button(icon("plus", 16), "Hire a worker", href="/app/hire")),
        rx.el.div(
            rx.cond(OverviewState.loaded, _numbers(), _loading()),
            rx.cond(_is_new(), _welcome(), rx.fragment(_drafts(), _chart(), _runs())),
            class_name="flex flex-col gap-8",
        ),
    )


def _is_new() -> rx.Var[bool]:
    n = OverviewState.numbers
    nothing: rx.Var[bool] = (n.workers_live + n.workers_attention + n.runs_7d + n.drafts_open) == 0  # type: ignore[assignment]
    return OverviewState.loaded & nothing  # type: ignore[operator]


def _numbers() -> rx.Component:
    n = OverviewState.numbers
    failures = rx.cond(n.failures_7d > 0, f"{n.failures_7d} failed", "None failed")
    return rx.el.dl(
        stat("Workers at work", n.workers_live),
        stat("Need attention", n.workers_attention),
        stat("Runs in 7 days", n.runs_7d, failures),
        stat("Time saved in 7 days", n.hours_saved_7d, "Estimate: 10 minutes a run"),
        class_name=_GRID,
    )


_GRID = "grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4"


def _loading() -> rx.Component:
    tile = card(skeleton("h-3 w-1/2"), skeleton("mt-3 h-7 w-1/3"))
    return rx.el.div(tile, tile, tile, tile, role="status", aria_label="Loading", class_name=_GRID)


def _welcome() -> rx.Component:
    return empty_state(
        "Hire your first worker",
        "Describe a job that comes back every day or week. You get a plan in plain words; nothing runs "
        "until you approve.",
        link_button("Describe a job", href="/app/hire"),
        picture="bot",
    )


def _drafts() -> rx.Component:
    return rx.cond(
        DraftsState.rows,
        rx.el.section(section_heading("Waiting for you", "", link("All drafts", href="/app/drafts")), draft_list()),
    )


def _chart() -> rx.Component:
    bars = rx.el.ul(
        rx.foreach(OverviewState.numbers.days, _day),
        aria_label="Runs per day",
        class_name="mt-4 flex h-40 items-stretch gap-2 sm:gap-4",
    )
    legend = rx.el.p(
        rx.el.span(class_name="h-2 w-2 rounded-full bg-accent"),
        "succeeded",
        rx.el.span(class_name="ml-3 h-2 w-2 rounded-full bg-bad"),
        "failed",
        class_name="flex items-center gap-1.5 text-xs text-faint",
    )
    return rx.el.section(card(section_heading("Runs per day", "", legend), bars))


def _day(row: DayRow) -> rx.Component:
    bar = rx.el.div(
        rx.el.div(style={"height": f"{row.bad_height}%"}, class_name="w-full bg-bad"),
        rx.el.div(style={"height": f"{row.good_height}%"}, class_name="w-full bg-accent"),
        aria_hidden=True,
        class_name="flex w-full max-w-12 flex-1 flex-col justify-end gap-px overflow-hidden rounded-md bg-sunken",
    )
    words = rx.el.span(f"{row.label}: {row.runs} runs, {row.failures} failed", class_name="sr-only")
    return rx.el.li(
        rx.el.span(row.runs, aria_hidden=True, class_name="text-xs tabular-nums text-muted"),
        bar,
        rx.el.span(row.label, aria_hidden=True, class_name="whitespace-nowrap text-xs text-faint"),
        words,
        class_name="flex min-w-0 flex-1 flex-col items-center gap-1.5",
    )


def _runs() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Latest runs", class_name=f"{styles.HEADING} mb-3"),
        runs_list("Runs appear here as soon as a worker starts.", with_worker=True),
    )
