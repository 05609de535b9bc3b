"""The tables that a workflow's PostgreSQL steps need, read off their parameters."""

from __future__ import annotations

from workforce.workflow.rehearsal.flow import Flow
from workforce.workflow.rehearsal.scenario import Table


def tables_of(flow: Flow) -> list[Table]:
    """One table for each that is named, with the columns that the steps name."""
    return []
