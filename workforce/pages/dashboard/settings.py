"""The person's own settings."""

from __future__ import annotations

import reflex as rx

from workforce.components.elements import button, card, key_values, page_header, section_heading
from workforce.components.forms import select
from workforce.components.shell import app_page
from workforce.states.session import SessionState
from workforce.states.settings import SettingsState

ON_LOAD = [SettingsState.load]
TITLE = "Settings"


def page() -> rx.Component:
    """Who is signed in, and the time zone."""
    zone = rx.el.form(
        select(
            "timezone",
            "Time zone",
            rx.foreach(SettingsState.zones, lambda zone: rx.el.option(zone, value=zone)),
            hint="New workers keep their hours in this time zone, and all times are shown in it.",
            default_value=SessionState.timezone,
            key=f"{SessionState.timezone}{SettingsState.zones.length()}",  # type: ignore[attr-defined]
        ),
        rx.el.div(button("Save", type="submit"), class_name="flex"),
        on_submit=SettingsState.save,
        reset_on_submit=False,
        class_name="flex flex-col gap-4",
    )
    return app_page(
        "/app/settings",
        rx.el.div(
            page_header(TITLE),
            card(
                section_heading("You"),
                key_values(
                    ("Name", SessionState.name),
                    ("E-mail", SessionState.email),
                    ("Company", SessionState.company),
                    ("Role", rx.el.span(SessionState.role, class_name="capitalize")),
                ),
            ),
            card(section_heading("Time"), zone),
            class_name="mx-auto flex max-w-3xl flex-col gap-5",
        ),
    )
