"""What starts the worker: a schedule, an event at a service, a call, a form, a mail, a chat."""

from workforce.workflow.planner.starting.find import SURE_ENOUGH, find_start
from workforce.workflow.planner.starting.prompt import Prompt

__all__ = ["SURE_ENOUGH", "Prompt", "find_start"]
