"""What starts the worker: a schedule, an event at a service, a call, a form, a mail, a chat."""

from workforce.workflow.planner.starting.find import counts, find_start
from workforce.workflow.planner.starting.prompt import Prompt

__all__ = ["Prompt", "counts", "find_start"]
