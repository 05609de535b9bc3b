"""Forms: a label above, a hint below, an error that screen readers hear; and a form that the browser itself sends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from workforce.components import styles
from workforce.components.elements import Flag, Text


class NativeForm(BaseHTML):
    """A form that the browser posts by itself: Reflex's own always prevents that."""

    tag = "form"

    action: rx.Var[str]
    method: rx.Var[str]


def _given(text: Text) -> bool:
    return not (isinstance(text, str) and not text)


def _frame(name: str, label: Text, control: rx.Component, hint: Text, error: Text, required: bool) -> rx.Component:
    below = [rx.el.p(hint, id=f"{name}-hint", class_name=styles.HINT)] if _given(hint) else []
    if _given(error):
        shown = rx.el.p(error, id=f"{name}-error", role="alert", class_name=styles.FIELD_ERROR)
        below.append(rx.cond(error != "", shown) if isinstance(error, rx.Var) else shown)
    optional = [] if required else [rx.el.span("optional", class_name="ml-1.5 text-xs font-normal text-faint")]
    return rx.el.div(
        rx.el.label(label, *optional, html_for=name, class_name=styles.LABEL),
        control,
        *below,
        class_name="flex flex-col gap-1.5",
    )


def _described(name: str, hint: Text, error: Text) -> dict[str, Any]:
    ids = [f"{name}-hint"] * _given(hint) + [f"{name}-error"] * _given(error)
    props: dict[str, Any] = {"aria_describedby": " ".join(ids)} if ids else {}
    if _given(error):
        props["aria_invalid"] = (error != "") if isinstance(error, rx.Var) else True
    return props


def text_field(
    name: str, label: Text, *, hint: Text = "", error: Text = "", required: bool = True, **props: Any
) -> rx.Component:
    """One line of text. `name` is also the id; `type`, `value`, `default_value`, `on_change` … as for an input."""
    control = rx.el.input(
        id=name,
        name=name,
        required=required,
        class_name=f"{styles.INPUT} h-10",
        **_described(name, hint, error),
        **props,
    )
    return _frame(name, label, control, hint, error, required)


def text_area(
    name: str, label: Text, *, hint: Text = "", error: Text = "", required: bool = True, rows: str = "4", **props: Any
) -> rx.Component:
    """Several lines of text."""
    control = rx.el.textarea(
        id=name,
        name=name,
        required=required,
        rows=rows,
        class_name=styles.INPUT,
        **_described(name, hint, error),
        **props,
    )
    return _frame(name, label, control, hint, error, required)


def select(
    name: str,
    label: Text,
    options: Sequence[tuple[str, str]] | rx.Component,
    *,
    hint: Text = "",
    error: Text = "",
    required: bool = True,
    **props: Any,
) -> rx.Component:
    """A list to choose from: (value, words) pairs, or an `rx.foreach` of `rx.el.option`."""
    choices = (
        [options]
        if isinstance(options, rx.Component)
        else [rx.el.option(words, value=value) for value, words in options]
    )
    control = rx.el.select(
        *choices,
        id=name,
        name=name,
        required=required,
        class_name=f"{styles.INPUT} h-10",
        **_described(name, hint, error),
        **props,
    )
    return _frame(name, label, control, hint, error, required)


def hidden(name: str, value: Text) -> rx.Component:
    """A value that travels with the form."""
    return rx.el.input(type="hidden", name=name, value=value, read_only=True)


__all__ = ["Flag", "NativeForm", "hidden", "select", "text_area", "text_field"]
