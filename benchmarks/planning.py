"""How long the built-in planner takes for a prompt, held against merely cutting the same prompts into words.

    python benchmarks/planning.py [CASES.jsonl ...] [--rounds 5]

Prints p50 and p95 in milliseconds a prompt (prompt to spec, one process), the time of a 20,000-character prompt, and
how many times the bare work (JSON parsing, a regular expression over the words) planning is.
Goal: p50 ≤ 50 ms, p95 ≤ 200 ms.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from workforce.services import catalogue
from workforce.workflow.planner import plan

OWN = Path(__file__).parents[1] / "tests" / "workflow" / "planner" / "cases.jsonl"
WORDS = re.compile(r"\w+|[^\w\s]")


def timed(work: Callable[[str], object], prompts: list[str], rounds: int) -> list[float]:
    """Milliseconds of each call, over several rounds."""
    spent: list[float] = []
    for _ in range(rounds):
        for prompt in prompts:
            started = time.perf_counter()
            work(prompt)
            spent.append((time.perf_counter() - started) * 1000)
    return spent


def bare(prompt: str) -> int:
    """What any reader has to do at least: read the line and find its words."""
    return len(WORDS.findall(json.loads(json.dumps({"prompt": prompt}))["prompt"]))


def main() -> int:
    """Measure and print; 0 when the goal is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", default=[str(OWN)])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    lines = [line for name in options.cases for line in Path(name).read_text(encoding="utf-8").splitlines()]
    prompts = [json.loads(line)["prompt"] for line in lines]
    operations = catalogue.current()
    started = time.perf_counter()
    plan(prompts[0], "UTC", operations)
    first = (time.perf_counter() - started) * 1000
    ours = quantiles(timed(lambda prompt: plan(prompt, "UTC", operations), prompts, options.rounds), n=20)
    least = quantiles(timed(bare, prompts, options.rounds), n=20)
    willing = [prompt for prompt in prompts if plan(prompt, "UTC", operations).outcome == "workflow"]
    longest = ("\n".join(willing) * 5)[:20_000]
    long = min(timed(lambda prompt: plan(prompt, "UTC", operations), [longest], 1))
    print(f"{len(prompts)} prompts, {options.rounds} rounds: p50 {ours[9]:.1f} ms, p95 {ours[18]:.1f} ms a prompt")
    print(
        f"bare tokenising of the same prompts: p50 {least[9]:.3f} ms; planning is {ours[9] / least[9]:.0f} times that"
    )
    print(f"first prompt of a process {first:.0f} ms; a 20,000-character prompt {long:.0f} ms")
    return 0 if ours[9] <= 50 and ours[18] <= 200 else 1


if __name__ == "__main__":
    sys.exit(main())
