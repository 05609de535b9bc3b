"""The page for an address that leads nowhere."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import link_button
from workforce.components.layout import narrow_page


def page() -> rx.Component:
    """404."""
    return narrow_page(
        rx.el.div(
            rx.el.p("404", class_name=styles.EYEBROW),
            rx.el.h1("There is nothing at this address", class_name=f"mt-2 {styles.TITLE}"),
            rx.el.p(
                "The link may be old, or the page may have been removed. Nothing of yours is lost.",
                class_name="mt-2 text-sm text-muted",
            ),
            rx.el.div(
                link_button("Open dashboard", href="/app/", reload=True),
                link_button("Go to the home page", href="/", variant="secondary"),
                class_name="mt-6 flex flex-wrap justify-center gap-2",
            ),
            class_name="text-center",
        )
    )
