"""Forms that post to an HTTP route of ours, past the page's events: for what must not be kept or logged."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.components import copying, styles

LIBRARY = "$/public" + str(rx.asset("post_form.jsx", shared=True)).split("?")[0]
LOOKS = {
    "button": styles.button_class("secondary", "sm"),
    "box": "flex items-center gap-2 rounded-lg border border-line bg-sunken pl-3 pr-1",
    "secret": f"{styles.MONO} min-w-0 flex-1 overflow-x-auto whitespace-nowrap py-2",
    "copy": copying.LOOKS,
}


class PostForm(rx.Component):
    """A form around its children. `on_answer` hears `{id, sentence, field}`, never what was typed."""

    library = LIBRARY
    tag = "PostForm"
    action: rx.Var[str]
    on_answer: rx.EventHandler[rx.event.passthrough_event_spec(dict)]  # type: ignore[type-arg, valid-type]


class Reveal(rx.Component):
    """A button that shows a secret once; `on_answer` hears `{id, sentence, field}`."""

    library = LIBRARY
    tag = "Reveal"
    action: rx.Var[str]
    words: rx.Var[str]
    looks: rx.Var[dict[str, Any]]
    on_answer: rx.EventHandler[rx.event.passthrough_event_spec(dict)]  # type: ignore[type-arg, valid-type]


def reveal(action: str, words: str, on_answer: Any) -> rx.Component:
    """The button in our looks."""
    return Reveal.create(action=action, words=words, looks=LOOKS, on_answer=on_answer)
