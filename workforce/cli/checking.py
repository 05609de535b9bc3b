"""`check` and `roundtrip`: a folder of n8n exports, one JSON line a file, whatever the files hold.

Files are looked at by as many processes as there are cores, each file within limits of time, size and memory; the lines
come in the order of the files' names.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import stat
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import TimeoutError as TookTooLong
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from workforce.cli.planning import use_installed_catalogue
from workforce.services.catalogue import current
from workforce.workflow.checks import check_workflow
from workforce.workflow.importing import CannotHold, NotAnExport, differences, import_workflow, parse, workflows_in
from workforce.workflow.n8n_json import compile_spec

Arguments = argparse.Namespace
Json = dict[str, Any]
Row = tuple[Json, bool]
SECONDS = 30
MOST_BYTES = 64 * 1024 * 1024
MEMORY = 2 * 1024**3
DEPTH = 5000
AHEAD = 8
NO_FOLDER = 2
BAD_FIRST = ("error", "different", "unsupported", "equal")


def check(arguments: Arguments) -> int:
    """Print what n8n would object to in each file."""
    return _print_all(arguments, _checked, _unreadable)


def roundtrip(arguments: Arguments) -> int:
    """Print for each file whether it comes back equal when it is imported and compiled."""
    return _print_all(arguments, _returned, _failed)


def _print_all(arguments: Arguments, look: Callable[[bytes], Row], failed: Callable[[str], Row]) -> int:
    folder: Path = arguments.folder
    if not folder.exists():
        print(f"There is no folder {folder}.", file=sys.stderr)
        return NO_FOLDER
    use_installed_catalogue()
    current()  # packed beside the installation before several processes ask for it
    good = True
    try:
        for name, (row, fine) in _rows(folder, look, failed):
            print(json.dumps({"file": name, **row}), flush=True)
            good = good and fine
    except BrokenPipeError:  # whoever read the lines has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if good or not arguments.strict else 1


def _rows(folder: Path, look: Callable[[bytes], Row], failed: Callable[[str], Row]) -> Iterator[tuple[str, Row]]:
    """(file, its row) in order; only a few files ahead are on their way."""
    workers = os.cpu_count() or 1
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with ProcessPool(workers, initializer=_prepare, context=context) as pool:
        waiting: deque[tuple[str, Any]] = deque()
        for name, path in _files(folder):
            waiting.append((name, pool.schedule(_look_at, args=(path, look, failed), timeout=SECONDS)))
            if len(waiting) >= AHEAD * workers:
                yield _result(*waiting.popleft(), failed)
        while waiting:
            yield _result(*waiting.popleft(), failed)


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Everything called `….json`, below the folder too, by name; hidden folders are left out."""
    if not folder.is_dir():
        return [(folder.name, folder)]
    found: list[tuple[str, Path]] = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        called = [name for name in [*folders, *files] if name.lower().endswith(".json")]
        folders[:] = [name for name in folders if name not in called]
        found += [(os.path.relpath(path, folder), path) for path in (Path(place, name) for name in called)]
    return sorted(found)


def _result(name: str, future: Any, failed: Callable[[str], Row]) -> tuple[str, Row]:
    try:
        return name, future.result()
    except TookTooLong:
        return name, failed(f"It took longer than {SECONDS} seconds.")
    except ProcessExpired:
        return name, failed("It took more memory than there is for one file.")


# --- in the processes -------------------------------------------------------------------------------------


def _prepare() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.setrecursionlimit(DEPTH)
    current()


def _look_at(path: Path, look: Callable[[bytes], Row], failed: Callable[[str], Row]) -> Row:
    """The row of one file. Nothing that it holds gets further than this."""
    started = time.perf_counter()
    try:
        row, fine = look(_read(path))
    except NotAnExport as error:
        row, fine = failed(str(error))
    except OSError as error:
        row, fine = failed(f"The file cannot be read: {error.strerror or error}.")
    except RecursionError:
        row, fine = failed("The file is nested too deeply.")
    except MemoryError:
        row, fine = failed("It took more memory than there is for one file.")
    except Exception as error:  # a bug of ours is this file's line, not the end of all others
        row, fine = failed(f"It cannot be looked at ({type(error).__name__}: {error}).")
    if "seconds" in row:
        row["seconds"] = round(time.perf_counter() - started, 4)
    return row, fine


def _read(path: Path) -> bytes:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise NotAnExport("It is no file.")
    if about.st_size > MOST_BYTES:
        raise NotAnExport(f"The file is larger than {MOST_BYTES // 1024**2} MB.")
    return path.read_bytes()


def _checked(data: bytes) -> Row:
    issues: list[Json] = []
    for workflow in workflows_in(parse(data)):
        found = check_workflow(workflow, current())
        issues += [{"node": issue.step or None, "code": issue.code, "message": issue.message} for issue in found]
    return {"valid": not issues, "issues": issues}, not issues


def _unreadable(reason: str) -> Row:
    return {"valid": False, "issues": [{"node": None, "code": "unreadable", "message": reason}]}, False


def _returned(data: bytes) -> Row:
    """The worst status of the workflows in a file."""
    found = [_back_again(workflow) for workflow in workflows_in(parse(data))]
    worst = min(found, key=lambda row: BAD_FIRST.index(row["status"]))
    return worst, worst["status"] == "equal"


def _back_again(workflow: Json) -> Json:
    try:
        spec = import_workflow(workflow, current())
    except CannotHold as error:
        return _status("unsupported", str(error))
    different = differences(workflow, compile_spec(spec, current()), current())
    return _status("different", " ".join(different)) if different else _status("equal")


def _failed(reason: str) -> Row:
    return _status("error", reason), False


def _status(status: str, reason: str = "") -> Json:
    return {"status": status, "reason": reason, "seconds": 0.0}
