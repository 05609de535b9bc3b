"""Hire a worker: say what it should do."""

from __future__ import annotations

import reflex as rx

from workforce.components.elements import page_header
from workforce.components.gallery import gallery
from workforce.components.hire_form import hire_form
from workforce.components.shell import app_page
from workforce.states.hire import HireState
from workforce.states.templates import TemplatesState

ON_LOAD = [HireState.load, TemplatesState.load]
TITLE = "Hire a worker"


def page() -> rx.Component:
    """The box, the department, and templates to start from."""
    return app_page(
        "/app/hire",
        rx.el.div(
            page_header(TITLE, "Describe the job as you would to a new colleague: what, when, and who hears about it."),
            hire_form(),
            gallery(),
            class_name="mx-auto max-w-3xl",
        ),
    )
