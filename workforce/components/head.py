"""What stands in the head of every page."""

from __future__ import annotations

import reflex as rx

from workforce.core.cookies import ZONE

# The only script of our own: the browser's time zone as a cookie, so that times are right from the first answer on.
TIME_ZONE = (
    f'document.cookie="{ZONE}="+encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone||"UTC")'
    '+";path=/;max-age=31536000;samesite=lax"'
)
TITLE = "WorkForce AI: hire AI workers by describing the job"
DESCRIPTION = "Describe a job in plain words, approve the plan, and a real automation does the work."


def head() -> list[rx.Component]:
    """Icon, colours of the browser's own frame, how links to us look elsewhere, the time zone."""
    return [
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        *(_frame_colour(scheme, colour) for scheme, colour in (("light", "#fbfbfa"), ("dark", "#0f0f11"))),
        rx.el.meta(custom_attrs={"property": "og:site_name"}, content="WorkForce AI"),
        rx.el.meta(custom_attrs={"property": "og:type"}, content="website"),
        rx.el.meta(custom_attrs={"property": "og:title"}, content=TITLE),
        rx.el.meta(custom_attrs={"property": "og:description"}, content=DESCRIPTION),
        rx.el.meta(name="twitter:card", content="summary"),
        rx.el.script(TIME_ZONE),
    ]


def _frame_colour(scheme: str, colour: str) -> rx.Component:
    # As a property of its own, `media` would become a style.
    return rx.el.meta(name="theme-color", content=colour, custom_attrs={"media": f"(prefers-color-scheme: {scheme})"})
