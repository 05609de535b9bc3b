"""The box in which a worker is described, and examples to start from."""

from __future__ import annotations

import reflex as rx

from workforce.components import styles
from workforce.components.elements import button
from workforce.components.icons import icon
from workforce.states.hire import BOX, HireState

EXAMPLES = (
    (
        "Sales",
        "trending-up",
        "Every Monday at 8, get last week's orders from our PostgreSQL database, add up the amount by region and "
        "e-mail the summary to the sales lead.",
        "When somebody fills in our contact form, add them to the leads sheet and tell #sales on Slack.",
    ),
    (
        "Finance",
        "receipt",
        "Every first working day of the month, fetch the open invoices from our accounting API and e-mail me those "
        "that are more than 30 days late.",
        "Each morning at 7, get the exchange rates from an API and add them as a new row to our rates sheet.",
    ),
    (
        "Support",
        "life-buoy",
        "When a new e-mail arrives in the support mailbox with “urgent” in the subject, post it to Microsoft Teams.",
        "Every hour, check our status page's address and message me on Telegram when it does not answer.",
    ),
    (
        "Marketing",
        "megaphone",
        "Every weekday at 9, read the news feeds of our three competitors and e-mail me the new headlines.",
        "When a new row is added to the campaign sheet, send a webhook to our website.",
    ),
)


def hire_form() -> rx.Component:
    """The box, the department, the button."""
    box = rx.el.textarea(
        id=BOX,
        name=BOX,
        rows="6",
        auto_focus=True,
        placeholder="I need a worker to send weekly sales reports …",
        on_change=HireState.keep.debounce(300),
        aria_invalid=HireState.error != "",
        aria_describedby="hire-error",
        class_name="block w-full resize-y bg-transparent px-4 py-4 text-base text-ink outline-none! "
        "placeholder:text-faint sm:px-5",
    )
    department = rx.cond(HireState.departments, _department(), rx.fragment())
    foot = rx.el.div(
        department,
        button("Make a plan", icon("arrow-right", 16), type="submit", loading=HireState.busy, extra="ml-auto"),
        class_name="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3 sm:px-5",
    )
    return rx.el.form(
        rx.el.label("What should the worker do?", html_for=BOX, class_name="sr-only"),
        rx.el.div(
            box, foot, class_name=f"{styles.CARD} overflow-hidden focus-within:border-accent focus-within:shadow-mid"
        ),
        rx.el.p(HireState.error, id="hire-error", role="alert", class_name=f"mt-2 min-h-5 {styles.FIELD_ERROR}"),
        rx.el.p("Nothing runs until you have read the plan and approved it.", class_name=styles.HINT),
        on_submit=HireState.submit,
        reset_on_submit=False,
        no_validate=True,
    )


def _department() -> rx.Component:
    return rx.el.select(
        rx.el.option("No department", value=""),
        rx.foreach(HireState.departments, lambda row: rx.el.option(row.label, value=row.value)),
        name="department",
        aria_label="Department",
        class_name=f"{styles.INPUT} h-10 w-auto! max-w-48 py-1!",
    )


def hire_examples() -> rx.Component:
    """Jobs that fill the box, by department."""
    groups = [_group(*example) for example in EXAMPLES]
    return rx.el.section(
        rx.el.h2("Or start from an example", class_name=f"{styles.HEADING} mb-3"),
        rx.el.div(*groups, class_name="grid gap-6 sm:grid-cols-2"),
        class_name="mt-10",
    )


def _group(department: str, picture: str, *texts: str) -> rx.Component:
    chips = [
        rx.el.button(
            text,
            type="button",
            on_click=HireState.use(text),
            class_name="rounded-lg border border-line bg-surface px-3.5 py-3 text-left text-sm text-muted "
            "transition-colors "
            "hover:border-line-strong hover:bg-hover hover:text-ink",
        )
        for text in texts
    ]
    return rx.el.div(
        rx.el.h3(icon(picture, 16), department, class_name="flex items-center gap-2 text-sm font-medium text-ink"),
        *chips,
        class_name="flex flex-col gap-2",
    )
