"""The plan as people read it: what it will do in sentences, the drawn flow, when it runs, what was assumed."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import card, section_heading
from workforce.components.flow import flow
from workforce.components.icons import icon, service_icon
from workforce.states.rows import PlanRow, SentenceRow, StepRow


def plan_sentences(plan: PlanRow, title: str = "What it will do", lead: str | rx.Var[str] = "") -> rx.Component:
    """What the worker does, one sentence a step."""
    return card(
        section_heading(title, lead),
        rx.el.ol(rx.foreach(plan.sentences, _sentence), class_name="mt-4 flex flex-col gap-3"),
    )


def _sentence(row: SentenceRow) -> rx.Component:
    return rx.el.li(
        service_icon(row.icon),
        rx.el.div(
            rx.el.p(row.text, class_name="break-words pt-px text-sm text-ink"),
            rx.cond(row.doubt != "", _doubt(row.doubt)),
            class_name="min-w-0",
        ),
        class_name="flex items-start gap-3",
    )


def _doubt(text: str) -> rx.Component:
    return rx.el.p(
        rx.el.span(icon("circle-help", 14), class_name="mt-0.5 shrink-0"),
        rx.el.span(text, class_name="min-w-0 break-words"),
        class_name="mt-1 flex gap-1.5 text-xs text-warn",
    )


def plan_flow(plan: PlanRow) -> rx.Component:
    """The flow as a drawing, and as a list for those who do not see it."""
    return rx.el.section(
        flow(plan.nodes, plan.edges),
        rx.el.ol(rx.foreach(plan.steps, _step), aria_label="Steps", class_name="sr-only"),
        aria_label="The flow, drawn",
        class_name=f"{styles.CARD} overflow-hidden",
    )


def _step(row: StepRow) -> rx.Component:
    return rx.el.li(
        row.title,
        rx.cond(row.subtitle != "", f" ({row.subtitle})", ""),
        rx.cond(row.open, ", something is still open here", ""),
        rx.cond(row.leads_to != "", f". Then: {row.leads_to}", ""),
    )


def plan_schedule(plan: PlanRow) -> rx.Component:
    """When it runs, with the next three times; nothing for a worker without a schedule."""
    return rx.cond(
        plan.schedule_words != "",
        card(
            rx.el.div(
                rx.el.span(icon("calendar-clock", 18), class_name="text-accent-text"),
                rx.el.p(plan.schedule_words, class_name="text-sm font-medium text-ink"),
                class_name="flex items-center gap-3",
            ),
            next_runs(plan.next_runs),
        ),
        rx.fragment(),
    )


def next_runs(times: list[str]) -> rx.Component:
    """The next runs as small tiles."""
    tile = "rounded-lg border border-line bg-sunken px-3 py-1.5 text-sm tabular-nums text-ink"
    return rx.cond(
        times,
        rx.el.div(
            rx.el.p("Next runs", class_name=styles.TINY),
            rx.el.ul(
                rx.foreach(times, lambda time: rx.el.li(time, class_name=tile)),
                class_name="mt-1.5 flex flex-wrap gap-2",
            ),
            class_name="mt-4",
        ),
        rx.fragment(),
    )


def plan_notes(plan: PlanRow) -> rx.Component:
    """What was assumed, and what to keep in mind."""
    return rx.cond(
        rx.cond(plan.assumptions, True, plan.risks),
        card(
            _points("What we assumed", plan.assumptions, "lightbulb", "text-accent-text"),
            _points("Keep in mind", plan.risks, "shield-alert", "text-warn"),
            extra="flex flex-col gap-5",
        ),
        rx.fragment(),
    )


def _points(title: str, texts: list[str], picture: str, colour: str) -> rx.Component:
    def point(text: str) -> rx.Component:
        return rx.el.li(
            rx.el.span(icon(picture, 16), class_name=f"mt-0.5 {colour}"),
            rx.el.span(text, class_name="min-w-0 break-words"),
            class_name="flex gap-2.5 text-sm text-muted",
        )

    return rx.cond(
        texts,
        rx.el.div(
            rx.el.h3(title, class_name="text-sm font-semibold text-ink"),
            rx.el.ul(rx.foreach(texts, point), class_name="mt-2 flex flex-col gap-2"),
        ),
        rx.fragment(),
    )
