"""A worker's card, and what cards and pages share of it."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import link, status_pill
from workforce.components.icons import icon, service_icon
from workforce.states.rows import ServiceRow, WorkerRow
from workforce.states.words import STATUS

_LINE = "flex min-w-0 items-center gap-2 text-sm text-muted"


def worker_card(row: WorkerRow) -> rx.Component:
    """One worker: what it is called, how it is, when it works, with what, and how the last run went."""
    return rx.el.article(
        rx.el.div(
            rx.el.h3(link(row.name, href=row.url, extra=_STRETCHED), class_name="min-w-0 font-semibold text-ink"),
            status_pill(row.status, STATUS),
            class_name="flex items-start justify-between gap-3",
        ),
        rx.el.p(row.objective, class_name="line-clamp-2 text-sm text-muted"),
        rx.el.div(
            _fact("calendar-clock", row.trigger_words),
            rx.cond(row.next_run != "", _fact("arrow-right", f"Next: {row.next_run}")),
            rx.cond(row.status == "failed", _fact("circle-alert", row.reason, "text-bad")),
            rx.cond(row.last_run != "", _last_run(row)),
            class_name="flex flex-col gap-1.5",
        ),
        rx.el.div(
            services(row.services),
            rx.el.p(row.runs_words, class_name="text-xs tabular-nums text-faint"),
            class_name="mt-auto flex items-center justify-between gap-3 border-t border-line pt-3",
        ),
        class_name=f"{styles.CARD} relative flex flex-col gap-3 p-5 transition-shadow hover:shadow-mid",
    )


_STRETCHED = "rounded outline-offset-4 after:absolute after:inset-0 after:rounded-xl hover:text-accent-text"


def _fact(picture: str, words: str, colour: str = "") -> rx.Component:
    return rx.el.p(
        rx.el.span(icon(picture, 14), class_name="shrink-0 text-faint"),
        rx.el.span(words, class_name="truncate"),
        class_name=f"{_LINE} {colour}",
    )


def _last_run(row: WorkerRow) -> rx.Component:
    dot = rx.match(
        row.last_run_tone,
        ("good", rx.el.span(class_name="h-2 w-2 rounded-full bg-good")),
        ("bad", rx.el.span(class_name="h-2 w-2 rounded-full bg-bad")),
        rx.el.span(class_name="h-2 w-2 rounded-full bg-faint"),
    )
    return rx.el.p(
        rx.el.span(dot, aria_hidden=True, class_name="flex w-3.5 shrink-0 justify-center"),
        rx.el.span(f"Last run: {row.last_run}", class_name="truncate"),
        class_name=_LINE,
    )


def services(rows: list[ServiceRow]) -> rx.Component:
    """The services' icons in a row; their names are read aloud."""
    return rx.el.ul(
        rx.foreach(
            rows,
            lambda row: rx.el.li(service_icon(row.icon), rx.el.span(row.name, class_name="sr-only"), title=row.name),
        ),
        aria_label="Services",
        class_name="flex flex-wrap gap-1",
    )
