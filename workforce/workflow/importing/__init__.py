"""Workflows that were exported from an n8n become specs, and what a compiled spec has to have in common with them."""

from workforce.workflow.importing.equality import differences
from workforce.workflow.importing.reading import NotAnExport, parse, workflows_in
from workforce.workflow.importing.workflow import CannotHold, import_workflow

__all__ = ["CannotHold", "NotAnExport", "differences", "import_workflow", "parse", "workflows_in"]
