"""Nodes that reach the machine or the engine itself: not for workers that people order, unless an admin allows it."""

from __future__ import annotations

REACHES_THE_MACHINE = {
    "n8n-nodes-base.executeCommand",
    "n8n-nodes-base.executeCommandTool",
    "n8n-nodes-base.localFileTrigger",
    "n8n-nodes-base.readWriteFile",
    "n8n-nodes-base.readWriteFileTool",
    "n8n-nodes-base.readBinaryFile",
    "n8n-nodes-base.readBinaryFiles",
    "n8n-nodes-base.writeBinaryFile",
    "n8n-nodes-base.ssh",
    "n8n-nodes-base.sshTool",
    "n8n-nodes-base.git",
    "n8n-nodes-base.gitTool",
    "n8n-nodes-base.n8n",
    "n8n-nodes-base.n8nTool",
    "n8n-nodes-base.n8nTrigger",
    "n8n-nodes-base.workflowTrigger",
}


def reaches_the_machine(node_type: str) -> bool:
    """Whether a node runs commands, touches files or manages the engine it runs on."""
    return node_type in REACHES_THE_MACHINE
