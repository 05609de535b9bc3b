"""The connections a plan needs: choose one of the company's, or add one right here."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.connect_form import connect_form
from workforce.components.elements import button, card, section_heading
from workforce.components.icons import icon
from workforce.states.connections import ConnectState
from workforce.states.draft import DraftState
from workforce.states.rows import NeedRow, Option


def needs_card() -> rx.Component:
    """One block a need."""
    heading = section_heading("Connections it needs", "The worker acts with these. You can take them back at any time.")
    blocks = rx.el.div(rx.foreach(DraftState.needs, _need), class_name=f"mt-2 {styles.DIVIDED}")
    return rx.cond(DraftState.needs, card(heading, blocks, id="connections"))


def _need(row: NeedRow) -> rx.Component:
    ready = rx.el.span(icon("circle-check", 18), rx.el.span("Connected", class_name="sr-only"), class_name="text-good")
    missing = rx.el.span(icon("circle-dashed", 18), rx.el.span("Missing", class_name="sr-only"), class_name="text-warn")
    return rx.el.div(
        rx.el.div(
            rx.cond(row.chosen != "", ready, missing),
            rx.el.div(
                rx.el.p(row.label, class_name="text-sm font-medium text-ink"),
                rx.el.p(row.why, class_name="text-sm text-muted"),
                class_name="min-w-0",
            ),
            class_name="flex items-start gap-3",
        ),
        rx.el.div(
            rx.cond(row.options, _chooser(row)), rx.foreach(row.kinds, _adder), class_name="flex flex-wrap gap-2"
        ),
        rx.foreach(row.kinds, _form),
        class_name="flex flex-col gap-3 py-4",
        key=row.key,
    )


def _chooser(row: NeedRow) -> rx.Component:
    return rx.el.select(
        rx.el.option("Choose a connection …", value="", disabled=True),
        rx.foreach(row.options, lambda option: rx.el.option(option.label, value=option.value)),
        value=row.chosen,
        on_change=DraftState.connect,
        aria_label=f"Connection for {row.label}",
        class_name=f"{styles.INPUT} h-9 w-auto! min-w-48 py-1!",
    )


def _adder(kind: Option) -> rx.Component:
    return rx.cond(
        ConnectState.kind != kind.value,
        button(
            icon("plus", 14),
            f"Add {kind.label}",
            variant="secondary",
            size="sm",
            on_click=ConnectState.pick(kind.value),
        ),
    )


def _form(kind: Option) -> rx.Component:
    box = rx.el.div(
        rx.el.div(
            rx.el.h3(f"Connect {kind.label}", class_name="text-sm font-semibold text-ink"),
            button("Cancel", variant="quiet", size="sm", on_click=ConnectState.pick("")),
            class_name="mb-3 flex items-center justify-between",
        ),
        connect_form([ConnectState.answered, DraftState.connected]),
        class_name="wf-rise rounded-lg border border-line bg-sunken p-4",
    )
    return rx.cond(ConnectState.kind == kind.value, box)
