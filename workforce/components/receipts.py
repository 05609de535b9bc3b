"""One call of a rehearsal as what it is: an e-mail, a message, a row."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import pill
from workforce.components.icons import icon
from workforce.states.rehearsal_rows import FactRow, ReceiptRow


def receipt_card(row: ReceiptRow, *more: rx.Component) -> rx.Component:
    """What would be sent or written, to whom, with what in it."""
    head = rx.el.div(
        rx.el.span(_picture(row.picture), class_name="shrink-0 text-muted"),
        rx.el.span(row.title, class_name="min-w-0 flex-1 break-words text-sm font-medium text-ink"),
        rx.cond(row.failed, pill("Failed", "bad"), rx.fragment()),
        class_name="flex items-center gap-2.5",
    )
    facts = rx.el.dl(rx.foreach(row.facts, fact), class_name="flex flex-col gap-0.5")
    text = rx.el.p(
        row.text,
        class_name="max-h-72 overflow-auto whitespace-pre-wrap break-words border-t border-line pt-2 text-sm text-ink",
        tab_index=0,
    )
    return rx.el.li(
        head,
        rx.cond(row.facts, facts),
        rx.cond(row.text != "", text),
        *more,
        class_name=f"{styles.CARD} flex flex-col gap-2 p-3.5",
    )


def _picture(name: rx.Var[str]) -> rx.Component:
    pictures = (
        "mail",
        "message-square",
        "table-2",
        "file-plus-2",
        "file",
        "credit-card",
        "calendar",
        "sparkles",
        "book-open",
    )
    return rx.fragment(rx.match(name, *((one, icon(one, 16)) for one in pictures), icon("arrow-up-right", 16)))


def fact(row: FactRow) -> rx.Component:
    """A name and a value."""
    return rx.el.div(
        rx.el.dt(row.name, class_name="w-24 shrink-0 truncate text-faint"),
        rx.el.dd(row.value, class_name="min-w-0 break-words text-ink"),
        class_name="flex gap-3 text-sm",
    )


def verdict_sign(verdict: rx.Var[str]) -> rx.Component:
    """Passed, failed or neither."""

    def sign(picture: str, words: str, colour: str) -> rx.Component:
        return rx.el.span(
            icon(picture, 16), rx.el.span(words, class_name="sr-only"), class_name=f"mt-0.5 shrink-0 {colour}"
        )

    return rx.fragment(
        rx.match(
            verdict,
            ("passed", sign("check", "Passed", "text-good")),
            ("failed", sign("x", "Failed", "text-bad")),
            sign("circle-help", "No verdict", "text-warn"),
        )
    )
