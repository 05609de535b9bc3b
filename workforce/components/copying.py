"""A button that copies a text in the browser itself: the content policy lets no event do it."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles

LOOKS = styles.button_class("quiet", "sm")


class CopyButton(rx.Component):
    """Copies `text` and says so."""

    library = "$/public" + str(rx.asset("copying.jsx", shared=True)).split("?")[0]
    tag = "CopyButton"
    text: rx.Var[str]
    label: rx.Var[str]
    looks: rx.Var[str]


def copy_button(text: rx.Var[str] | str, label: str = "Copy") -> rx.Component:
    """The button in our looks."""
    return CopyButton.create(text=text, label=label, looks=LOOKS)
