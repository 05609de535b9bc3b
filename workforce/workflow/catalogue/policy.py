"""Nodes that reach the machine or the engine itself: not for workers that people order, unless an admin allows it."""

from __future__ import annotations

REACHES_THE_MACHINE = frozenset(
    f"n8n-nodes-base.{name}"
    for name in ["executeCommand", "executeCommandTool", "localFileTrigger", "readWriteFile", "readWriteFileTool", "readBinaryFile", "readBinaryFiles", "writeBinaryFile", "ssh", "sshTool", "git", "gitTool", "n8n", "n8nTool", "n8nTrigger", "workflowTrigger"]
)


def reaches_the_machine(node_type: str) -> bool:
    """Whether a node runs commands, touches files or manages the engine it runs on."""
    return node_type in REACHES_THE_MACHINE
