"""Starting a worker by hand that waits for something: its trigger's values, filled with a sample."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, card, section_heading
from workforce.states.rows import RunInputRow
from workforce.states.worker import WorkerState


def run_form() -> rx.Component:
    """The card with the form, while it is asked for."""
    form = rx.el.form(
        rx.el.div(
            rx.foreach(WorkerState.inputs, lambda row, number: _input(row, number == 0)),
            class_name="grid gap-4 sm:grid-cols-2",
        ),
        rx.el.div(
            button("Run with this", type="submit", loading=WorkerState.busy == "run"),
            button("Cancel", variant="quiet", on_click=WorkerState.run_not),
            class_name="flex flex-wrap items-center gap-2",
        ),
        on_submit=WorkerState.run_with,
        reset_on_submit=False,
        no_validate=True,
        class_name="mt-4 flex flex-col gap-5",
    )
    heading = section_heading(
        "What should it start with?",
        "This worker waits for something to come in. Here is a sample; change it as you like. "
        "The run is real: messages are sent and rows are written.",
    )
    return rx.cond(WorkerState.asking, card(heading, form, extra="wf-rise border-accent-line"))


def _input(row: RunInputRow, first: rx.Var[bool]) -> rx.Component:
    shared = {"auto_focus": first, "id": row.key, "name": row.key, "aria_invalid": row.error != ""}
    line = {**shared, "default_value": row.value, "class_name": f"{styles.INPUT} h-10"}
    long = {**shared, "default_value": row.value, "rows": "4"}
    control = rx.match(
        row.kind,
        ("long_text", rx.el.textarea(**long, class_name=styles.INPUT)),
        ("json", rx.el.textarea(**long, spell_check=False, class_name=f"{styles.INPUT} font-mono")),
        ("email", rx.el.input(**line, type="email")),
        ("number", rx.el.input(**line, type="number", step="any")),
        ("switch", rx.el.select(rx.el.option("Yes", value="true"), rx.el.option("No", value="false"), **line)),
        ("choice", rx.el.select(rx.foreach(row.options, lambda text: rx.el.option(text, value=text)), **line)),
        rx.el.input(**line, type="text"),
    )
    wide = (row.kind == "long_text") | (row.kind == "json")
    return rx.el.div(
        rx.el.label(row.label, html_for=row.key, class_name=styles.LABEL),
        control,
        rx.cond(row.error != "", rx.el.p(row.error, role="alert", class_name=styles.FIELD_ERROR)),
        class_name=rx.cond(wide, "flex flex-col gap-1.5 sm:col-span-2", "flex flex-col gap-1.5"),
        key=row.key,
    )
