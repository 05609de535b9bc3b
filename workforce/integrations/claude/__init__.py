"""Claude: the contract, the real client and its in-memory double."""

from workforce.integrations.claude.client import AnthropicClaude
from workforce.integrations.claude.contract import Claude, ClaudeFailed, Progress
from workforce.integrations.claude.memory import InMemoryClaude
from workforce.integrations.claude.models import PRICES_AS_OF, model_of
from workforce.integrations.claude.records import Call, Reply, Request, Usage

__all__ = [
    "PRICES_AS_OF",
    "AnthropicClaude",
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
