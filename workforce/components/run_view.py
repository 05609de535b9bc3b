"""Runs as a list in which each one opens to what its steps did."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, empty_state, loading, status_pill
from workforce.components.icons import icon, service_icon, spinner
from workforce.components.notices import notice
from workforce.states.rows import RunRow, StepRunRow
from workforce.states.runs import RunsState
from workforce.states.words import RUN_STATUS


def runs_list(empty_words: str, with_worker: bool = False) -> rx.Component:
    """The runs on screen, newest first; new ones appear by themselves where the page follows."""
    rows = rx.el.ul(
        rx.foreach(RunsState.rows, lambda row: _run(row, with_worker)),
        aria_label="Runs",
        class_name=f"{styles.CARD} {styles.DIVIDED} overflow-hidden",
    )
    older = rx.cond(
        RunsState.rows.length() >= RunsState.limit,  # type: ignore[attr-defined]
        rx.el.div(
            button("Show older runs", variant="quiet", size="sm", on_click=RunsState.more),
            class_name="mt-3 text-center",
        ),
    )
    return rx.cond(
        RunsState.loaded,
        rx.cond(
            RunsState.rows,
            rx.el.div(rows, older),
            empty_state("No runs yet", empty_words, picture="history"),
        ),
        loading(RunsState, 3),
    )


def _run(row: RunRow, with_worker: bool) -> rx.Component:
    opened = RunsState.opened == row.id
    who = (
        rx.el.span(row.worker_name, class_name="min-w-0 truncate font-medium text-ink")
        if with_worker
        else rx.fragment()
    )
    head = rx.el.button(
        status_pill(row.status, RUN_STATUS),
        who,
        rx.el.span(row.started, class_name="tabular-nums text-ink"),
        rx.el.span(row.trigger, class_name="hidden text-faint sm:inline"),
        rx.el.span(row.took, class_name="ml-auto tabular-nums text-muted"),
        rx.cond(opened, icon("chevron-up", 16), icon("chevron-down", 16)),
        type="button",
        aria_expanded=opened,
        on_click=RunsState.toggle(row.id),
        class_name="flex w-full flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-left text-sm hover:bg-hover",
    )
    return rx.el.li(head, rx.cond(opened, _opened(row)), key=row.id)


def _opened(row: RunRow) -> rx.Component:
    return rx.el.div(
        rx.cond(row.error != "", notice(row.error, "bad")),
        rx.cond(
            RunsState.steps_loaded,
            rx.cond(
                RunsState.steps,
                rx.el.ol(rx.foreach(RunsState.steps, _step), class_name="flex flex-col gap-2"),
                rx.el.p("What each step did is not known yet.", class_name="text-sm text-muted"),
            ),
            rx.el.p(spinner("Loading"), class_name="text-muted"),
        ),
        class_name="flex flex-col gap-3 border-t border-line bg-sunken px-4 py-4",
    )


def _step(row: StepRunRow) -> rx.Component:
    sign = rx.match(
        row.tone,
        ("good", rx.el.span(icon("check", 14), rx.el.span("Done", class_name="sr-only"), class_name="text-good")),
        ("bad", rx.el.span(icon("x", 14), rx.el.span("Failed", class_name="sr-only"), class_name="text-bad")),
        rx.el.span(icon("minus", 14), class_name="text-faint"),
    )
    sample = rx.el.details(
        rx.el.summary("What it gave", class_name="cursor-pointer text-xs text-accent-text"),
        rx.el.pre(
            row.sample, tab_index=0, class_name="mt-2 max-h-64 overflow-auto rounded-lg bg-sunken p-3 text-xs text-ink"
        ),
    )
    return rx.el.li(
        rx.el.div(
            sign,
            service_icon(row.icon, "sm"),
            rx.el.span(row.title, class_name="min-w-0 truncate text-sm font-medium text-ink"),
            rx.el.span(row.count, class_name="ml-auto text-xs tabular-nums text-muted"),
            rx.el.span(row.took, class_name="w-16 text-right text-xs tabular-nums text-faint"),
            class_name="flex items-center gap-3",
        ),
        rx.cond(row.error != "", rx.el.p(row.error, class_name="text-sm text-bad")),
        rx.cond(row.sample != "", sample),
        class_name="flex flex-col gap-2 rounded-lg border border-line bg-surface px-3 py-2.5",
    )
