"""How often our checks and n8n's own validators agree, over a folder of exported workflows.

    python benchmarks/agreement.py WORKFLOWS VERDICTS.jsonl

VERDICTS: one JSON line a file from n8n's own validators: {"id": its name, "valid": bool, "issues": [{"node", "code"}]}.
Prints agreed/total (valid or not), the same for each file's exact set of (node, code), and every difference.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from workforce.services.catalogue import current
from workforce.workflow.checks import check_workflow


def main(folder: str, verdicts: str) -> int:
    """Compare and print; 0 when every verdict agrees."""
    reference = {row["id"]: row for row in map(json.loads, Path(verdicts).read_text(encoding="utf-8").splitlines())}
    catalogue = current()
    agreed = exact = 0
    seconds = 0.0
    for name, verdict in sorted(reference.items()):
        workflow = json.loads(Path(folder, name).read_text(encoding="utf-8"))
        started = time.perf_counter()
        ours = {(issue.step or None, issue.code) for issue in check_workflow(workflow, catalogue)}
        seconds += time.perf_counter() - started
        theirs = {(issue["node"], issue["code"]) for issue in verdict["issues"] if not issue["code"].startswith("sdk_")}
        agreed += (not ours) == verdict["valid"]
        exact += ours == theirs
        if ours != theirs:
            print(f"{name}: only ours {sorted(map(str, ours - theirs))}, only n8n's {sorted(map(str, theirs - ours))}")
    total = len(reference)
    print(
        f"verdicts agree: {agreed}/{total} = {agreed / total:.2%}; issues agree: {exact}/{total} = {exact / total:.2%}"
    )
    print(f"{seconds:.2f} s for {total} workflows")
    return 0 if agreed == total else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
