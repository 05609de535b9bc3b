"""One worker."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.components.changing import versions_card, worker_change_card
from workforce.components.dialogs import confirm
from workforce.components.elements import (
    button,
    card,
    code_box,
    empty_state,
    link_button,
    loading,
    outside_link,
    section_heading,
    status_pill,
)
from workforce.components.icons import icon
from workforce.components.notices import notice
from workforce.components.plan_view import next_runs, plan_flow, plan_sentences
from workforce.components.post_form import reveal
from workforce.components.pulse import pulse
from workforce.components.run_form import run_form
from workforce.components.run_view import runs_list
from workforce.components.shell import app_page
from workforce.components.stages import stages
from workforce.components.worker_card import services
from workforce.states.versions import VersionsState
from workforce.states.words import STATUS
from workforce.states.worker import WorkerState

ON_LOAD = [WorkerState.load, VersionsState.load]


def page() -> rx.Component:
    """The worker, or word that there is none."""
    missing = empty_state(
        "No such worker", WorkerState.missing, link_button("All workers", href="/app/workers"), picture="search-x"
    )
    return app_page(
        "/app/workers",
        rx.cond(
            WorkerState.missing != "", missing, rx.cond(WorkerState.worker.id != "", _worker(), loading(WorkerState, 5))
        ),
    )


def _worker() -> rx.Component:
    left = rx.el.div(_progress(), run_form(), _runs(), _job(), _change(), class_name="flex min-w-0 flex-col gap-6")
    right = rx.el.div(_when(), _doors(), class_name="flex min-w-0 flex-col gap-5")
    return rx.el.div(
        _head(),
        rx.el.div(left, right, class_name="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]"),
        pulse(WorkerState.follow),
    )


def _head() -> rx.Component:
    w = WorkerState.worker
    return rx.el.div(
        rx.el.div(
            rx.el.div(
                rx.el.h1(w.name, class_name="text-2xl font-semibold tracking-tight text-ink"),
                status_pill(w.status, STATUS),
                class_name="flex flex-wrap items-center gap-3",
            ),
            rx.el.p(w.objective, class_name="mt-1 max-w-prose text-sm text-muted"),
            rx.el.div(
                services(w.services),
                rx.cond(w.department != "", rx.el.span(w.department, class_name="text-xs text-faint")),
                class_name="mt-3 flex items-center gap-3",
            ),
            class_name="min-w-0",
        ),
        _controls(),
        class_name="mb-6 flex flex-col gap-4 lg:flex-row lg:items-start lg:justify-between",
    )


def _controls() -> rx.Component:
    s = WorkerState
    run = button(icon("play", 16), "Run now", loading=s.busy == "run", on_click=s.run_now, id="run-now")
    pause = button(icon("pause", 16), "Pause", variant="secondary", loading=s.busy == "pause", on_click=s.pause)
    resume = button(icon("play", 16), "Resume", loading=s.busy == "resume", on_click=s.resume)
    again = button(icon("rotate-cw", 16), "Try again", loading=s.busy == "retry", on_click=s.retry)
    retire = confirm(
        "retire-worker",
        "Retire",
        "Retire this worker?",
        "It stops for good and is removed from the engine. Its runs stay here. This cannot be undone.",
        "Retire",
        s.retire,
        variant="danger_quiet",
    )
    return rx.el.div(
        rx.match(
            s.worker.status, ("live", rx.fragment(run, pause)), ("paused", resume), ("failed", again), rx.fragment()
        ),
        rx.cond(s.worker.status != "retired", retire),
        class_name="flex shrink-0 flex-wrap items-center gap-2",
    )


def _progress() -> Any:
    s = WorkerState
    waiting = rx.cond(s.worker.reason != "", notice(s.worker.reason, "warn"))
    live = rx.el.div(
        stages("Putting it to work", "You can leave this page; it goes on without you.", s.stages),
        waiting,
        class_name="flex flex-col gap-3",
    )
    failed = notice(
        s.worker.reason,
        "bad",
        rx.el.p("Nothing half-made was left behind.", class_name="mt-1"),
    )
    return rx.match(
        s.worker.status,
        ("deploying", live),
        ("failed", failed),
        ("live", rx.cond(s.worker.reason != "", notice(s.worker.reason, "warn"))),
        ("paused", notice("This worker is paused and starts nothing by itself.", "neutral")),
        rx.fragment(),
    )


def _runs() -> rx.Component:
    status = WorkerState.worker.status
    works = rx.el.section(
        section_heading("Runs", "New ones appear here by themselves."),
        runs_list("Press “Run now” to see it work, or wait for its next time."),
    )
    # one that never worked has nothing to show here
    return rx.cond(((status == "deploying") | (status == "failed")) & ~WorkerState.worker.has_run, rx.fragment(), works)


def _job() -> rx.Component:
    return rx.cond(
        WorkerState.plan.title != "",
        rx.fragment(plan_sentences(WorkerState.plan, "What it does"), plan_flow(WorkerState.plan)),
    )


def _change() -> rx.Component:
    return rx.fragment(
        rx.match(
            WorkerState.worker.status,
            ("live", worker_change_card()),
            ("paused", worker_change_card()),
            ("failed", worker_change_card()),
            rx.fragment(),
        ),
        versions_card(),
    )


def _when() -> rx.Component:
    w = WorkerState.worker
    return card(
        rx.el.h2("When it works", class_name="text-sm font-semibold text-ink"),
        rx.el.p(w.trigger_words, class_name="mt-2 text-sm text-ink"),
        next_runs(w.next_runs),
        rx.el.dl(
            _number("Runs in 30 days", w.runs_30d),
            _number("Of these failed", w.failures_30d),
            _number("Hired", w.created),
            class_name="mt-4 flex flex-col gap-1.5 border-t border-line pt-4 text-sm",
        ),
    )


def _number(words: str, value: object) -> rx.Component:
    return rx.el.div(
        rx.el.dt(words, class_name="text-muted"),
        rx.el.dd(value, class_name="tabular-nums text-ink"),
        class_name="flex justify-between gap-4",
    )


def _doors() -> rx.Component:
    w = WorkerState.worker
    secret = reveal(f"/api/workers/{w.id}/webhook-secret", "Show its secret once", WorkerState.told)
    webhook = card(
        rx.el.h2("Webhook", class_name="text-sm font-semibold text-ink"),
        rx.el.p(
            "Send a POST to this address. Put the secret in the header ",
            rx.el.code("X-WorkForce-Secret"),
            ".",
            class_name="mb-3 mt-1 text-sm text-muted",
        ),
        code_box(w.webhook_url),
        rx.el.div(
            rx.cond(
                w.has_webhook_secret | WorkerState.revealed,
                secret,
                rx.el.p("Its secret was shown already.", class_name="text-xs text-faint"),
            ),
            class_name="mt-3",
        ),
        id="webhook",
    )
    form = card(
        rx.el.h2("Form", class_name="text-sm font-semibold text-ink"),
        rx.el.p("Everybody with this address can fill it in.", class_name="mb-3 mt-1 text-sm text-muted"),
        code_box(w.form_url),
        outside_link(
            "Open the form",
            href=w.form_url,
            target="_blank",
            rel="noopener",
            extra="mt-3 inline-block text-sm text-accent-text hover:underline",
        ),
        id="form",
    )
    return rx.fragment(rx.cond(w.webhook_url != "", webhook), rx.cond(w.form_url != "", form))
