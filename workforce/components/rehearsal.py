"""A rehearsal to read: the verdict, each scenario, and what each call is, as an e-mail, a message, a row."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, card, outside_link, section_heading, skeleton
from workforce.components.icons import icon, spinner
from workforce.components.notices import notice
from workforce.components.pulse import pulse
from workforce.components.receipts import receipt_card, verdict_sign
from workforce.states.draft import DraftState
from workforce.states.rehearsal import RehearsalState
from workforce.states.rehearsal_rows import FactRow, ReceiptRow, RehearsedStepRow, ScenarioRow

LEAD = "The finished workflow, acted out on a real engine whose outside world is simulated. Nothing leaves it."


def rehearsal_card() -> rx.Component:
    """Verdict, scenarios and a person's own questions; follows the rehearsal while it is under way."""
    row = RehearsalState.rehearsal
    return card(
        section_heading("Rehearsal", LEAD, _again()),
        rx.match(
            row.state,
            ("none", rx.el.p("It begins by itself once nothing is open any more.", class_name="text-sm text-muted")),
            ("stale", notice(row.headline, "warn")),
            ("broken", notice(row.headline, "bad", rx.el.p(row.reason, class_name="mt-1"))),
            rx.el.div(_verdict(), _scenarios(), _differences(), _kept(), class_name="flex flex-col gap-4"),
        ),
        rx.cond(RehearsalState.scenarios, _what_if()),
        pulse(RehearsalState.follow),
        id="rehearsal",
    )


def _kept() -> rx.Component:
    """The report to keep or to print."""
    address = f"/api/drafts/{DraftState.draft.id}/rehearsal"
    return rx.el.p(
        "Keep the report: ",
        outside_link("to print", href=f"{address}.html"),
        " · ",
        outside_link("as JSON", href=f"{address}.json"),
        class_name="text-sm text-muted",
    )


def _again() -> rx.Component:
    resting = ["passed", "failed", "inconclusive", "stale", "broken"]
    words = rx.cond(RehearsalState.rehearsal.state == "stale", "Rehearse", "Rehearse again")
    return rx.cond(
        rx.Var.create(resting).contains(RehearsalState.rehearsal.state),
        button(icon("rotate-ccw", 14), words, variant="secondary", size="sm", on_click=RehearsalState.again),
    )


def _verdict() -> rx.Component:
    row = RehearsalState.rehearsal
    sign = rx.match(
        row.state,
        ("passed", rx.el.span(icon("circle-check", 20), class_name="text-good")),
        ("failed", rx.el.span(icon("circle-x", 20), class_name="text-bad")),
        ("inconclusive", rx.el.span(icon("circle-help", 20), class_name="text-warn")),
        rx.el.span(spinner(), class_name="text-accent-text"),
    )
    words = rx.el.div(
        rx.el.p(row.headline, class_name="text-sm font-semibold text-ink"),
        rx.cond(row.summary != "", rx.el.p(row.summary, class_name="mt-0.5 text-sm text-muted")),
        class_name="min-w-0",
    )
    return rx.el.div(
        rx.el.span(sign, class_name="mt-0.5 shrink-0"), words, role="status", class_name="flex items-start gap-3"
    )


def _scenarios() -> rx.Component:
    waiting = rx.el.div(skeleton("h-4 w-1/2"), skeleton("h-4 w-2/3"), class_name="flex flex-col gap-3 p-4")
    return rx.el.div(
        rx.cond(
            RehearsalState.scenarios,
            rx.el.ul(rx.foreach(RehearsalState.scenarios, _scenario), class_name=styles.DIVIDED),
            waiting,
        ),
        class_name="overflow-hidden rounded-lg border border-line",
    )


def _scenario(row: ScenarioRow) -> rx.Component:
    opened = RehearsalState.opened == row.name
    head = rx.el.button(
        verdict_sign(row.verdict),
        rx.el.span(
            rx.el.span(row.title, class_name="block font-medium text-ink"),
            rx.el.span(row.reason, class_name="block text-muted"),
            class_name="min-w-0 flex-1 break-words",
        ),
        rx.cond(opened, icon("chevron-up", 16), icon("chevron-down", 16)),
        type="button",
        aria_expanded=opened,
        on_click=RehearsalState.toggle(row.name),
        class_name="flex w-full items-start gap-3 px-4 py-3 text-left text-sm hover:bg-hover",
    )
    return rx.el.li(head, rx.cond(opened, _opened(row)), key=row.name)


