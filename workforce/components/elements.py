"""The furniture: buttons, links, cards, pills and the like, each in one place with one look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from workforce.components import styles
from workforce.components.copying import copy_button
from workforce.components.icons import icon, spinner

Text = rx.Var[str] | str
Flag = rx.Var[bool] | bool


def button(
    *children: rx.Component | Text,
    variant: str = "primary",
    size: str = "md",
    loading: Flag = False,
    disabled: Flag = False,
    extra: str = "",
    **props: Any,
) -> rx.Component:
    """A button. variant: primary, secondary, quiet, danger, danger_quiet; size: sm, md, lg, icon.

    While `loading` it shows a spinner beside its words and cannot be pressed again.
    """
    waiting = rx.cond(loading, spinner(), rx.fragment()) if isinstance(loading, rx.Var) else rx.fragment()
    return rx.el.button(
        waiting,
        *children,
        type=props.pop("type", "button"),
        disabled=(disabled | loading) if isinstance(loading, rx.Var) else disabled,
        aria_busy=loading,
        class_name=styles.button_class(variant, size, extra),
        **props,
    )


def link(*children: rx.Component | Text, href: Text, extra: str = styles.LINK, **props: Any) -> rx.Component:
    """A link to a page of ours, without reloading. For other sites and `/api/` use `outside_link`."""
    return ReactRouterLink.create(*children, to=href, class_name=extra, **props)


def outside_link(*children: rx.Component | Text, href: Text, extra: str = styles.LINK, **props: Any) -> rx.Component:
    """A link that the browser follows itself."""
    return rx.el.a(*children, href=href, class_name=extra, **props)


def link_button(
    *children: rx.Component | Text,
    href: Text,
    variant: str = "primary",
    size: str = "md",
    extra: str = "",
    reload: bool = False,
    **props: Any,
) -> rx.Component:
    """A link that looks like a button. `reload` lets the browser load the page anew."""
    follow = outside_link if reload else link
    return follow(*children, href=href, extra=styles.button_class(variant, size, extra), **props)


def card(*children: rx.Component | Text, extra: str = "", padded: bool = True, **props: Any) -> rx.Component:
    """A surface with a thin border; not `padded` for tables and lists that reach the edges."""
    return rx.el.div(*children, class_name=f"{styles.CARD_BODY if padded else styles.CARD} {extra}", **props)


def pill(text: Text, tone: str = "neutral", dot: bool = False) -> rx.Component:
    """A small rounded label. tone: neutral, accent, good, warn, bad."""
    lead = [rx.el.span(aria_hidden=True, class_name="h-1.5 w-1.5 rounded-full bg-current")] if dot else []
    return rx.el.span(*lead, text, class_name=f"{styles.PILL} {styles.TONES[tone]}")


def status_pill(status: rx.Var[str], tones: dict[str, tuple[str, str]]) -> rx.Component:
    """A pill for a status var. tones: status -> (words, tone); an unknown status shows as it is."""
    known = ((key, pill(words, tone, dot=True)) for key, (words, tone) in tones.items())
    return rx.fragment(rx.match(status, *known, pill(status, "neutral")))


def page_header(title: Text, lead: Text = "", *actions: rx.Component) -> rx.Component:
    """A page's title with a line under it and its actions at the right."""
    words = [rx.el.h1(title, class_name=styles.TITLE)]
    if not (isinstance(lead, str) and not lead):
        words.append(rx.el.p(lead, class_name="mt-1 text-sm text-muted max-w-prose"))
    return rx.el.div(
        rx.el.div(*words, class_name="min-w-0"),
        rx.el.div(*actions, class_name="flex flex-wrap items-center gap-2"),
        class_name="mb-6 flex flex-col gap-4 sm:flex-row sm:items-start sm:justify-between",
    )


def section_heading(title: Text, lead: Text = "", *actions: rx.Component) -> rx.Component:
    """A smaller heading inside a page."""
    words = [rx.el.h2(title, class_name=styles.HEADING)]
    if not (isinstance(lead, str) and not lead):
        words.append(rx.el.p(lead, class_name="mt-0.5 text-sm text-muted"))
    return rx.el.div(
        rx.el.div(*words),
        rx.el.div(*actions, class_name="flex items-center gap-2"),
        class_name="mb-3 flex items-start justify-between gap-4",
    )


def empty_state(title: Text, body: Text, *actions: rx.Component, picture: str = "sparkles") -> rx.Component:
    """What a list shows when it is empty: what belongs here and the next step."""
    return rx.el.div(
        rx.el.span(
            icon(picture, 20),
            class_name="inline-flex h-11 w-11 items-center justify-center rounded-full bg-accent-soft text-accent-text",
        ),
        rx.el.h2(title, class_name="mt-4 text-base font-semibold text-ink"),
        rx.el.p(body, class_name="mt-1 max-w-md text-sm text-muted"),
        rx.el.div(*actions, class_name="mt-5 flex flex-wrap justify-center gap-2"),
        class_name="flex flex-col items-center rounded-xl border border-dashed border-line-strong px-6 py-14 "
        "text-center",
    )


# Numbers side by side, divided by hairlines: a `dl` of `stat`.
STRIP = "grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-low lg:grid-cols-4"


def stat(label: Text, value: Text, note: Text = "") -> rx.Component:
    """One number with its name, in a `STRIP`."""
    return rx.el.div(
        rx.el.dt(label, class_name="text-sm text-muted"),
        rx.el.dd(value, class_name="mt-1 text-2xl font-semibold tracking-tight tabular-nums text-ink"),
        rx.el.dd(note, class_name="mt-1 text-xs text-faint")
        if not (isinstance(note, str) and not note)
        else rx.fragment(),
        class_name="bg-surface p-5",
    )


