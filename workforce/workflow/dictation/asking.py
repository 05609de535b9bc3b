"""What is sent to a model: the part that never changes, the tools, and the manager's request with candidates."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.dictation.form import Json, schema
from workforce.workflow.dictation.instructions import INSTRUCTIONS, core_operations
from workforce.workflow.dictation.lookups import line_of

PROPOSE, SEARCH, READ = "propose_worker", "search_operations", "read_operation"
MOST_CLAUSES, HITS_A_CLAUSE, HITS_A_SERVICE, MOST_CANDIDATES = 14, 5, 10, 60
CLAUSE_ENDS = re.compile(r"[.,;:\n]|\s(?:and|then|und|dann|y|et|puis|e)\s")
OWN_TAG = re.compile(r"<(/?)(request)", re.IGNORECASE)

TOOLS: list[Json] = [
    {
        "name": SEARCH,
        "description": "Find operations by words: a service and what shall happen there. In English.",
        "input_schema": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]},
    },
    {
        "name": READ,
        "description": "The inputs of one operation. `given`: inputs chosen already, for those that depend on them.",
        "input_schema": {
            "type": "object",
            "properties": {"id": {"type": "string"}, "given": {"type": "object"}},
            "required": ["id"],
        },
    },
    {
        "name": PROPOSE,
        "description": "Hand in the whole plan, the questions alone, or the refusal.",
        "input_schema": schema(),
    },
]


@lru_cache(maxsize=4)
def system_blocks(catalogue: Catalogue) -> list[Json]:
    """Instructions and common operations, the same for every request, so that they are read from the cache."""
    return [
        {"type": "text", "text": INSTRUCTIONS},
        {"type": "text", "text": core_operations(catalogue), "cache_control": {"type": "ephemeral"}},
    ]


def request_text(prompt: str, timezone: str, today: datetime, catalogue: Catalogue) -> str:
    """The request between tags that it cannot close, the day, and operations that its words bring up."""
    quoted = OWN_TAG.sub(r"‹\1\2", prompt)
    return (
        f"<request>\n{quoted}\n</request>\n\nThe manager's time zone is {timezone}; "
        f"today is {today:%A, %Y-%m-%d}.\n\n# Candidates\n{_candidates(prompt, catalogue)}"
    )


def _candidates(prompt: str, catalogue: Catalogue) -> str:
    """Operations for each clause and each service named, one a line."""
    clauses = [part.strip() for part in CLAUSE_ENDS.split(prompt)]
    found: dict[str, str] = {}
    for clause in [part for part in clauses if len(part) > 3][:MOST_CLAUSES]:
        for hit in catalogue.search(clause, HITS_A_CLAUSE):
            found[hit.operation.id] = line_of(hit.operation)
    for service, _ in catalogue.named_services(prompt):
        for hit in catalogue.search(prompt[:500], HITS_A_SERVICE, service=service):
            found[hit.operation.id] = line_of(hit.operation)
    return "\n".join(list(found.values())[:MOST_CANDIDATES])
