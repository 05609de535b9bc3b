"""Commands about this machine: the embedded stack, its data, its mailbox."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from dataclasses import asdict

from workforce.local.places import Places
from workforce.local.stack import Stack

Arguments = argparse.Namespace


def local_stack() -> Stack:
    """This checkout's stack, with its settings in our environment."""
    stack = Stack(Places.of())
    os.environ.update(stack.environment())
    return stack


def up(_arguments: Arguments) -> int:
    """Start everything and stay."""
    from workforce.local import up

    return up.up(Places.of())


def down(_arguments: Arguments) -> int:
    """Stop what another terminal started."""
    from workforce.local import down

    return down.down(Places.of())


def reset(arguments: Arguments) -> int:
    """Remove this checkout's data."""
    from workforce.local import down

    return down.reset(Places.of(), force=arguments.force)


def doctor(arguments: Arguments) -> int:
    """Say what is wrong."""
    from workforce.local import doctor

    return doctor.doctor(Places.of(), as_json=arguments.json)


def migrate(_arguments: Arguments) -> int:
    """Bring the schema up to date."""
    local_stack().migrate()
    return 0


def seed(_arguments: Arguments) -> int:
    """Register the engine and make the demo company."""
    stack = local_stack()
    from workforce.local.seed import seed

    asyncio.run(seed(stack))
    return 0


def jobs(_arguments: Arguments) -> int:
    """Work through jobs until stopped; with an own stack's settings when none are given."""
    if not os.environ.get("DATABASE_URL"):
        local_stack()
    from workforce import jobs

    jobs.work()
    return 0


def install(_arguments: Arguments) -> int:
    """Install n8n into the cache."""
    from workforce.local import n8n

    stack = Stack(Places.of())
    n8n.install(stack.places, stack.runner)
    print(n8n.installation(stack.places.cache))
    return 0


def build(_arguments: Arguments) -> int:
    """Compile the pages unless they are current."""
    stack = local_stack()
    stack.build_frontend()
    print(stack.places.web)
    return 0


def where(arguments: Arguments) -> int:
    """Print a path."""
    from workforce.local import n8n, wheels

    places = Places.of()
    answers = {
        "state": places.state,
        "cache": places.cache,
        "n8n": n8n.installation(places.cache),
        "node": wheels.node(),
        "mail": places.mail,
    }
    print(answers[arguments.what])
    return 0


def mail(arguments: Arguments) -> int:
    """List the demo mailbox, or show one message."""
    from workforce.local.mailbox import mails

    found = [one for one in mails(Places.of().mail) if arguments.number in (None, one.number)]
    if arguments.json:
        print(json.dumps([asdict(one) for one in found], indent=2))
        return 0
    for one in found:
        print(f"{one.number:4}  {one.date[:25]:25}  {one.sent_to:32.32}  {one.subject}")
        if arguments.number:
            print(f"\n{one.text}\n\n{one.path}")
    if not found and arguments.number:
        print("There is no such message.", file=sys.stderr)
        return 1
    if not found:
        print("The mailbox is empty: no worker has sent anything yet.")
    return 0
