"""Sign in."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, card, link
from workforce.components.forms import NativeForm, hidden, text_field
from workforce.components.layout import narrow_page
from workforce.components.notices import notice
from workforce.states.entry import EntryState


def page() -> rx.Component:
    """The sign-in form; the browser posts it, with or without script."""
    return narrow_page(
        rx.el.div(
            rx.el.h1("Sign in", class_name=styles.TITLE),
            rx.el.p("Welcome back. Your workers kept going.", class_name="mt-1 text-sm text-muted"),
            class_name="mb-6 text-center",
        ),
        card(
            NativeForm.create(
                rx.cond(EntryState.error != "", notice(EntryState.error, "bad")),
                text_field(
                    "email",
                    "E-mail",
                    type="email",
                    auto_complete="username",
                    default_value=EntryState.email,
                    key=EntryState.email,
                    max_length=200,
                ),
                text_field("password", "Password", type="password", auto_complete="current-password", max_length=200),
                hidden("next", EntryState.next),
                button("Sign in", type="submit", size="md", extra="w-full"),
                action="/api/auth/sign-in",
                method="post",
                class_name="flex flex-col gap-4",
            )
        ),
        rx.el.p(
            "New here? ",
            link("Create an account", href=EntryState.sign_up_address),
            class_name="mt-6 text-center text-sm text-muted",
        ),
    )
