"""Templates to start from: a card each, by department and by words."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button
from workforce.components.icons import service_icon
from workforce.states.templates import TemplateRow, TemplatesState


def gallery() -> rx.Component:
    """All templates; nothing where there are none."""
    s = TemplatesState
    return rx.cond(
        s.departments,
        rx.el.section(
            rx.el.div(
                rx.el.h2("Or start from a template", id="templates", class_name=styles.HEADING),
                _search(),
                class_name="mb-3 flex flex-col gap-3 sm:flex-row sm:items-center sm:justify-between",
            ),
            rx.el.div(
                rx.foreach(s.departments, _department),
                role="group",
                aria_label="Departments",
                class_name="mb-4 flex flex-wrap gap-2",
            ),
            rx.cond(
                s.rows,
                rx.el.ul(rx.foreach(s.rows, _card), class_name="grid gap-3 sm:grid-cols-2"),
                rx.el.p("None of them has these words. Describe the job in the box above.", class_name=styles.SMALL),
            ),
            rx.cond(
                s.more > 0,
                rx.el.div(
                    button(f"Show {s.more} more", variant="secondary", on_click=s.show_more),
                    class_name="mt-4 flex justify-center",
                ),
            ),
            aria_labelledby="templates",
            class_name="mt-10",
        ),
    )


def _search() -> rx.Component:
    return rx.el.input(
        type="search",
        id="template-search",
        placeholder="Search templates",
        aria_label="Search templates",
        on_change=TemplatesState.search.debounce(200),
        class_name=f"{styles.INPUT} h-10 sm:w-64!",
    )


def _department(name: rx.Var[str]) -> rx.Component:
    chosen = TemplatesState.department == name
    return rx.el.button(
        name,
        type="button",
        aria_pressed=chosen,
        on_click=TemplatesState.choose(name),
        class_name=rx.cond(chosen, f"{_CHIP} {styles.TONES['accent']}", f"{_CHIP} {styles.TONES['neutral']}"),
    )


_CHIP = "cursor-pointer rounded-full border px-3 py-1 text-sm transition-colors hover:border-line-strong"


def _card(row: TemplateRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.div(rx.foreach(row.icons, lambda key: service_icon(key, "sm")), class_name="flex gap-1"),
            rx.el.span(row.department, class_name=styles.TINY),
            class_name="flex items-center justify-between gap-2",
        ),
        rx.el.h3(row.name, class_name="mt-3 text-sm font-semibold text-ink"),
        rx.el.p(row.summary, class_name="mt-1 flex-1 text-sm text-muted"),
        rx.el.div(
            rx.el.span(row.open, class_name=styles.TINY),
            button(
                "Use it",
                variant="secondary",
                size="sm",
                aria_label=f"Use the template {row.name}",
                loading=TemplatesState.starting == row.id,
                on_click=TemplatesState.start(row.id),
            ),
            class_name="mt-4 flex items-center justify-between gap-2",
        ),
        class_name=f"{styles.CARD} flex flex-col p-4",
    )
