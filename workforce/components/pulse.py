"""A heartbeat of the open page: renews the watch that a background event keeps (`states/live`)."""

from __future__ import annotations

from typing import Any

import reflex as rx

EVERY = 25_000  # milliseconds; well within the lease


class Pulse(rx.Component):
    """Shows nothing."""

    library = "$/public" + str(rx.asset("pulse.jsx", shared=True)).split("?")[0]
    tag = "Pulse"
    every: rx.Var[int]
    on_beat: rx.EventHandler[rx.event.no_args_event_spec]  # type: ignore[type-arg, valid-type]


def pulse(on_beat: Any) -> rx.Component:
    """Call `on_beat` again and again while the page is open and visible."""
    return Pulse.create(every=EVERY, on_beat=on_beat)
