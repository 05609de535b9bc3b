"""Line icons of our own, drawn into the page: on a slow line, a file for each costs more than the drawing."""

from __future__ import annotations

import reflex as rx

# Names as in Lucide, which draws the others; each a list of paths on 24 by 24.
LINES: dict[str, str] = {
    "arrow-right": "M5 12h14M13 6l6 6-6 6",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "x": "M6.5 6.5l11 11M17.5 6.5l-11 11",
    "plus": "M12 5v14M5 12h14",
    "sun": "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3"
    "l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
    "moon": "M20 14.2A8.3 8.3 0 1 1 9.8 4a6.8 6.8 0 0 0 10.2 10.2z",
    "clock": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
    "plug": "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4",
    "lightbulb": "M9 17.5c0-2.5-3-3.8-3-8a6 6 0 0 1 12 0c0 4.2-3 5.5-3 8zM10 21h4",
    "lock": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "triangle-alert": "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1",
    "circle-alert": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 8v5M12 16v.1",
    "circle-check": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 12.2l2.5 2.5 4.5-5",
    "info": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5M12 8v.1",
    "megaphone": "M4 10v4h3l10 4.5v-13L7 10zM8 14.5l1.5 5h3L11 16M20 10.5v3",
    "users": "M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z"
    "M2.5 19.5c0-3.5 3-5 6.5-5s6.5 1.5 6.5 5M15.5 5a3.3 3.3 0 0 1 0 6.2M17.5 14.8c2.4.5 4 2 4 4.7",
    "trending-up": "M3 17l6-6 4 4 8-8M15 7h6v6",
}


def line(name: str, size: int, class_name: str = "") -> rx.Component:
    """The icon of this name, `size` pixels high at the default size of letters."""
    return rx.el.svg(
        rx.el.path(d=LINES[name]),
        view_box="0 0 24 24",
        width=f"{size / 16:g}rem",
        height=f"{size / 16:g}rem",
        fill="none",
        stroke="currentColor",
        stroke_width="1.75",
        stroke_linecap="round",
        stroke_linejoin="round",
        class_name=f"shrink-0 {class_name}".strip(),
        custom_attrs={"aria-hidden": "true"},
    )
