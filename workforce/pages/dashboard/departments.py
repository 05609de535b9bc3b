"""The company's departments."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.dialogs import confirm
from workforce.components.elements import button, empty_state, loading, page_header
from workforce.components.shell import app_page
from workforce.states.departments import NAME, DepartmentsState
from workforce.states.rows import DepartmentRow

ON_LOAD = [DepartmentsState.load]
TITLE = "Departments"


def page() -> rx.Component:
    """A box to add one, and the list."""
    rows = rx.el.ul(
        rx.foreach(DepartmentsState.rows, _row),
        aria_label=TITLE,
        class_name=f"{styles.CARD} {styles.DIVIDED} overflow-hidden",
    )
    empty = empty_state(
        "No departments yet", "Group your workers by who they work for: Sales, Finance, Support …", picture="network"
    )
    return app_page(
        "/app/departments",
        rx.el.div(
            page_header(TITLE, "Who your workers work for. Administrators can change them."),
            _add(),
            rx.cond(DepartmentsState.loaded, rx.cond(DepartmentsState.rows, rows, empty), loading(DepartmentsState)),
            class_name="mx-auto max-w-3xl",
        ),
    )


def _add() -> rx.Component:
    return rx.el.form(
        rx.el.input(
            id=NAME,
            name=NAME,
            max_length=60,
            placeholder="Name of a new department",
            aria_label="Name of a new department",
            class_name=f"{styles.INPUT} h-10",
        ),
        button("Add", type="submit", variant="secondary"),
        on_submit=DepartmentsState.add,
        reset_on_submit=False,
        class_name="mb-5 flex gap-2",
    )


def _row(row: DepartmentRow) -> rx.Component:
    name = rx.el.input(
        default_value=row.name,
        key=row.name,
        max_length=60,
        aria_label=f"Name of {row.name}",
        on_blur=lambda value: DepartmentsState.rename(row.id, value),
        class_name="min-w-0 flex-1 rounded-md border border-transparent bg-transparent px-2 py-1.5 text-sm "
        "font-medium text-ink "
        "hover:border-line-strong focus:border-line-strong",
    )
    remove = confirm(
        f"remove-{row.id}",
        "Remove",
        "Remove this department?",
        "Its workers stay, without a department.",
        "Remove",
        DepartmentsState.remove(row.id),
        variant="danger_quiet",
        size="sm",
        aria_label=f"Remove {row.name}",
    )
    count = rx.el.span(
        rx.cond(row.workers == 1, "1 worker", f"{row.workers} workers"), class_name="text-sm tabular-nums text-faint"
    )
    return rx.el.li(name, count, remove, class_name="flex items-center gap-3 px-2 py-2", key=row.id)
