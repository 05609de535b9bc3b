"""Our checks against n8n's own rules, on workflows of our own with up to three things done to each."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any

from tests.workflow.checks.mutations import CHANGES, mutate
from tests.workflow.importing import samples
from tests.workflow.n8n_json import specs
from workforce.local.wheels import node
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks import check_workflow
from workforce.workflow.n8n_json import compile_spec

ASKED = {
    "structure",
    "dangling_connection",
    "unknown_node_type",
    "unknown_version",
    "parameter",
    "broken_expression",
    "invalid_parameter",
}
MUTANTS, SEED = 800, 20261124
Verdict = set[tuple[str | None, str]]


def test_agrees_with_n8n_on_changed_workflows(catalogue: Catalogue, catalogue_path: Path) -> None:
    cases = changed_workflows(catalogue)
    reference = n8ns_verdicts([workflow for _, workflow in cases], catalogue_path)
    different = {}
    for (done, workflow), theirs in zip(cases, reference, strict=True):
        ours: Verdict = {(issue.step or None, issue.code) for issue in check_workflow(workflow, catalogue)}
        asked = {found for found in ours if found[1] in ASKED}
        missing = {found for found in theirs if found[1] == "missing_required_input"}
        if asked != theirs - missing or not missing <= ours:
            different[done] = {"only ours": asked - theirs, "only n8n's": theirs - ours}
    assert different == {}
    assert sum(map(bool, reference)) > MUTANTS / 4


def changed_workflows(catalogue: Catalogue) -> list[tuple[str, dict[str, Any]]]:
    """(what was done, the workflow), each kind of change on each workflow about as often."""
    rng = Random(SEED)
    workflows = [*samples.ALL.values(), *(compile_spec(make(), catalogue) for make in specs.ALL)]
    cases = [(f"{number} as it is", workflow) for number, workflow in enumerate(workflows)]
    for number in range(MUTANTS):
        names = rng.choices(sorted(CHANGES), k=rng.choice([1, 1, 2, 3]))
        done, workflow = mutate(rng.choice(workflows), names, rng, catalogue)
        cases.append((f"{number} {done}", workflow))
    return cases


def n8ns_verdicts(workflows: list[dict[str, Any]], modules: Path) -> list[Verdict]:
    """What n8n says of each."""
    command = [str(node()), str(Path(__file__).with_name("verdict.mjs")), str(modules)]
    lines = "\n".join(map(json.dumps, workflows))
    told = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, timeout=300)
    return [{(where, code) for where, code in json.loads(line)} for line in told.stdout.splitlines()]
