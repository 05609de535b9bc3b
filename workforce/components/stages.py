"""Live progress: the stages of planning and of putting a worker to work."""

from __future__ import annotations

import reflex as rx

from workforce.components.elements import card, progress_list, progress_stage, section_heading
from workforce.states.rows import StageRow


def stages(title: str, lead: str, rows: list[StageRow]) -> rx.Component:
    """A card with one line a stage, read aloud as they end."""
    return card(section_heading(title, lead), progress_list(rx.foreach(rows, _stage), label=title), extra="wf-rise")


def _stage(row: StageRow) -> rx.Component:
    return progress_stage(row.label, row.detail, row.state)