def _opened(row: ScenarioRow) -> rx.Component:
    tools = rx.el.div(
        button(
            rx.cond(RehearsalState.technical, "Hide technical details", "Show technical details"),
            variant="quiet",
            size="sm",
            aria_pressed=RehearsalState.technical,
            on_click=RehearsalState.toggle_technical,
        ),
        rx.cond(
            row.own,
            button("Remove", variant="danger_quiet", size="sm", on_click=RehearsalState.forget(row.name)),
        ),
        class_name="flex flex-wrap gap-2",
    )
    nothing = rx.el.p("No call left the worker.", class_name="text-sm text-muted")
    return rx.el.div(
        rx.el.p(row.summary, class_name="text-sm text-muted"),
        rx.cond(
            RehearsalState.receipts,
            rx.el.ol(
                rx.foreach(RehearsalState.receipts, lambda row: receipt_card(row, _technical(row))),
                class_name="flex flex-col gap-3",
            ),
            nothing,
        ),
        rx.cond(RehearsalState.technical, _steps()),
        tools,
        class_name="flex flex-col gap-4 border-t border-line bg-sunken px-4 py-4",
    )


def _receipt(row: ReceiptRow) -> rx.Component:
    return receipt_card(row, _technical(row))


def _technical(row: ReceiptRow) -> rx.Component:
    details = rx.el.div(
        rx.el.p(row.step, " · ", row.request, " → ", row.status, class_name="break-all font-mono text-xs text-muted"),
        rx.cond(
            row.body != "",
            rx.el.pre(row.body, tab_index=0, class_name="max-h-64 overflow-auto rounded-lg bg-sunken p-3 text-xs"),
        ),
        class_name="flex flex-col gap-2 border-t border-line pt-2",
    )
    return rx.cond(RehearsalState.technical, details)


def _steps() -> rx.Component:
    def step(row: RehearsedStepRow) -> rx.Component:
        return rx.el.li(
            rx.el.span(row.name, class_name="font-medium text-ink"),
            rx.el.span(row.amount, class_name="text-muted"),
            rx.cond(row.error != "", rx.el.span(row.error, class_name="break-words text-bad")),
            class_name="flex flex-wrap gap-x-3 text-sm",
        )

    return rx.el.div(
        rx.el.h3("Steps", class_name="text-sm font-semibold text-ink"),
        rx.el.ol(rx.foreach(RehearsalState.steps, step), class_name="mt-2 flex flex-col gap-1"),
    )


def _differences() -> rx.Component:
    def one(row: FactRow) -> rx.Component:
        return rx.el.li(rx.el.span(row.name, class_name="font-medium text-ink"), ": ", row.value)

    return rx.cond(
        RehearsalState.rehearsal.differences,
        rx.el.details(
            rx.el.summary("What was different on the stage", class_name="cursor-pointer text-sm text-accent-text"),
            rx.el.ul(
                rx.foreach(RehearsalState.rehearsal.differences, one),
                class_name="mt-2 flex flex-col gap-1 text-sm text-muted",
            ),
        ),
    )


def _what_if() -> rx.Component:
    return rx.el.form(
        rx.el.label("What if …", html_for="what-if", class_name=styles.LABEL),
        rx.el.div(
            rx.el.input(
                id="what-if",
                name="question",
                default_value=RehearsalState.question,
                key=RehearsalState.question,
                placeholder="… Slack is down and the order has no e-mail?",
                aria_describedby="what-if-refused",
                class_name=f"{styles.INPUT} h-10",
            ),
            button("Try it", type="submit", variant="secondary"),
            class_name="flex gap-2",
        ),
        rx.el.p(RehearsalState.refused, id="what-if-refused", role="alert", class_name=styles.FIELD_ERROR),
        on_submit=RehearsalState.imagine,
        no_validate=True,
        class_name="mt-4 flex flex-col gap-1.5 border-t border-line pt-4",
    )
