"""The first screen: how the company's workers are doing."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import (
    STRIP,
    card,
    link,
    loading,
    page_header,
    section_heading,
    skeleton,
    skeleton_list,
    stat,
)
from workforce.components.hire_form import hire_examples, hire_form
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
    """Numbers, drafts that wait, the last runs; for a new company, the box to begin with."""
    return app_page(
        "/app/",
        rx.cond(
            OverviewState.loaded,
            rx.cond(_is_new(), _welcome(), _filled()),
            rx.cond(OverviewState.failed != "", rx.fragment(page_header(TITLE), loading(OverviewState)), _loading()),
        ),
    )


def _is_new() -> rx.Var[bool]:
    n = OverviewState.numbers
    nothing: rx.Var[bool] = (n.workers_live + n.workers_attention + n.runs_7d + n.drafts_open) == 0  # type: ignore[assignment]
    return nothing


def _filled() -> rx.Component:
    return rx.fragment(
        page_header(TITLE, ""),
        rx.el.div(_numbers(), _drafts(), _chart(), _runs(), class_name="flex flex-col gap-8"),
    )


def _numbers() -> rx.Component:
    n = OverviewState.numbers
    failures = rx.cond(n.failures_7d > 0, f"{n.failures_7d} failed", "None failed")
    attention = rx.cond(n.workers_attention > 0, "Look at them under Workers", "All is well")
    return rx.el.dl(
        stat("Workers at work", n.workers_live),
        stat("Need attention", n.workers_attention, attention),
        stat("Runs in 7 days", n.runs_7d, failures),
        stat("Time saved in 7 days", n.saved_7d, "Estimate: 10 minutes a run"),
        class_name=STRIP,
    )


def _loading() -> rx.Component:
    tile = rx.el.div(skeleton("h-3 w-1/2"), skeleton("mt-3 h-7 w-1/3"), class_name="bg-surface p-5")
    return rx.fragment(
        page_header(TITLE, ""),
        rx.el.div(tile, tile, tile, tile, role="status", aria_label="Loading", class_name=STRIP),
        rx.el.div(skeleton_list(3), class_name="mt-8"),
    )


def _welcome() -> rx.Component:
    return rx.el.div(
        page_header(
            "What should your first worker do?",
            "Describe a job that comes back every day or week. You get a plan in plain words; nothing runs until you "
            "approve it.",
        ),
        hire_form(),
        hire_examples(),
        class_name="mx-auto max-w-3xl",
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
        rx.el.div(style={"height": f"{row.bad_height}%"}, class_name="w-full rounded-t-sm bg-bad"),
        rx.el.div(style={"height": f"{row.good_height}%"}, class_name="w-full rounded-t-sm bg-accent"),
        aria_hidden=True,
        class_name="flex w-full max-w-12 flex-1 flex-col justify-end gap-px border-b border-line-strong",
    )
    words = rx.el.span(f"{row.label}: {row.runs} runs, {row.failures} failed", class_name="sr-only")
    number = rx.cond(row.runs > 0, rx.el.span(row.runs), rx.el.span("–", class_name="text-faint"))
    return rx.el.li(
        rx.el.div(
            number,
            bar,
            class_name="flex w-full flex-1 flex-col items-center justify-end gap-1 text-xs tabular-nums text-muted",
        ),
        rx.el.span(row.label, aria_hidden=True, class_name="whitespace-nowrap text-xs text-faint"),
        words,
        class_name="flex min-w-0 flex-1 flex-col items-center gap-1.5",
    )


def _runs() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Latest runs", class_name=f"{styles.HEADING} mb-3"),
        runs_list("Runs appear here as soon as a worker starts.", with_worker=True),
    )
