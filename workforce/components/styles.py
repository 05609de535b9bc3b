"""The one voice: roles that Tailwind knows, and the class strings that elements are made of.

Values (colours, shadows, the typeface) live in `assets/tokens.css`; here they only get names, so that
light and dark cannot drift apart and a page never spells a colour or a pixel.
"""

from __future__ import annotations

from typing import Any

COLOURS = (  # noqa: SIM905 - read as one line of words
    "canvas surface sunken hover line line-strong ink muted faint accent accent-hover on-accent accent-text "
    "accent-soft accent-line good good-soft warn warn-soft bad bad-soft bad-line on-bad ring veil"
).split()

TAILWIND: dict[str, Any] = {
    "darkMode": "class",
    "plugins": [],
    "theme": {
        "extend": {
            "colors": {name: f"var(--{name})" for name in COLOURS},
            "boxShadow": {"low": "var(--shadow-low)", "mid": "var(--shadow-mid)", "high": "var(--shadow-high)"},
            "maxWidth": {"page": "72rem", "prose": "42rem"},
        }
    },
}

# Type scale
DISPLAY = "text-4xl sm:text-5xl lg:text-6xl font-semibold tracking-tight leading-[1.05] text-ink"
TITLE = "break-words text-2xl font-semibold tracking-tight text-ink"
SECTION_TITLE = "text-3xl sm:text-4xl font-semibold tracking-tight text-ink"
HEADING = "text-base font-semibold text-ink"
BODY = "text-base text-muted"
SMALL = "text-sm text-muted"
TINY = "text-xs text-faint"
EYEBROW = "text-sm font-medium text-accent-text"
MONO = "font-mono text-sm"

# Surfaces
CARD = "rounded-xl border border-line bg-surface shadow-low"
CARD_BODY = f"{CARD} p-5 sm:p-6"
PAGE = "mx-auto w-full max-w-page px-4 sm:px-6"
DIVIDED = "divide-y divide-line"

# Controls
_BUTTON = (
    "inline-flex items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap select-none "
    "transition-colors cursor-pointer disabled:cursor-not-allowed disabled:opacity-60 "
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-60"
)
BUTTON_SIZES = {
    "sm": "h-9 px-3 text-sm",
    "md": "h-10 px-4 text-sm",
    "lg": "h-12 px-5 text-base",
    "icon": "h-9 w-9 text-sm",
}
BUTTON_VARIANTS = {
    "primary": "bg-accent text-on-accent hover:bg-accent-hover shadow-low",
    "secondary": "bg-surface text-ink border border-line-strong hover:bg-hover shadow-low",
    "quiet": "text-muted hover:text-ink hover:bg-hover",
    "danger": "bg-bad text-on-bad hover:opacity-90 shadow-low",
    "danger_quiet": "text-bad hover:bg-bad-soft",
}
INPUT = (
    "block w-full rounded-lg border border-line-strong bg-surface px-3 py-2 text-base sm:text-sm text-ink "
    "placeholder:text-faint transition-colors hover:border-faint aria-invalid:border-bad"
)
LABEL = "block text-sm font-medium text-ink"
HINT = "text-sm text-faint"
FIELD_ERROR = "text-sm text-bad"
LINK = "font-medium text-accent-text underline-offset-4 hover:underline"

# Status colours, by tone
TONES = {
    "neutral": "bg-sunken text-muted border-line",
    "accent": "bg-accent-soft text-accent-text border-accent-line",
    "good": "bg-good-soft text-good border-transparent",
    "warn": "bg-warn-soft text-warn border-transparent",
    "bad": "bg-bad-soft text-bad border-transparent",
}
PILL = "inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs font-medium whitespace-nowrap"
SKELETON = "wf-breathe rounded-md bg-hover"


def button_class(variant: str = "primary", size: str = "md", extra: str = "") -> str:
    """The classes of a button (or of a link that looks like one)."""
    return f"{_BUTTON} {BUTTON_SIZES[size]} {BUTTON_VARIANTS[variant]} {extra}".strip()
