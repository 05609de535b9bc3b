"""Dictation: the compact JSON in which a language model says what a worker does, and how it becomes a typed spec."""

from workforce.workflow.dictation.asking import PROPOSE, READ, SEARCH, TOOLS, request_text, system_blocks
from workforce.workflow.dictation.form import schema
from workforce.workflow.dictation.grounding import ground
from workforce.workflow.dictation.instructions import core_operations
from workforce.workflow.dictation.lookups import read_operation, search_operations
from workforce.workflow.dictation.reading import Dictation, read

__all__ = [
    "PROPOSE",
    "READ",
    "SEARCH",
    "TOOLS",
    "Dictation",
    "core_operations",
    "ground",
    "read",
    "read_operation",
    "request_text",
    "schema",
    "search_operations",
    "system_blocks",
]
