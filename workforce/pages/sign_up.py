"""Create an account: a person and their company."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, card, link
from workforce.components.forms import NativeForm, hidden, text_field
from workforce.components.layout import narrow_page
from workforce.components.notices import notice
from workforce.states.entry import EntryState


def page() -> rx.Component:
    """The sign-up form; the browser posts it, with or without script."""
    return narrow_page(
        rx.el.div(
            rx.el.h1("Create your company's account", class_name=styles.TITLE),
            rx.el.p("Describe your first worker a minute from now.", class_name="mt-1 text-sm text-muted"),
            class_name="mb-6 text-center",
        ),
        card(
            NativeForm.create(
                rx.cond((EntryState.error != "") & (EntryState.field == ""), notice(EntryState.error, "bad")),
                _field("name", "Your name", EntryState.name, auto_complete="name"),
                _field("company", "Company", EntryState.company, auto_complete="organization"),
                _field("email", "Work e-mail", EntryState.email, type="email", auto_complete="username"),
                text_field(
                    "password",
                    "Password",
                    type="password",
                    auto_complete="new-password",
                    hint="At least 10 characters.",
                    error=_error("password"),
                    min_length=10,
                    max_length=200,
                ),
                hidden("next", EntryState.next),
                button("Create account", type="submit", extra="w-full"),
                action="/api/auth/sign-up",
                method="post",
                class_name="flex flex-col gap-4",
            )
        ),
        rx.el.p(
            "Already have an account? ",
            link("Sign in", href=EntryState.sign_in_address),
            class_name="mt-6 text-center text-sm text-muted",
        ),
    )


def _error(name: str) -> rx.Var[str]:
    return rx.cond(EntryState.field == name, EntryState.error, "")


def _field(name: str, label: str, value: rx.Var[str], **props: str) -> rx.Component:
    return text_field(name, label, default_value=value, key=value, error=_error(name), max_length=200, **props)
