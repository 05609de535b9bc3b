"""Pictures: the product's mark, line icons, and the icons of services as the engine ships them."""

from __future__ import annotations

from typing import Any

import reflex as rx

from workforce.components import styles
from workforce.components.lines import LINES, line

SERVICE_SIZES = {"sm": "h-5 w-5", "md": "h-6 w-6", "lg": "h-8 w-8"}


def icon(name: str, size: int = 16, **props: Any) -> rx.Component:
    """A line icon (ours, or Lucide's), hidden from screen readers: the words beside it say it."""
    if name in LINES and not props:
        return line(name, size)
    return rx.icon(name, size=size, aria_hidden=True, **props)


def mark(extra: str = "h-7 w-7") -> rx.Component:
    """The product's mark: three steps that climb, one in the accent colour."""
    return rx.el.svg(
        rx.el.rect(x="2", y="17", width="8", height="13", rx="2.5", class_name="fill-current opacity-40"),
        rx.el.rect(x="12", y="10", width="8", height="20", rx="2.5", class_name="fill-current opacity-70"),
        rx.el.rect(x="22", y="2", width="8", height="28", rx="2.5", class_name="fill-accent"),
        view_box="0 0 32 32",
        class_name=f"{extra} text-ink",
        custom_attrs={"aria-hidden": "true"},
    )


def wordmark() -> rx.Component:
    """The mark with the product's name."""
    return rx.el.span(
        mark(),
        rx.el.span("WorkForce", rx.el.span(" AI", class_name="text-faint"), class_name="font-semibold tracking-tight"),
        class_name="inline-flex items-center gap-2.5 text-base text-ink",
    )


def service_icon(key: rx.Var[str] | str, size: str = "md") -> rx.Component:
    """A service's own icon on a small tile; `key` is the plan's `icon`. Decorative: its name stands beside it."""
    source = rx.Var.create("/api/icons/") + key + rx.Var.create(".svg")  # type: ignore[operator]
    return rx.el.span(
        rx.el.img(src=source, alt="", loading="lazy", decoding="async", class_name="h-full w-full object-contain"),
        class_name=f"inline-flex shrink-0 items-center justify-center rounded-md border border-line bg-white p-0.5 "
        f"{SERVICE_SIZES[size]}",
    )


def initials(text: rx.Var[str] | str, extra: str = "") -> rx.Component:
    """A round tile with a person's or company's initials (already shortened to one or two letters)."""
    return rx.el.span(
        text,
        aria_hidden=True,
        class_name="inline-flex h-8 w-8 shrink-0 items-center justify-center rounded-full bg-accent-soft "
        f"text-xs font-semibold text-accent-text {extra}",
    )


def spinner(label: str = "", extra: str = "h-4 w-4") -> rx.Component:
    """A turning ring; give a `label` when no words beside it say what is going on."""
    ring = rx.el.span(
        aria_hidden=True,
        class_name=f"wf-spin inline-block shrink-0 rounded-full border-2 border-current border-t-transparent {extra}",
    )
    return ring if not label else rx.el.span(ring, rx.el.span(label, class_name="sr-only"), role="status")


def status_dot(tone: str) -> rx.Component:
    """A small dot in a tone's colour, for lists."""
    colour = {"neutral": "bg-faint", "accent": "bg-accent", "good": "bg-good", "warn": "bg-warn", "bad": "bg-bad"}[tone]
    return rx.el.span(aria_hidden=True, class_name=f"inline-block h-2 w-2 shrink-0 rounded-full {colour}")


__all__ = ["icon", "initials", "mark", "service_icon", "spinner", "status_dot", "styles", "wordmark"]
