"""How often our checks and n8n's own validators agree: on exported workflows, and on changed copies of them.

    python -m benchmarks.agreement WORKFLOWS EVALS [--mutants 2000] [--seed 1]

WORKFLOWS: a folder of exports; EVALS: the folder with `n8n_verdict.mjs`, which asks n8n's validators (started here, on
the installed n8n). Prints every difference with what n8n says of it, then how many verdicts (valid or not) agree, and
how many agree to the letter (the same issues at the same nodes). 0 when at least 99.5 % of the verdicts do.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.workflow.checks.mutations import mutants
from workforce.integrations import node_types
from workforce.local.wheels import node
from workforce.services.catalogue import load
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks import check_workflow

GOAL = 0.995
REPEATED = "engine"  # n8n says a second time, of the whole workflow, that parameters do not fit a node
HURRIED = "execution timed out"  # on a busy machine n8n's limit of 250 ms for a pattern passes: it is asked once more
Row = dict[str, Any]


def main() -> int:
    """Compare and print."""
    arguments = parsed()
    modules = node_types.default_path()
    catalogue = load(modules)
    files = sorted(arguments.workflows.glob("*.json"))
    rows = [{"id": file.name, "workflow": json.loads(file.read_text(encoding="utf-8"))} for file in files]
    changed = mutated([row["workflow"] for row in rows], catalogue, arguments.mutants, arguments.seed)
    shares = [
        compared(title, some, verdicts(some, arguments.evals, modules.parent), catalogue)
        for title, some in (("as they are", rows), ("changed", changed))
        if some
    ]
    return 0 if all(share >= GOAL for share in shares) else 1


def parsed() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("workflows", type=Path)
    parser.add_argument("evals", type=Path)
    parser.add_argument("--mutants", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def mutated(workflows: list[Row], catalogue: Catalogue, number: int, start: int) -> list[Row]:
    """That many changed copies, the same for the same seed."""
    rows: list[Row] = []
    quiet = settings(
        max_examples=number, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
    )

    @seed(start)
    @quiet
    @given(mutants(workflows, catalogue))
    def collect(made: tuple[str, Row]) -> None:
        rows.append({"id": f"{len(rows)} {made[0]}", "workflow": made[1]})

    if number:
        collect()
    return rows


def verdicts(rows: list[Row], evals: Path, installation: Path) -> dict[str, Row]:
    """What n8n's validators say of each, by id; as many Node processes as cores."""
    workers = os.cpu_count() or 1
    script = evals / "n8n_verdict.mjs"
    parts = [rows[number::workers] for number in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        told = pool.map(lambda part: _asked(part, script, installation), parts)
        found = {verdict["id"]: verdict for part in told for verdict in part}
    hurried = [row for row in rows if HURRIED in json.dumps(found[row["id"]]["issues"])]
    return found | {verdict["id"]: verdict for verdict in _asked(hurried, script, installation)}


def _asked(rows: list[Row], script: Path, installation: Path) -> list[Row]:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
        lines.seek(0)
        command = [str(node()), str(script), str(installation)]
        told = subprocess.run(command, stdin=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in told.stdout.splitlines()]


def compared(title: str, rows: list[Row], reference: dict[str, Row], catalogue: Catalogue) -> float:
    """Print the differences and the shares; returns the share of verdicts that agree."""
    agreed = exact = 0
    seconds = 0.0
    for row in rows:
        verdict = reference[row["id"]]
        started = time.perf_counter()
        found = check_workflow(row["workflow"], catalogue)
        seconds += time.perf_counter() - started
        ours = {(issue.step or None, issue.code) for issue in found}
        theirs = {(issue["node"], code_of(issue)) for issue in verdict["issues"] if issue["code"] != REPEATED}
        agreed += (not found) == verdict["valid"]
        exact += ours == theirs
        if ours != theirs:
            print(f"\n{title}: {row['id']}: valid for {said(verdict['valid'], not found)}")
            explain("only ours", ((i.step, i.code, i.message) for i in found if (i.step or None, i.code) not in theirs))
            explain("only n8n's", (_parts(i) for i in verdict["issues"] if (i["node"], code_of(i)) not in ours))
    total = len(rows)
    shares = f"{agreed}/{total} = {agreed / total:.2%}", f"{exact}/{total} = {exact / total:.2%}"
    print(f"\n{title}: verdicts agree {shares[0]}, issues agree {shares[1]}")
    print(f"{title}: {seconds / total * 1000:.1f} ms a workflow")
    return agreed / total


def code_of(issue: Row) -> str:
    """n8n's SDK repeats some rules under names of its own."""
    return str(issue["code"]).removeprefix("sdk_")


def said(theirs: bool, ours: bool) -> str:
    """Who takes it for valid."""
    return {(True, True): "both", (True, False): "n8n only", (False, True): "us only"}.get((theirs, ours), "nobody")


def explain(whose: str, issues: Iterable[tuple[str, str, str]]) -> None:
    """Print issues that one side has."""
    for where, code, message in issues:
        print(f"  {whose}: {where or 'the workflow'}: {code}: {message[:200]}")


def _parts(issue: Row) -> tuple[str, str, str]:
    return issue["node"], issue["code"], issue["message"]


if __name__ == "__main__":
    sys.exit(main())
