"""The services that workers may use."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.connect_form import connect_form, kind_picker
from workforce.components.dialogs import confirm
from workforce.components.elements import button, card, empty_state, loading, page_header, table, table_row
from workforce.components.icons import icon, service_icon
from workforce.components.shell import app_page
from workforce.states.connections import ConnectionsState, ConnectState
from workforce.states.rows import ConnectionRow

ON_LOAD = [ConnectionsState.load, ConnectState.open]
TITLE = "Connections"


def page() -> rx.Component:
    """The list, and below it what else can be connected."""
    empty = empty_state(
        "Nothing connected yet",
        "Choose a service below. A plan that needs one asks you for it as well.",
        picture="plug",
    )
    rows = table(("Name", "Service", "Added", "Used by", ""), rx.foreach(ConnectionsState.rows, _row), "Connections")
    return app_page(
        "/app/connections",
        page_header(TITLE, "What your workers may use. Secrets are kept encrypted and cannot be read again."),
        rx.el.div(
            rx.cond(ConnectionsState.loaded, rx.cond(ConnectionsState.rows, rows, empty), loading(ConnectionsState, 2)),
            rx.cond(ConnectState.kind != "", _chosen(), _choose()),
            class_name="flex flex-col gap-10",
        ),
    )


def _choose() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Connect a service", class_name=f"mb-3 {styles.HEADING}"),
        kind_picker(),
        aria_label="Connect a service",
    )


def _chosen() -> rx.Component:
    back = button(icon("arrow-left", 14), "Another service", variant="quiet", size="sm", on_click=ConnectState.pick(""))
    heading = rx.el.div(
        rx.el.h2(
            service_icon(ConnectState.icon),
            f"Connect {ConnectState.label}",
            class_name=f"flex items-center gap-2.5 {styles.HEADING}",
        ),
        back,
        class_name="mb-5 flex flex-wrap items-center justify-between gap-2",
    )
    return card(heading, connect_form(ConnectState.answered), extra="wf-rise max-w-prose")


def _row(row: ConnectionRow) -> rx.Component:
    used = rx.cond(row.used_by == 1, "1 worker", rx.cond(row.used_by > 0, f"{row.used_by} workers", "Nobody yet"))
    remove = confirm(
        f"remove-{row.id}",
        "Remove",
        "Remove this connection?",
        "Its secret is deleted here and on the engine.",
        "Remove",
        ConnectionsState.remove(row.id),
        variant="danger_quiet",
        size="sm",
        aria_label=f"Remove {row.name}",
    )
    name = rx.el.span(
        service_icon(row.icon), rx.el.span(row.name, class_name="font-medium"), class_name="flex items-center gap-3"
    )
    added = rx.el.span(row.created, class_name="whitespace-nowrap tabular-nums text-muted")
    used_by = rx.el.span(used, class_name="whitespace-nowrap text-muted")
    return table_row(name, row.service, added, used_by, rx.el.div(remove, class_name="text-right"))
