"""`plan`: one prompt, or a file of them."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from workforce.core.errors import InvalidInput, WorkforceError
from workforce.local import n8n
from workforce.local.places import Places
from workforce.services import catalogue
from workforce.services.planning import PlannedWorker, PlannerName, plan_prompt
from workforce.workflow.plan import Plan

Arguments = argparse.Namespace


def plan(arguments: Arguments) -> int:
    """Plan and print."""
    use_installed_catalogue()
    if arguments.batch:
        return _plan_batch(arguments.batch, arguments.out or Path("results.jsonl"), arguments.engine)
    if not arguments.prompt:
        raise InvalidInput("Give a prompt, or --batch CASES.jsonl --out RESULTS.jsonl.")
    planned = plan_prompt(arguments.prompt, arguments.timezone, arguments.engine)
    if arguments.json:
        print(json.dumps(_result("", planned), indent=2, ensure_ascii=False))
    else:
        _print_planned(planned)
    return 0


def use_installed_catalogue() -> None:
    """Planning needs no service, only n8n's node descriptions: from where `make up` put them."""
    cache = Places.of().cache
    if not os.environ.get("CATALOGUE_PATH") and n8n.installed(cache):
        os.environ["CATALOGUE_PATH"] = str(n8n.installation(cache) / "node_modules")


def pack(arguments: Arguments) -> int:
    """Write n8n's node descriptions into one file."""
    use_installed_catalogue()
    print(f"{catalogue.pack(arguments.file):,} operations in {arguments.file}")
    return 0


def _plan_batch(cases: Path, out: Path, engine: PlannerName) -> int:
    """Plan every case of a file; a case that fails becomes an `error` result and the rest goes on."""
    with cases.open() as lines, out.open("w") as results:
        for case in (json.loads(line) for line in lines if line.strip()):
            try:
                result = _result(case["id"], plan_prompt(case["prompt"], case.get("timezone") or "UTC", engine))
            except Exception as error:
                reason = error.sentence if isinstance(error, WorkforceError) else f"{type(error).__name__}: {error}"
                print(f"{case['id']}: {reason}", file=sys.stderr)
                result = {"id": case["id"], "outcome": "error", "workflow": None, "questions": [], "seconds": 0.0}
            results.write(json.dumps(result, ensure_ascii=False) + "\n")
    return 0


def _result(ident: str, planned: PlannedWorker) -> dict[str, Any]:
    """The stable form of a planning result; a plan with open questions still carries the workflow it would build."""
    spec = planned.planned.spec
    questions = planned.planned.questions or (spec.questions if spec else [])
    return {
        "id": ident,
        "outcome": planned.planned.outcome,
        "workflow": planned.reading.workflow if planned.reading else None,
        "questions": [question.text for question in questions],
        "seconds": round(planned.seconds, 4),
    }


def _print_planned(planned: PlannedWorker) -> None:
    if refusal := planned.planned.refusal:
        print(refusal.reason, refusal.instead, sep="\n")
    elif planned.reading:
        print_plan(planned.reading.plan)
    for question in planned.planned.questions if not planned.reading else []:
        print(f"? {question.text}")
    for job in planned.planned.brief.other_jobs:
        print(f"\nAnother worker, to be planned by itself: {job.title}\n  {job.prompt}")


def print_plan(plan: Plan) -> None:
    """A plan as a person reads it, with how to answer its questions."""
    print(f"{plan.title}\n{plan.objective}\n")
    for sentence in plan.sentences:
        print(f"  • {sentence.text}", *([f"    ({sentence.doubt})"] if sentence.doubt else []), sep="\n")
    for title, lines in (("Assumed", plan.assumptions), ("Mind", plan.risks)):
        if lines:
            print(f"\n{title}:", *(f"  {line}" for line in lines), sep="\n")
    for need in plan.needs:
        print(f"\nNeeds {need.label}: {need.why}")
    for question in plan.questions:
        choices = f" ({' | '.join(choice.value for choice in question.choices)})" if question.choices else ""
        print(f"\n? {question.text}{choices}\n  {question.why}\n  --answer {question.key}=…")
