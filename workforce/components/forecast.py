"""What a month of the worker will bring, before anybody approves it."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import card
from workforce.components.icons import icon
from workforce.states.changing import ChangeState


def forecast_card() -> rx.Component:
    """Runs against what is included, what AI costs, and the assumption behind it, which can be changed."""
    f = ChangeState.forecast
    return rx.cond(
        f.runs != "",
        card(
            rx.el.h2("Forecast", class_name="text-sm font-semibold text-ink"),
            rx.el.dl(
                _line("play", f.runs, f.included, rx.cond(f.over, "text-xs text-warn", "text-xs text-muted")),
                _line("coins", f.cost, f.hint, "text-xs text-muted"),
                class_name="mt-3 flex flex-col gap-3",
            ),
            rx.cond(f.events != "", _assumption()),
            id="forecast",
        ),
    )


def _line(picture: str, words: rx.Var[str], note: rx.Var[str], tone: rx.Var[str] | str) -> rx.Component:
    return rx.el.div(
        rx.el.dt(icon(picture, 16), class_name="mt-0.5 text-accent-text"),
        rx.el.dd(
            rx.el.p(words, class_name="text-sm text-ink"),
            rx.cond(note != "", rx.el.p(note, class_name=tone)),
            class_name="min-w-0",
        ),
        class_name="flex items-start gap-2.5",
    )


def _assumption() -> rx.Component:
    return rx.el.div(
        rx.el.label("How often a month does something start it?", html_for="events", class_name=styles.LABEL),
        rx.el.input(
            id="events",
            type="text",
            input_mode="numeric",
            default_value=ChangeState.forecast.events,
            key=ChangeState.forecast.events,
            on_blur=ChangeState.expect,
            class_name=f"{styles.INPUT} h-10 mt-1.5",
        ),
        rx.el.p("Nobody can know this yet; change it if you know better.", class_name=f"mt-1 {styles.HINT}"),
        class_name="mt-4 border-t border-line pt-4",
    )
