"""Connecting a service: choose which, then fill in its fields; the secrets go straight to the server's route."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button, skeleton_list
from workforce.components.icons import icon, service_icon
from workforce.components.notices import notice
from workforce.components.post_form import PostForm
from workforce.states.connections import ConnectState
from workforce.states.rows import ConnectionFieldRow, ConnectionKindRow, Option

_TILE = (
    "flex w-full items-center gap-3 rounded-lg border border-line bg-surface px-3 py-2 text-left "
    "transition-colors hover:border-line-strong hover:bg-hover"
)


def kind_picker() -> rx.Component:
    """All services that can be connected, narrowed by words."""
    more = rx.el.p(
        f"and {ConnectState.hidden} more: type a few letters of the one you need.", class_name=f"mt-3 {styles.TINY}"
    )
    nothing = rx.el.p(
        "No service of that name. Anything with a web API works through “Any web address”.",
        class_name="mt-3 text-sm text-muted",
    )
    return rx.el.div(
        rx.el.input(
            id="connect-search",
            type="search",
            placeholder="Search 400 services: e-mail, Slack, Postgres …",
            aria_label="Search services",
            auto_complete="off",
            on_change=ConnectState.narrow.debounce(150),
            class_name=f"{styles.INPUT} h-10 max-w-md",
        ),
        rx.el.ul(
            rx.foreach(ConnectState.found, _kind),
            aria_label="Services",
            class_name="mt-4 grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-3",
        ),
        rx.cond(ConnectState.hidden > 0, more),
        rx.cond(ConnectState.found, rx.fragment(), nothing),
    )


def _kind(kind: ConnectionKindRow) -> rx.Component:
    words = rx.el.span(
        rx.el.span(kind.service, class_name="block truncate text-sm font-medium text-ink"),
        rx.cond(kind.way != "", rx.el.span(kind.way, class_name="block truncate text-xs text-faint")),
        class_name="min-w-0 flex-1",
    )
    return rx.el.li(
        rx.el.button(
            service_icon(kind.icon),
            words,
            type="button",
            on_click=ConnectState.pick(kind.kind),
            class_name=_TILE,
        )
    )


def connect_form(on_answer: object) -> rx.Component:
    """The chosen service's form. `on_answer` hears the reply, e.g. `ConnectState.answered`."""
    return rx.cond((ConnectState.fields.length() > 0) | (ConnectState.error == ""), _form(on_answer), _no_form())


def _no_form() -> rx.Component:
    """When n8n, which knows the fields, does not answer."""
    again = button("Try again", variant="secondary", size="sm", on_click=ConnectState.pick(ConnectState.kind))
    return notice(ConnectState.error, "bad", rx.el.div(again, class_name="mt-3"))


def _form(on_answer: object) -> rx.Component:
    return PostForm.create(
        rx.el.input(type="hidden", name="kind", value=ConnectState.kind, read_only=True),
        _labelled(
            "connect-name",
            "Name",
            rx.el.input(
                id="connect-name",
                name="name",
                required=True,
                max_length=80,
                default_value=ConnectState.label,
                class_name=f"{styles.INPUT} h-10",
            ),
            "So that you find it again, for example “Sales mailbox”.",
        ),
        rx.cond(ConnectState.fields, _fields(), skeleton_list(3)),
        rx.cond(ConnectState.error != "", notice(ConnectState.error, "bad")),
        rx.el.div(
            button("Connect", type="submit"),
            rx.el.p(icon("lock", 14), "Kept encrypted. It cannot be read again, only replaced.", class_name=_SAFE),
            class_name="flex flex-wrap items-center gap-3",
        ),
        action="/api/connections",
        on_answer=on_answer,
        class_name="flex flex-col gap-4",
        key=ConnectState.kind,
    )


_SAFE = "flex items-center gap-1.5 text-xs text-faint"


def _fields() -> rx.Component:
    """What everybody fills in, and folded away what only some need."""
    rest = rx.el.details(
        rx.el.summary("More settings", class_name="cursor-pointer text-sm font-medium text-muted"),
        rx.el.div(_those_that(True), class_name="mt-4 flex flex-col gap-4"),
    )
    return rx.fragment(_those_that(False), rx.cond(ConnectState.has_more, rest))


def _those_that(rarely: bool) -> rx.Component:
    return rx.foreach(ConnectState.fields, lambda row: rx.cond(row.rarely == rarely, _field(row)))


def _field(row: ConnectionFieldRow) -> rx.Component:
    name = f"field.{row.name}"
    shared = {"id": name, "name": name, "required": row.required, "aria_invalid": ConnectState.wrong == row.name}
    control = rx.match(
        row.kind,
        (
            "choice",
            rx.el.select(rx.foreach(row.options, _option), **shared, default_value=row.default, class_name=_BOX),
        ),
        (
            "switch",
            rx.el.select(
                rx.el.option("Yes", value="true"),
                rx.el.option("No", value="false"),
                **shared,
                default_value=row.default,
                class_name=_BOX,
            ),
        ),
        ("long_text", rx.el.textarea(**shared, rows="4", default_value=row.default, class_name=styles.INPUT)),
        rx.el.input(
            **shared,
            type=row.input_type,
            auto_complete=rx.cond(row.input_type == "password", "new-password", "off"),
            default_value=row.default,
            step="any",
            class_name=_BOX,
        ),
    )
    return _labelled(name, row.label, control, row.help)


_BOX = f"{styles.INPUT} h-10"


def _option(option: Option) -> rx.Component:
    return rx.el.option(option.label, value=option.value)


def _labelled(name: str, label: str, control: rx.Component, hint: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name=styles.LABEL),
        control,
        rx.cond(hint != "", rx.el.p(hint, class_name=styles.HINT)),
        class_name="flex flex-col gap-1.5",
    )
