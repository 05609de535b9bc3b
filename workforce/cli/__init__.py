"""The command line: `python -m workforce COMMAND`. A command's modules are imported when it runs: starting is quick."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit status. What is expected to go wrong is one sentence on stderr."""
    from workforce.core.errors import WorkforceError
    from workforce.local.process import LocalError

    arguments = parser().parse_args(argv)
    module, _, function = arguments.run.partition(":")
    try:
        return int(getattr(import_module(f"workforce.cli.{module}"), function)(arguments))
    except WorkforceError as error:
        print(error.sentence, file=sys.stderr)
    except LocalError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments."""
    top = argparse.ArgumentParser(prog="python -m workforce", description="WorkForce AI")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: str, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(run=run)
        made.add_argument("--json", action="store_true", help="answer as JSON")
        return made

    command("up", "machine:up", "start everything on this machine, until Ctrl-C")
    command("down", "machine:down", "stop what another terminal started")
    reset = command("reset", "machine:reset", "remove this checkout's data")
    reset.add_argument("--force", action="store_true", help="do not ask")
    command("doctor", "machine:doctor", "say what is wrong and what to do")
    command("migrate", "machine:migrate", "bring the database's schema up to date")
    command("seed", "machine:seed", "register the engine and make the demo company")
    command("jobs", "machine:jobs", "work through background jobs, until stopped")
    command("install", "machine:install", "install n8n into the cache")
    command("build", "machine:build", "compile the pages")
    where = command("where", "machine:where", "print where something is kept")
    where.add_argument("what", choices=("state", "cache", "n8n", "node", "mail"))
    mail = command("mail", "machine:mail", "show what the demo mailbox got")
    mail.add_argument("number", nargs="?", type=int, help="show this message; without, all are listed")
    pack = command("pack", "planning:pack", "write n8n's node descriptions into one file")
    pack.add_argument("file", type=Path)

    for name, text in (
        ("check", "say what n8n would object to in each workflow of a folder"),
        ("roundtrip", "say of each workflow of a folder whether it comes back equal from a plan"),
    ):
        looking = command(name, f"checking:{name}", f"{text}: one JSON line a file; exit status 2 without a folder")
        looking.add_argument("folder", type=Path, metavar="DIR")
        looking.add_argument("--strict", action="store_true", help="exit status 1 when a line is not good")

    plan = command("plan", "planning:plan", "plan a worker from a prompt, or many from a file")
    plan.add_argument("prompt", nargs="?")
    plan.add_argument("--timezone", default="UTC")
    plan.add_argument("--engine", choices=("builtin", "claude"), default="builtin", help="the planner")
    plan.add_argument("--batch", type=Path, metavar="CASES.jsonl")
    plan.add_argument("--out", type=Path, metavar="RESULTS.jsonl")
    rehearse = command("rehearse", "rehearsing:rehearse", "act a workflow out on the rehearsal engine")
    rehearse.add_argument("--prompt", help="plan this and rehearse it")
    rehearse.add_argument("--timezone", default="UTC")
    rehearse.add_argument("--spec", type=Path, metavar="FILE", help="a worker's spec")
    rehearse.add_argument("--workflow", type=Path, metavar="FILE", help="any n8n export")
    rehearse.add_argument(
        "--scenario", type=Path, action="append", default=[], metavar="FILE", help="as often as needed"
    )
    rehearse.add_argument("--batch", type=Path, metavar="RESULTS.jsonl", help="the workflows of a planning batch")
    rehearse.add_argument("--out", type=Path, metavar="OUT.jsonl")
    deploy = command("deploy", "workers:deploy", "plan, answer, approve and put a worker to work")
    deploy.add_argument("what", help="a prompt, or the id of a draft")
    deploy.add_argument("--answer", action="append", default=[], metavar="KEY=VALUE", help="as often as needed")
    deploy.add_argument("--connection", action="append", default=[], metavar="KIND=NAME", help="as often as needed")
    deploy.add_argument("--reason", default="", metavar="WHY", help="deploy although the rehearsal did not pass")
    run = command("run", "workers:run", "run a worker now and show what its steps did")
    run.add_argument("worker", help="its name or id")
    for one in (deploy, run, command("workers", "workers:workers", "list the workers")):
        one.add_argument("--organisation", metavar="ID", help="act for this company instead of the demo company")
    return top
