"""The public front: what the product is, the trial, and what a company would want to know before signing up."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import link_button
from workforce.components.icons import icon
from workforce.components.layout import public_page
from workforce.components.trial import chips, fills_box, problem, prompt_form, trial_result
from workforce.pages import landing_words as words

# What lies below the first screen is laid out when somebody comes near it: a slow phone paints the first screen sooner.
_LATER = "[content-visibility:auto] [contain-intrinsic-size:auto_44rem]"


def page() -> rx.Component:
    """The whole landing page."""
    return public_page(_hero(), _how(), _examples(), _difference(), _pricing(), _faq(), _closing())


def _hero() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h1("Hire AI workers by describing the job", class_name=styles.DISPLAY),
            rx.el.p(
                "Say what should happen and when. You get a plan in plain words, approve it, and a real automation "
                "does the work, on n8n, which you can run yourself.",
                class_name="mx-auto mt-5 max-w-prose text-lg text-muted sm:text-xl",
            ),
            rx.el.div(prompt_form(), problem(), class_name="mx-auto mt-9 w-full max-w-3xl"),
            rx.el.div(chips(), class_name="mt-5"),
            trial_result(),
            class_name=f"{styles.PAGE} pb-16 pt-14 text-center sm:pb-24 sm:pt-24",
        )
    )


def _section(ident: str, title: str, lead: str, *children: rx.Component, band: bool = False) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(title, class_name=styles.SECTION_TITLE),
            rx.el.p(lead, class_name="mt-3 max-w-prose text-lg text-muted"),
            rx.el.div(*children, class_name="mt-10"),
            class_name=f"{styles.PAGE} py-16 sm:py-24",
        ),
        id=ident,
        class_name=f"{_LATER} border-t border-line {'bg-surface' if band else ''}",
    )


def _how() -> rx.Component:
    steps = [
        rx.el.li(
            rx.el.span(
                str(number),
                aria_hidden=True,
                class_name="inline-flex h-8 w-8 items-center justify-center rounded-full border "
                "border-line-strong text-sm font-semibold text-accent-text",
            ),
            rx.el.h3(title, class_name="mt-4 text-lg font-semibold text-ink"),
            rx.el.p(body, class_name="mt-1.5 text-base text-muted"),
        )
        for number, (title, body) in enumerate(words.HOW, 1)
    ]
    return _section(
        "how",
        "From a sentence to a working colleague",
        "Four steps, minutes apart. You stay in charge at each of them.",
        rx.el.ol(*steps, class_name="grid gap-10 sm:grid-cols-2 lg:grid-cols-4 lg:gap-8"),
        band=True,
    )


def _examples() -> rx.Component:
    cards = [
        rx.el.li(
            rx.el.h3(
                icon(picture, 16), department, class_name="flex items-center gap-2 text-sm font-semibold text-ink"
            ),
            rx.el.ul(*(rx.el.li(_example(prompt)) for prompt in prompts), class_name="mt-3 flex flex-col gap-1"),
            class_name=f"{styles.CARD} p-4",
        )
        for department, picture, prompts in words.EXAMPLES
    ]
    return _section(
        "examples",
        "A worker for every department",
        "Pick one to put it into the box above, then change it to fit.",
        rx.el.ul(*cards, class_name="grid gap-4 sm:grid-cols-2 lg:grid-cols-3"),
    )


def _example(prompt: str) -> rx.Component:
    return rx.el.a(
        prompt,
        href="#main",
        on_click=fills_box(prompt),
        class_name="block rounded-lg px-2.5 py-2 text-sm text-muted transition-colors hover:bg-hover hover:text-ink",
    )


def _difference() -> rx.Component:
    points = [
        rx.el.li(
            rx.el.span(icon(picture, 18), class_name="mt-0.5 shrink-0 text-accent-text"),
            rx.el.div(
                rx.el.h3(title, class_name="text-base font-semibold text-ink"),
                rx.el.p(body, class_name="mt-1 text-base text-muted"),
            ),
            class_name="flex gap-4",
        )
        for picture, title, body in words.DIFFERENCE
    ]
    return _section(
        "difference",
        "Built to be trusted with real work",
        "An automation that nobody understands is a risk. Ours can be read before they run.",
        rx.el.ul(*points, class_name="grid gap-x-12 gap-y-9 sm:grid-cols-2"),
        band=True,
    )


def _pricing() -> rx.Component:
    return _section(
        "pricing",
        "Priced by the work that gets done",
        "Free while it is young: nothing is charged and no limit applies yet. These are the prices we plan.",
        rx.el.ul(*(_tier(*tier) for tier in words.TIERS), class_name="grid gap-4 lg:grid-cols-3"),
    )


def _tier(name: str, price: str, per: str, lead: str, includes: tuple[str, ...], chosen: bool) -> rx.Component:
    items = [
        rx.el.li(
            rx.el.span(icon("check", 16), class_name="mt-0.5 shrink-0 text-good"),
            text,
            class_name="flex gap-2.5 text-sm text-ink",
        )
        for text in includes
    ]
    return rx.el.li(
        rx.el.h3(name, class_name="text-base font-semibold text-ink"),
        rx.el.p(
            rx.el.span(price, class_name="text-4xl font-semibold tracking-tight text-ink"),
            rx.el.span(f" {per}", class_name="text-sm text-faint"),
            class_name="mt-3",
        ),
        rx.el.p(lead, class_name="mt-2 text-sm text-muted"),
        link_button(
            "Start free",
            href="/sign-up",
            aria_label=f"Start free with {name}",
            variant="primary" if chosen else "secondary",
            extra="mt-5 w-full",
        ),
        rx.el.ul(*items, class_name="mt-6 flex flex-col gap-2.5 border-t border-line pt-5"),
        class_name=f"{styles.CARD} p-6 {'border-accent' if chosen else ''}",
    )


def _faq() -> rx.Component:
    entries = [
        rx.el.details(
            rx.el.summary(
                question,
                rx.el.span(
                    icon("plus", 16), class_name="shrink-0 text-faint transition-transform group-open:rotate-45"
                ),
                class_name="flex cursor-pointer list-none items-center justify-between gap-4 py-4 text-base "
                "font-medium text-ink",
            ),
            rx.el.p(answer, class_name="max-w-prose pb-5 text-base text-muted"),
            class_name="group",
        )
        for question, answer in words.FAQ
    ]
    return _section(
        "faq",
        "Questions people ask first",
        "Short answers. Try the box above for the rest.",
        rx.el.div(*entries, class_name=f"border-y border-line {styles.DIVIDED}"),
        band=True,
    )


def _closing() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2("What would you hand over first?", class_name=styles.SECTION_TITLE),
            rx.el.p("One sentence is enough to see a plan.", class_name="mt-3 text-lg text-muted"),
            rx.el.div(
                link_button("Describe a worker", href="#main", size="lg", reload=True, on_click=rx.set_focus("prompt")),
                link_button("Create an account", href="/sign-up", size="lg", variant="secondary"),
                class_name="mt-7 flex flex-wrap justify-center gap-3",
            ),
            class_name=f"{styles.PAGE} py-20 text-center sm:py-28",
        ),
        class_name=f"{_LATER} border-t border-line",
    )
