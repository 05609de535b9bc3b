"""The frame of signed-in pages: the places at the side, who is signed in, and the page itself."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, link, link_button
from workforce.components.forms import NativeForm
from workforce.components.icons import icon, initials
from workforce.components.layout import home_link, skip_link, theme_toggle
from workforce.states.session import SessionState

PLACES = (
    ("Overview", "/app/", "layout-dashboard"),
    ("Workers", "/app/workers", "bot"),
    ("Drafts", "/app/drafts", "file-pen"),
    ("Connections", "/app/connections", "plug"),
    ("Departments", "/app/departments", "network"),
    ("Usage", "/app/usage", "gauge"),
    ("Settings", "/app/settings", "settings"),
)
_ITEM = "flex h-9 items-center gap-3 rounded-lg px-3 text-sm font-medium transition-colors"
_HERE = f"{_ITEM} bg-accent-soft text-accent-text"
_ELSEWHERE = f"{_ITEM} text-muted hover:bg-hover hover:text-ink"


def app_page(here: str, *children: rx.Component) -> rx.Component:
    """A whole signed-in page. here: the address of the place it belongs to."""
    return rx.fragment(
        skip_link(),
        _top_bar(here),
        _side(here),
        rx.el.main(
            rx.el.div(*children, class_name="mx-auto w-full max-w-page px-4 py-6 sm:px-8 sm:py-8"),
            id="main",
            tab_index=-1,
            class_name="min-h-[80dvh] outline-none lg:pl-60",
        ),
    )


def _side(here: str) -> rx.Component:
    return rx.el.aside(
        rx.el.div(home_link("/app/"), class_name="flex h-16 items-center px-3"),
        _hire(),
        _places(here),
        rx.el.div(class_name="flex-1"),
        _person(),
        aria_label="Side bar",
        class_name="fixed inset-y-0 left-0 z-30 hidden w-60 flex-col gap-4 border-r border-line bg-surface p-3 lg:flex",
    )


def _top_bar(here: str) -> rx.Component:
    menu = rx.el.details(
        rx.el.summary(
            icon("menu", 18),
            rx.el.span("Menu", class_name="sr-only"),
            class_name=styles.button_class("quiet", "icon", "list-none"),
        ),
        rx.el.div(
            _hire(),
            _places(here),
            _person(),
            class_name="absolute inset-x-0 top-14 z-40 flex flex-col gap-4 border-b border-line bg-surface p-4 "
            "shadow-high",
        ),
        key=here,
    )
    return rx.el.header(
        home_link("/app/"),
        menu,
        class_name="sticky top-0 z-40 flex h-14 items-center justify-between border-b border-line bg-surface px-4 "
        "lg:hidden",
    )


def _hire() -> rx.Component:
    return link_button(icon("plus", 16), "Hire a worker", href="/app/hire", extra="w-full")


def _places(here: str) -> rx.Component:
    def item(words: str, href: str, picture: str) -> rx.Component:
        current = {"aria_current": "page"} if href == here else {}
        return rx.el.li(
            link(icon(picture, 16), words, href=href, extra=_HERE if href == here else _ELSEWHERE, **current)
        )

    return rx.el.nav(
        rx.el.ul(*(item(*place) for place in PLACES), class_name="flex flex-col gap-0.5"), aria_label="Dashboard"
    )


def _person() -> rx.Component:
    who = rx.el.div(
        initials(SessionState.initials),
        rx.el.div(
            rx.el.p(SessionState.name, class_name="truncate text-sm font-medium text-ink"),
            rx.el.p(SessionState.company, class_name="truncate text-xs text-faint"),
            class_name="min-w-0 flex-1",
        ),
        class_name="flex min-w-0 flex-1 items-center gap-3",
    )
    leave = NativeForm.create(
        button(
            icon("log-out", 16), variant="quiet", size="icon", type="submit", aria_label="Sign out", title="Sign out"
        ),
        action="/api/auth/sign-out",
        method="post",
    )
    return rx.el.div(who, theme_toggle(), leave, class_name="flex items-center gap-1 border-t border-line pt-3")
