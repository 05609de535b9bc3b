"""The pages of an evaluation: an index with goals against numbers, and a page a file of cases."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import Any

FIRST_RUNS = Path(__file__).parent / "cases" / "first_runs.json"
# metric → (in words, goal on unseen prompts, whether more is better)
GOALS: dict[str, tuple[str, float, bool]] = {
    "validity": ("valid by n8n's own validators", 1.0, True),
    "clean": ("valid without any warning", 0.95, True),
    "outcome": ("outcome right (build, ask, refuse)", 0.95, True),
    "trigger": ("trigger and schedule right", 0.96, True),
    "step_recall": ("asked-for steps present", 0.92, True),
    "extra": ("actions nobody asked for", 0.05, False),
    "params": ("stated values right", 0.90, True),
    "full_pass": ("all of it right, a case", 0.80, True),
    "same": ("same prompt three times, same spec", 1.0, True),
}
P95_GOAL = 0.3
KIND = {
    "dev": "development cases; tuned on",
    "tune": "our own, first eighty; tuned on after the first run",
    "tune2": "our own, next thirty-nine; tuned on after the first run",
    "tune3": "our own, thirty-nine more; tuned on after the first run",
    "tune4": "our own, thirty-nine more; tuned on after the first run",
    "kept": "our own, kept apart: only totals were ever looked at",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A file of cases with what came of it. told: the plan in sentences by case id; scores: the judge's report."""

    name: str
    cases: list[dict[str, Any]]
    results: list[dict[str, Any]]
    told: dict[str, list[str]]
    scores: dict[str, Any]

    def number(self, metric: str) -> float | None:
        """One metric over all cases."""
        totals = self.scores["totals"].get("all", {})
        if metric == "same":
            return float(sum(row["same"] for row in self.results) / len(self.results))
        if metric == "extra":
            precision = totals.get("step_precision")
            return None if precision is None else 1 - float(precision)
        value = totals.get(metric)
        return None if value is None else float(value)

    def p95(self, name: str) -> float:
        """95 of 100 plans take no longer, in seconds."""
        return float(quantiles([row[name] for row in self.results], n=20, method="inclusive")[18])


def write_pages(folder: Path, runs: list[Judged]) -> None:
    """Write the index and a page a run; pages of files that are no more go."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in folder.glob("*.md"):
        page.unlink()
    (folder / "README.md").write_text(_index(runs), encoding="utf-8")
    for run in runs:
        hidden = run.name == "kept"
        (folder / f"{run.name}.md").write_text(_kept(run) if hidden else _page(run), encoding="utf-8")


def _index(runs: list[Judged]) -> str:
    day = datetime.now(UTC).strftime("%-d %B %Y")
    head = (
        f"# The built-in planner, judged\n\nMeasured on {day} by `make eval`. Goals are for prompts nobody tuned "
        f"on.\n\n"
    )
    names = " | ".join(f"[{run.name}]({run.name}.md) ({len(run.cases)})" for run in runs)
    rows = [f"| | goal | {names} |", "|---|---|" + "---|" * len(runs)]
    for metric, (words, goal, more) in GOALS.items():
        sign = "≥" if more else "≤"
        cells = " | ".join(_cell(run.number(metric), goal, more=more) for run in runs)
        rows.append(f"| {words} | {sign} {goal:.0%} | {cells} |")
    for name, words in (("seconds", "time, p95, on a busy machine"), ("processor", "processor time, p95")):
        cells = " | ".join(f"{run.p95(name) * 1000:.0f} ms" for run in runs)
        rows.append(f"| {words} | ≤ {P95_GOAL * 1000:.0f} ms | {cells} |")
    kinds = "\n".join(f"- **{run.name}**: {KIND.get(run.name, 'our own')}" for run in runs)
    return f"{head}{chr(10).join(rows)}\n\nA number in italics misses its goal.\n\n{kinds}\n\n{_first_runs()}"


def _cell(value: float | None, goal: float, *, more: bool) -> str:
    if value is None:
        return "–"
    text = f"{value:.1%}"
    return text if (value >= goal if more else value <= goal) else f"*{text}*"


def _first_runs() -> str:
    """What new cases gave the first time, before anything was changed for them."""
    if not FIRST_RUNS.exists():
        return ""
    runs = json.loads(FIRST_RUNS.read_text(encoding="utf-8"))
    rows = [f"| {run['cases']} | {run['count']} | {run['full_pass']:.1%} | {run['outcome']:.1%} |" for run in runs]
    head = "## First runs\n\nNew cases, judged once before anything was changed for them, in this order.\n\n"
    return head + "| cases | count | all of it right | outcome |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"


def _kept(run: Judged) -> str:
    head = (
        f"# {run.name}\n\n{KIND['kept']}. Their prompts and verdicts are not shown, so that nothing is tuned on them.\n"
    )
    return head + f"\n{len(run.cases)} cases, {run.number('full_pass') or 0:.1%} all of it right.\n"


def _page(run: Judged) -> str:
    scores = {score["id"]: score for score in run.scores["cases"]}
    parts = [f"# {run.name}: {len(run.cases)} cases\n", KIND.get(run.name, "our own") + ".\n"]
    for case in run.cases:
        score = scores.get(case["id"], {"passed": False, "reasons": ["not judged"]})
        parts.append(f"## {case['id']} – {'passes' if score['passed'] else 'fails'}\n")
        parts.append(f"{case['difficulty']}, {case['department']}, {case['lang']}\n")
        parts.append("\n".join(f"> {line}" for line in case["prompt"].splitlines()) + "\n")
        parts.append("\n".join(f"1. {sentence}" for sentence in run.told[case["id"]]) + "\n")
        parts += [f"- {reason}" for reason in score["reasons"]] + [""] * bool(score["reasons"])
    return "\n".join(parts)
