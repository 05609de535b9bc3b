"""What one clause asks to be done: reads, writes, messages, AI work, approvals, waits."""

from workforce.workflow.planner.actions.clause import intents_of, wait_of
from workforce.workflow.planner.actions.kinds import TELLING
from workforce.workflow.planner.actions.listing import listing

__all__ = ["TELLING", "intents_of", "listing", "wait_of"]
