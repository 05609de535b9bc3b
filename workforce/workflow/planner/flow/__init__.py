"""From intents to steps: what hangs on what, where the flow parts, where lists become one message."""

from workforce.workflow.planner.flow.state import Flow
from workforce.workflow.planner.flow.walk import build

__all__ = ["Flow", "build"]
