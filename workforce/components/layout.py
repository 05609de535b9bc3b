"""The frame of public pages: skip link, header, main, footer; and the theme switch that all pages share."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, link, link_button, outside_link
from workforce.components.icons import icon, wordmark
from workforce.states.session import SessionState

NAV = (("How it works", "/#how"), ("Examples", "/#examples"), ("Pricing", "/#pricing"), ("Questions", "/#faq"))
_QUIET = "rounded-md text-sm text-muted transition-colors hover:text-ink"


def skip_link() -> rx.Component:
    """The first thing the Tab key reaches: straight to the content."""
    return rx.el.a(
        "Skip to content",
        href="#main",
        class_name="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-4 focus:z-50 focus:rounded-lg "
        "focus:bg-surface focus:px-4 focus:py-2 focus:text-sm focus:text-ink focus:shadow-high",
    )


def theme_toggle() -> rx.Component:
    """Switch between light and dark; the browser remembers it."""
    return button(
        rx.el.span(icon("moon", 16), class_name="dark:hidden"),
        rx.el.span(icon("sun", 16), class_name="hidden dark:inline"),
        variant="quiet",
        size="icon",
        aria_label="Switch between light and dark",
        on_click=rx.toggle_color_mode,
    )


def home_link(href: str = "/") -> rx.Component:
    """The wordmark, leading home."""
    return link(wordmark(), href=href, extra="inline-flex rounded-md", aria_label="WorkForce AI, home")


def site_header() -> rx.Component:
    """The public pages' header."""
    places = [rx.el.li(outside_link(words, href=href, extra=_QUIET)) for words, href in NAV]
    return rx.el.header(
        rx.el.div(
            home_link(),
            rx.el.nav(
                rx.el.ul(*places, class_name="flex items-center gap-7"), aria_label="Main", class_name="hidden md:block"
            ),
            rx.el.div(theme_toggle(), _entrance(), class_name="flex items-center gap-1 sm:gap-2"),
            class_name=f"{styles.PAGE} flex h-16 items-center justify-between gap-4",
        ),
        class_name="sticky top-0 z-40 border-b border-line bg-canvas/90 backdrop-blur",
    )


def _entrance() -> rx.Component:
    return rx.cond(
        SessionState.signed_in,
        link_button("Open dashboard", href="/app/", size="sm"),
        rx.fragment(
            link_button("Sign in", href="/sign-in", variant="quiet", size="sm"),
            link_button("Sign up", href="/sign-up", size="sm"),
        ),
    )


def site_footer() -> rx.Component:
    """The public pages' footer."""
    places = [*NAV, ("Sign in", "/sign-in"), ("Sign up", "/sign-up")]
    links = [rx.el.li(outside_link(words, href=href, extra=_QUIET)) for words, href in places]
    return rx.el.footer(
        rx.el.div(
            rx.el.div(
                wordmark(),
                rx.el.p("Workers you describe, plans you approve.", class_name="mt-3 text-sm text-muted"),
                class_name="max-w-xs",
            ),
            rx.el.nav(
                rx.el.ul(*links, class_name="grid grid-cols-2 gap-x-10 gap-y-3 sm:grid-cols-3"), aria_label="Footer"
            ),
            class_name=f"{styles.PAGE} flex flex-col gap-8 py-12 sm:flex-row sm:justify-between",
        ),
        class_name="border-t border-line",
    )


def public_page(*children: rx.Component) -> rx.Component:
    """A whole public page around its content."""
    return rx.fragment(
        skip_link(),
        site_header(),
        rx.el.main(*children, id="main", tab_index=-1, class_name="outline-none"),
        site_footer(),
    )


def narrow_page(*children: rx.Component) -> rx.Component:
    """A page with one small card in the middle: sign-in and the like."""
    return rx.fragment(
        skip_link(),
        rx.el.header(home_link(), theme_toggle(), class_name="flex h-16 items-center justify-between px-4 sm:px-6"),
        rx.el.main(
            rx.el.div(*children, class_name="w-full max-w-md"),
            id="main",
            tab_index=-1,
            class_name="flex min-h-[80dvh] justify-center px-4 pb-16 pt-6 outline-none sm:items-center",
        ),
    )
