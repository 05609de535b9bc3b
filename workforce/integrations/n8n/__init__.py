"""n8n, the automation engine: the contract, the real client and its in-memory double."""

from workforce.integrations.n8n.client import N8nClient
from workforce.integrations.n8n.contract import Engine
from workforce.integrations.n8n.memory import InMemoryEngine
from workforce.integrations.n8n.records import Credential, Execution, NodeRun, WebhookReply, Workflow

__all__ = [
    "Credential",
    "Engine",
    "Execution",
    "InMemoryEngine",
    "N8nClient",
    "NodeRun",
    "WebhookReply",
    "Workflow",
]
