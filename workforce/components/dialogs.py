"""Dialogs: the browser's own `<dialog>`, opened and closed by the buttons that name it; no script of ours."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.components import styles
from workforce.components.elements import Text, button


def opens(dialog: str) -> dict[str, Any]:
    """Props for a button that opens the dialog of this id."""
    return {"custom_attrs": {"command": "show-modal", "commandfor": dialog}}


def closes(dialog: str) -> dict[str, Any]:
    """Props for a button that closes the dialog of this id."""
    return {"custom_attrs": {"command": "close", "commandfor": dialog}}


def dialog(ident: str, title: Text, *children: rx.Component | Text) -> rx.Component:
    """A modal dialog; Escape and a click beside it close it."""
    return rx.el.dialog(
        rx.el.h2(title, id=f"{ident}-title", class_name="text-lg font-semibold text-ink"),
        *children,
        id=ident,
        aria_labelledby=f"{ident}-title",
        custom_attrs={"closedby": "any"},
        class_name="wf-dialog p-6",
    )


def confirm(
    ident: str,
    trigger: Text,
    title: Text,
    body: Text,
    yes: Text,
    on_yes: Any,
    *,
    variant: str = "secondary",
    danger: bool = True,
    size: str = "md",
    **props: Any,
) -> rx.Component:
    """A button that asks first. `on_yes` runs when the person confirms; `ident` must be unique on the page."""
    return rx.fragment(
        button(trigger, variant=variant, size=size, **opens(ident), **props),
        dialog(
            ident,
            title,
            rx.el.p(body, class_name="mt-2 text-sm text-muted"),
            rx.el.div(
                button("Cancel", variant="secondary", **closes(ident)),
                button(yes, variant="danger" if danger else "primary", on_click=on_yes, **closes(ident)),
                class_name="mt-6 flex justify-end gap-2",
            ),
        ),
    )


__all__ = ["closes", "confirm", "dialog", "opens", "styles"]
