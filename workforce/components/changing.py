"""Changing a worker by saying so: the box, the change that waits with what it would do, the versions so far."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.components import styles
from workforce.components.dialogs import confirm
from workforce.components.elements import button, card, link, pill, section_heading
from workforce.components.icons import icon, spinner
from workforce.states.change_rows import ChangeRow, VersionRow
from workforce.states.changing import ChangeState
from workforce.states.versions import VersionsState

EXAMPLES = "“also send it to finance@…”, “make it daily at 7”, “skip orders under 50 €”, “post it to #ops instead”"
SIGNS = {"added": ("plus", "text-good"), "removed": ("minus", "text-bad")}


def change_card() -> rx.Component:
    """The box beside a draft's plan, and the change that waits in it."""
    p = ChangeState.proposal
    body = rx.match(
        p.state,
        ("thinking", _thinking()),
        ("ready", _waiting()),
        ("failed", rx.fragment(_missed(), _box(ChangeState.propose, ChangeState.error, ChangeState.busy))),
        _box(ChangeState.propose, ChangeState.error, ChangeState.busy),
    )
    return card(section_heading("Change it by saying so", f"For example {EXAMPLES}."), body, id="change")


def worker_change_card() -> rx.Component:
    """The box on a worker's page: what is said becomes a draft to read and approve."""
    return card(
        section_heading("Change this worker", f"For example {EXAMPLES}. You see what changes before it does."),
        _box(VersionsState.change, VersionsState.error, VersionsState.busy),
        id="change",
    )


def _box(on_submit: Any, error: rx.Var[str], busy: rx.Var[bool]) -> rx.Component:
    return rx.el.form(
        rx.el.label("What should be different?", html_for="change-box", class_name="sr-only"),
        rx.el.div(
            rx.el.input(
                id="change-box",
                name="change",
                max_length=2000,
                auto_complete="off",
                placeholder="Also send it to …",
                aria_invalid=error != "",
                aria_describedby="change-error",
                class_name=f"{styles.INPUT} h-10 min-w-0 flex-1",
            ),
            button("Show the change", type="submit", variant="secondary", loading=busy),
            class_name="flex flex-col gap-2 sm:flex-row",
        ),
        rx.el.p(error, id="change-error", role="alert", class_name=f"mt-2 {styles.FIELD_ERROR}"),
        on_submit=on_submit,
        reset_on_submit=False,
        no_validate=True,
        class_name="mt-3",
    )


def _thinking() -> rx.Component:
    return rx.el.p(
        spinner(extra="h-4 w-4"),
        f"Claude is reading “{ChangeState.proposal.sentence}” …",
        role="status",
        class_name="mt-3 flex items-center gap-2 text-sm text-muted",
    )


def _missed() -> rx.Component:
    return rx.cond(
        ChangeState.proposal.missed,
        rx.el.ul(
            rx.foreach(ChangeState.proposal.missed, lambda text: rx.el.li(text)),
            class_name="mt-3 flex flex-col gap-1 text-sm text-warn",
        ),
    )


def _waiting() -> rx.Component:
    return rx.el.div(
        rx.el.p(f"“{ChangeState.proposal.sentence}”", class_name="break-words text-sm text-muted"),
        change_list(ChangeState.proposal.changes),
        _missed(),
        rx.el.div(
            button(icon("check", 16), "Take this change", on_click=ChangeState.accept),
            button("Leave it as it is", variant="quiet", on_click=ChangeState.drop),
            class_name="mt-4 flex flex-wrap gap-2",
        ),
        role="status",
        class_name="mt-3 rounded-lg border border-accent-line bg-accent-soft/40 p-4",
    )


def diff_card() -> rx.Component:
    """On a draft that changes a worker: all that would be different."""
    return rx.cond(
        ChangeState.worker_id != "",
        card(
            section_heading("What changes", "Compared with what the worker does now."),
            rx.cond(
                ChangeState.diff,
                change_list(ChangeState.diff),
                rx.el.p("Nothing yet.", class_name="mt-2 text-sm text-muted"),
            ),
            rx.el.p(
                link("The worker as it is", href=f"/app/workers/{ChangeState.worker_id}"), class_name="mt-4 text-sm"
            ),
            extra="border-accent-line",
            id="diff",
        ),
    )


def change_list(rows: list[ChangeRow]) -> rx.Component:
    """Differences, a sentence each, with the values before and after where they are short."""
    return rx.el.ul(rx.foreach(rows, _change), class_name="mt-3 flex flex-col gap-2.5")


def _change(row: ChangeRow) -> rx.Component:
    sign = rx.match(
        row.kind,
        *((kind, rx.el.span(icon(name, 16), class_name=f"mt-0.5 {tone}")) for kind, (name, tone) in SIGNS.items()),
        rx.el.span(icon("pencil", 16), class_name="mt-0.5 text-accent-text"),
    )
    return rx.el.li(
        sign,
        rx.el.p(row.text, class_name="min-w-0 break-words text-sm text-ink"),
        class_name="flex items-start gap-2.5",
    )


# --- versions -------------------------------------------------------------------------------------------------


def versions_card() -> rx.Component:
    """What the worker did before, and the way back; nothing while there is only one version."""
    return rx.cond(
        VersionsState.rows.length() > 1,
        card(
            section_heading("Versions", "Each change is a new one. Going back makes one more."),
            rx.el.ol(rx.foreach(VersionsState.rows, _version), class_name=f"mt-3 {styles.DIVIDED}"),
            id="versions",
        ),
    )


def _version(row: VersionRow) -> rx.Component:
    back = confirm(
        f"back-{row.number}",
        "Go back to this",
        "Go back to this version?",
        "The worker does again what it did then, as a new version. Nothing is lost.",
        "Go back",
        VersionsState.go_back(row.number),
        variant="quiet",
        danger=False,
        size="sm",
    )
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="text-sm font-medium text-ink"),
            rx.cond(row.current, pill("At work", "good"), back),
            class_name="flex flex-wrap items-center justify-between gap-2",
        ),
        rx.cond(row.note != "", rx.el.p(row.note, class_name="mt-0.5 break-words text-sm text-muted")),
        change_list(row.changes),
        class_name="py-3",
    )
