"""Dictation: the compact JSON in which a language model says what a worker does, and how it becomes a typed spec."""

from workforce.workflow.dictation.form import Dictated, schema
from workforce.workflow.dictation.grounding import ground
from workforce.workflow.dictation.instructions import INSTRUCTIONS, core_operations
from workforce.workflow.dictation.lookups import line_of, read_operation, search_operations
from workforce.workflow.dictation.reading import Dictation, read

__all__ = [
    "INSTRUCTIONS",
    "Dictated",
    "Dictation",
    "core_operations",
    "ground",
    "line_of",
    "read",
    "read_operation",
    "schema",
    "search_operations",
]
