"""What stands in a page's place when drawing it failed in the browser."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex_base.vars.function import ArgsFunctionOperation

from workforce.components import styles


def broken_page() -> rx.Var[Any]:
    """A page that works without anything else working: two plain links."""
    page = rx.el.main(
        rx.el.h1("This page could not be shown", class_name=styles.TITLE),
        rx.el.p(
            "Something went wrong in the browser. Your workers are not affected, and nothing you saved is lost.",
            class_name="mt-2 text-sm text-muted",
        ),
        rx.el.div(
            rx.el.a("Load it again", href="", class_name=styles.button_class()),
            rx.el.a("Go to the home page", href="/", class_name=styles.button_class("secondary")),
            class_name="mt-6 flex flex-wrap gap-2",
        ),
        class_name="mx-auto max-w-md px-4 py-24",
    )
    return ArgsFunctionOperation.create(("event_args",), rx.Var.create(page))
