"""Claude: the contract and its in-memory double; the real client is in `client`, whose SDK takes seconds to load."""

from workforce.integrations.claude.contract import Claude, ClaudeFailed, Progress
from workforce.integrations.claude.memory import InMemoryClaude
from workforce.integrations.claude.models import PRICES_AS_OF, model_of
from workforce.integrations.claude.records import Call, Reply, Request, Usage

__all__ = [
    "PRICES_AS_OF",
    "Call",
    "Claude",
    "ClaudeFailed",
    "InMemoryClaude",
    "Progress",
    "Reply",
    "Request",
    "Usage",
    "model_of",
]
