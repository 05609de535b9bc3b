"""`rehearse`: a prompt, a spec, any n8n export or a batch of plans, acted out on the rehearsal engine."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from workforce.cli.planning import use_installed_catalogue
from workforce.core.errors import InvalidInput, WorkforceError
from workforce.integrations.rehearsal import Stage
from workforce.integrations.rehearsal.client import StageClient
from workforce.local.at_hand import stage_at_hand
from workforce.local.places import Places
from workforce.local.process import LocalError
from workforce.services.planning import plan_prompt, read_spec
from workforce.services.rehearsing import rehearse as act
from workforce.workflow.rehearsal.performance import Rehearsal, ScenarioResult
from workforce.workflow.rehearsal.receipts import summary
from workforce.workflow.spec import WorkerSpec

EXIT = {"passed": 0, "failed": 1, "inconclusive": 2}
SIGNS = {"passed": "✓", "failed": "✗", "inconclusive": "?"}
Arguments = argparse.Namespace
Json = dict[str, Any]


def rehearse(arguments: Arguments) -> int:
    """Rehearse and print; 0 passed, 1 failed, 2 no verdict."""
    use_installed_catalogue()
    if arguments.batch:
        return _rehearse_batch(arguments.batch, arguments.out or Path("rehearsals.jsonl"))
    try:
        workflow = _workflow(arguments)
        scenarios = [_scenario(file) for file in arguments.scenario]
        with stage_at_hand(Places.of()) as socket:
            report = asyncio.run(_act(StageClient(socket), workflow, scenarios, aloud=not arguments.json))
    except (WorkforceError, LocalError) as error:
        sentence = error.sentence if isinstance(error, WorkforceError) else str(error)
        if arguments.json:
            print(json.dumps(_no_verdict(sentence), ensure_ascii=False))
        print(sentence, file=sys.stderr)
        return EXIT["inconclusive"]
    if arguments.json:
        print(json.dumps(report.as_json(), indent=2, ensure_ascii=False))
    else:
        _print_verdict(report)
    return EXIT[report.verdict]


async def _act(stage: Stage, workflow: Json, own: Sequence[Json], *, aloud: bool) -> Rehearsal:
    async def heard(result: ScenarioResult) -> None:
        if aloud:
            print(f"{SIGNS[result.verdict]} {result.title}\n    {result.reason}\n    {summary(result.calls)}")

    return await act(stage, "command line", workflow, own=own, heard=heard)


def _workflow(arguments: Arguments) -> Json:
    if arguments.workflow:
        given = _json(arguments.workflow)
        if not isinstance(given, dict) or not isinstance(given.get("nodes"), list):
            raise InvalidInput(f"{arguments.workflow} is not an n8n export: it has no list of nodes.")
        return given
    if arguments.spec:
        try:
            return read_spec(WorkerSpec.model_validate(_json(arguments.spec))).workflow
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise InvalidInput(f"{arguments.spec} is not a worker's spec: {where}: {first['msg']}.") from error
    if arguments.prompt:
        planned = plan_prompt(arguments.prompt, arguments.timezone)
        if planned.reading is None:
            refusal = planned.planned.refusal
            raise InvalidInput(
                refusal.reason if refusal else "There is no plan to rehearse: the prompt leaves it open."
            )
        return planned.reading.workflow
    raise InvalidInput("Give --prompt, --spec FILE, --workflow FILE, or --batch RESULTS.jsonl --out OUT.jsonl.")


def _scenario(file: Path) -> Json:
    given = _json(file)
    if not isinstance(given, dict):
        raise InvalidInput(f"{file} is not a scenario: it holds no object.")
    return given


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except FileNotFoundError as error:
        raise InvalidInput(f"There is no file {file}.") from error
    except (OSError, ValueError) as error:
        raise InvalidInput(f"{file} cannot be read as JSON: {error}.") from error


def _rehearse_batch(results: Path, out: Path) -> int:
    """Rehearse every workflow of a planning batch; what cannot be rehearsed is a line too."""
    verdicts: list[str] = []
    cases = [_case(line) for line in results.read_text().splitlines() if line.strip()]
    with out.open("w") as written, stage_at_hand(Places.of()) as socket:
        for case in cases:
            report = _one(StageClient(socket), case)
            verdicts.append(report["verdict"])
            written.write(json.dumps({"id": case.get("id"), **report}, ensure_ascii=False) + "\n")
            written.flush()
            print(f"{SIGNS[report['verdict']]} {case.get('id')}  {report.get('reason', '')}", file=sys.stderr)
    print(", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in EXIT), file=sys.stderr)
    return 0


def _case(line: str) -> Json:
    """A line of the planning batch; one that cannot be read has no workflow."""
    try:
        read = json.loads(line)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _one(stage: Stage, case: Json) -> Json:
    if not case.get("workflow"):
        return _no_verdict("There is no workflow to rehearse.")
    try:
        report = asyncio.run(_act(stage, case["workflow"], [], aloud=False))
    except WorkforceError as error:
        return _no_verdict(error.sentence)
    except Exception as error:
        return _no_verdict(f"{type(error).__name__}: {error}")
    worst = next((one for one in report.scenarios if one.verdict == report.verdict != "passed"), None)
    return report.as_json() | ({"reason": f"{worst.title}: {worst.reason}"} if worst else {})


def _no_verdict(reason: str) -> Json:
    return {"verdict": "inconclusive", "seconds": 0.0, "scenarios": [], "reason": reason}


def _print_verdict(report: Rehearsal) -> None:
    print(f"\n{report.verdict.capitalize()}: {len(report.scenarios)} scenarios in {report.seconds:.1f} s.")
    for difference in report.differences:
        print(f"  On the stage, “{difference.step}”: {difference.what}")
