"""What floats above every page: messages, word of a lost connection, and the hook that leaves a page for good."""

from __future__ import annotations

import reflex as rx
from reflex_base.utils.imports import ImportDict, ImportVar
from reflex_components_core.core.banner import has_too_many_connection_errors

from workforce.components import styles
from workforce.components.icons import icon, spinner
from workforce.states.notices import Notice, NoticeState
from workforce.states.session import SessionState

_TONE = {
    "good": "text-good",
    "warn": "text-warn",
    "bad": "text-bad",
}


def notice(text: rx.Var[str] | str, tone: str = "neutral", *more: rx.Component) -> rx.Component:
    """A message inside a page. tone: neutral, accent, good, warn, bad."""
    sign = {"good": "circle-check", "warn": "triangle-alert", "bad": "circle-alert"}.get(tone, "info")
    return rx.el.div(
        rx.el.span(icon(sign, 16), class_name="mt-0.5 shrink-0"),
        rx.el.div(text, *more, class_name="min-w-0 break-words"),
        role="alert" if tone == "bad" else "status",
        class_name=f"flex items-start gap-2.5 rounded-lg border px-3.5 py-3 text-sm {styles.TONES[tone]}",
    )


def notices() -> rx.Component:
    """The live region with the tab's messages."""
    return rx.el.div(
        rx.foreach(NoticeState.notices, _floating),
        aria_live="polite",
        role="status",
        class_name="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 sm:items-end",
    )


def _floating(row: rx.Var[Notice]) -> rx.Component:
    return rx.el.div(
        rx.match(
            row.tone,
            *(
                (tone, rx.el.span(aria_hidden=True, class_name=f"{_DOT} {colour} bg-current"))
                for tone, colour in _TONE.items()
            ),
            rx.el.span(aria_hidden=True, class_name=f"{_DOT} bg-accent"),
        ),
        rx.el.p(row.text, class_name="min-w-0 flex-1 break-words text-sm text-ink"),
        rx.el.button(
            icon("x", 14),
            type="button",
            aria_label="Dismiss",
            on_click=NoticeState.dismiss(row.id),
            class_name="shrink-0 rounded p-1 text-faint hover:text-ink",
        ),
        class_name=rx.cond(row.tone == "bad", f"wf-rise {_FLOATING}", f"wf-passing {_FLOATING}"),
        key=row.id,
    )


_FLOATING = (
    "pointer-events-auto flex w-full max-w-md items-start gap-3 rounded-xl border border-line bg-surface py-3 pl-4 "
    "pr-3 shadow-high"
)
_DOT = "mt-1.5 h-2 w-2 shrink-0 rounded-full"


def connection_notice() -> rx.Component:
    """Shown while the browser cannot reach the server; it goes away by itself."""
    return rx.cond(
        has_too_many_connection_errors,
        rx.el.div(
            rx.el.span(spinner(), class_name="text-warn"),
            "We lost the connection and are trying again. What you typed stays on this page.",
            role="status",
            class_name="fixed inset-x-4 top-4 z-50 mx-auto flex w-fit max-w-full items-center gap-3 rounded-xl border "
            "border-line bg-surface px-4 py-3 text-sm text-ink shadow-high",
        ),
    )


class LeaveForGood(rx.Fragment):
    """When the server names an address, the tab forgets its token and loads that address anew.

    A signed-out tab must not keep the key to what it showed before, and a new sign-in needs a new connection.
    """

    def add_imports(self) -> ImportDict:
        """React's effect."""
        return {"react": [ImportVar(tag="useEffect")]}

    def add_hooks(self) -> list[str | rx.Var[str]]:
        """Follow the session state's `leave_to`."""
        target = SessionState.leave_to
        body = f'if ({target}) {{ window.sessionStorage.removeItem("token"); window.location.replace({target}); }}'
        return [rx.Var(f"useEffect(() => {{ {body} }}, [{target}])", _var_data=target._get_all_var_data())]


@rx.memo
def overlay() -> rx.Component:
    """Everything that floats, once for the whole product."""
    return rx.fragment(notices(), connection_notice(), LeaveForGood.create())