def key_values(*pairs: tuple[Text, rx.Component | Text]) -> rx.Component:
    """A list of names and values."""
    rows = [
        rx.el.div(
            rx.el.dt(name, class_name="text-sm text-faint sm:w-40 sm:shrink-0"),
            rx.el.dd(value, class_name="min-w-0 break-words text-sm text-ink"),
            class_name="flex flex-col gap-0.5 py-2.5 sm:flex-row sm:gap-4",
        )
        for name, value in pairs
    ]
    return rx.el.dl(*rows, class_name=styles.DIVIDED)


def skeleton(extra: str = "h-4 w-full") -> rx.Component:
    """A grey block where words will come; `extra` gives it their size."""
    return rx.el.span(aria_hidden=True, class_name=f"block {styles.SKELETON} {extra}")


def skeleton_list(rows: int = 4) -> rx.Component:
    """Rows that are still loading."""
    line = rx.el.div(skeleton("h-4 w-1/3"), skeleton("h-3 w-2/3"), class_name="flex flex-col gap-2 p-4")
    return rx.el.div(
        rx.el.span("Loading", class_name="sr-only"),
        *(line for _ in range(rows)),
        role="status",
        class_name=f"{styles.CARD} {styles.DIVIDED}",
    )


def loading(state: Any, rows: int = 4) -> rx.Component:
    """Where a state's rows will come: grey lines, or why they could not be fetched and a way to try again.

    state: a class with the var `failed` and the handler `load`.
    """
    failed = empty_state(
        "This could not be loaded",
        state.failed,
        button("Try again", variant="secondary", on_click=state.load),
        picture="cloud-off",
    )
    return rx.cond(state.failed != "", failed, skeleton_list(rows))


def code_box(text: Text, label: str = "Copy") -> rx.Component:
    """One line of code or an address with a button that copies it."""
    return rx.el.div(
        rx.el.code(
            text, class_name=f"{styles.MONO} min-w-0 flex-1 overflow-x-auto whitespace-nowrap py-2", tab_index=0
        ),
        copy_button(text, label),
        class_name="flex items-center gap-2 rounded-lg border border-line bg-sunken pl-3 pr-1",
    )


def table(columns: Sequence[str], rows: rx.Component, caption: str) -> rx.Component:
    """A table: `rows` is an `rx.foreach` of `table_row`. The caption is read aloud, not shown."""
    heads = [rx.el.th(name, scope="col", class_name="px-4 py-2.5 font-medium whitespace-nowrap") for name in columns]
    return rx.el.div(
        rx.el.table(
            rx.el.caption(caption, class_name="sr-only"),
            rx.el.thead(rx.el.tr(*heads), class_name="border-b border-line text-left text-xs text-faint"),
            rx.el.tbody(rows, class_name=styles.DIVIDED),
            class_name="w-full text-sm",
        ),
        tab_index=0,
        role="region",
        aria_label=caption,
        class_name=f"{styles.CARD} overflow-x-auto",
    )


def table_row(*cells: rx.Component | Text) -> rx.Component:
    """One row of a `table`."""
    return rx.el.tr(
        *(rx.el.td(cell, class_name="px-4 py-3 align-middle text-ink") for cell in cells), class_name="hover:bg-hover"
    )


def tabs(current: rx.Var[str], options: Sequence[tuple[str, str]], on_pick: Any, label: str) -> rx.Component:
    """A row of choices of which one is on. options: (key, words); `on_pick(key)` is an event handler."""
    choices = [
        rx.el.button(
            words,
            type="button",
            aria_pressed=current == key,
            on_click=on_pick(key),
            class_name=rx.cond(
                current == key,
                "h-9 rounded-lg px-3 text-sm font-medium whitespace-nowrap bg-surface text-ink shadow-low",
                "h-9 rounded-lg px-3 text-sm font-medium whitespace-nowrap text-muted hover:text-ink",
            ),
        )
        for key, words in options
    ]
    return rx.el.div(
        *choices,
        role="group",
        aria_label=label,
        class_name="inline-flex max-w-full gap-1 overflow-x-auto rounded-xl bg-sunken p-1",
    )


def progress_stage(title: Text, detail: Text, state: rx.Var[str]) -> rx.Component:
    """One line of live progress. state: waiting, started, done, failed."""
    sign = rx.match(
        state,
        ("done", rx.el.span(icon("check", 14), class_name="text-good")),
        ("failed", rx.el.span(icon("x", 14), class_name="text-bad")),
        ("started", rx.el.span(spinner(extra="h-3.5 w-3.5"), class_name="text-accent-text")),
        rx.el.span(class_name="h-1.5 w-1.5 rounded-full bg-line-strong"),
    )
    return rx.el.li(
        rx.el.span(sign, class_name="inline-flex h-5 w-5 shrink-0 items-center justify-center"),
        rx.el.span(title, class_name=rx.cond(state == "waiting", "text-sm text-faint", "text-sm font-medium text-ink")),
        rx.el.span(detail, class_name="min-w-0 truncate text-sm text-faint"),
        class_name="flex items-center gap-3 py-1.5",
    )


def progress_list(*stages: rx.Component, label: str = "Progress") -> rx.Component:
    """Stages (`progress_stage`, or an `rx.foreach` of them), read aloud as they change."""
    return rx.el.ol(*stages, aria_label=label, aria_live="polite")
