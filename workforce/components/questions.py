"""What only the manager knows: questions with a field that fits, values to change in place."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, card, section_heading
from workforce.states.draft import DraftState
from workforce.states.rows import FieldRow, Option, QuestionRow


def questions_card() -> rx.Component:
    """All open questions in one form; what is answered leaves it."""
    form = rx.el.form(
        rx.foreach(DraftState.questions, _question),
        rx.el.div(button("Save answers", type="submit", loading=DraftState.busy), class_name="flex"),
        on_submit=DraftState.answer,
        no_validate=True,
        class_name="mt-4 flex flex-col gap-6",
    )
    heading = section_heading("A few questions first", "Only you know these. The plan updates as you answer.")
    return rx.cond(DraftState.questions, card(heading, form, extra="border-accent-line", id="questions"))


def _question(row: QuestionRow) -> rx.Component:
    about = {"id": row.key, "name": row.key, "aria_describedby": f"{row.key}-why", "aria_invalid": row.error != ""}
    line = {**about, "default_value": row.value, "placeholder": row.hint}
    field = rx.match(
        row.kind,
        ("choice", _choices(row)),
        ("long_text", rx.el.textarea(**line, rows="4", class_name=styles.INPUT)),
        ("email", rx.el.input(**line, type="email", auto_complete="email", class_name=_LINE)),
        ("url", rx.el.input(**line, type="url", input_mode="url", class_name=_LINE)),
        ("number", rx.el.input(**line, type="number", step="any", class_name=_LINE)),
        rx.el.input(**line, type="text", class_name=_LINE),
    )
    return rx.el.div(
        rx.el.label(row.text, html_for=row.key, id=f"{row.key}-label", class_name=styles.LABEL),
        rx.cond(row.why != "", rx.el.p(row.why, id=f"{row.key}-why", class_name=styles.HINT)),
        field,
        rx.cond(row.error != "", rx.el.p(row.error, role="alert", class_name=styles.FIELD_ERROR)),
        class_name="flex flex-col gap-1.5",
        key=row.key,
    )


_LINE = f"{styles.INPUT} h-10"


def _choices(row: QuestionRow) -> rx.Component:
    def choice(option: Option) -> rx.Component:
        return rx.el.label(
            rx.el.input(
                type="radio",
                name=row.key,
                value=option.value,
                default_checked=option.value == row.value,
                class_name="h-4 w-4 shrink-0 accent-accent",
            ),
            rx.el.span(option.label, class_name="min-w-0"),
            class_name="flex cursor-pointer items-center gap-3 rounded-lg border border-line-strong px-3.5 py-2.5 "
            "text-sm "
            "text-ink transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft",
        )

    return rx.el.div(
        rx.foreach(row.choices, choice),
        role="radiogroup",
        aria_labelledby=f"{row.key}-label",
        class_name="mt-1 grid gap-2 sm:grid-cols-2",
    )


def fields_card() -> rx.Component:
    """Known values of the plan; a changed one is saved when the field is left."""
    rows = rx.el.div(rx.foreach(DraftState.fields, _field), class_name="mt-3 grid gap-4 sm:grid-cols-2")
    return rx.cond(
        DraftState.fields,
        card(section_heading("Details", "Change what is not right; it is saved when you leave the field."), rows),
    )


def _field(row: FieldRow) -> rx.Component:
    def props(kind: str = "text") -> dict[str, Any]:
        return {
            "id": row.key,
            "default_value": row.value,
            "on_blur": lambda value: DraftState.change(row.step, row.path, value),
            **({"type": kind} if kind else {}),
        }

    control = rx.match(
        row.kind,
        ("long_text", rx.el.textarea(**props(""), rows="4", class_name=styles.INPUT)),
        ("email", rx.el.input(**props("email"), class_name=_LINE)),
        ("url", rx.el.input(**props("url"), class_name=_LINE)),
        ("number", rx.el.input(**props("number"), step="any", class_name=_LINE)),
        rx.el.input(**props(), class_name=_LINE),
    )
    return rx.el.div(
        rx.el.label(row.label, html_for=row.key, class_name=styles.LABEL),
        control,
        class_name=rx.cond(row.kind == "long_text", "flex flex-col gap-1.5 sm:col-span-2", "flex flex-col gap-1.5"),
        key=f"{row.key}={row.value}",
    )
