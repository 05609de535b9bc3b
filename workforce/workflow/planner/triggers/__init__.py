"""The trigger of a spec: which node, which event, which inputs; and what data it gives."""

from workforce.workflow.planner.triggers.begin import begin

__all__ = ["begin"]
