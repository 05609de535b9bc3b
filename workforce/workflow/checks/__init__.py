"""Checks: what n8n, or a careful reader, would object to, before anything is deployed."""

from workforce.workflow.checks.spec import check_spec
from workforce.workflow.checks.workflow import check_workflow

__all__ = ["check_spec", "check_workflow"]
