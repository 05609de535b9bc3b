"""Hire a worker: say what it should do."""

from __future__ import annotations

import reflex as rx

from workforce.components.elements import page_header
from workforce.components.hire_form import hire_examples, hire_form
from workforce.components.shell import app_page
from workforce.states.hire import HireState

ON_LOAD = [HireState.load]
TITLE = "Hire a worker"


def page() -> rx.Component:
    """The box, the department, and examples to start from."""
    return app_page(
        "/app/hire",
        rx.el.div(
            page_header(TITLE, "Describe the job as you would to a new colleague: what, when, and who hears about it."),
            hire_form(),
            hire_examples(),
            class_name="mx-auto max-w-3xl",
        ),
    )
