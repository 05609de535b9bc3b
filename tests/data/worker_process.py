"""A job worker process with a slow task that leaves a mark in a file. Arguments: file, seconds."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from workforce import jobs
from workforce.core.errors import EngineUnavailable, InvalidInput, WorkforceError

marks, seconds = Path(sys.argv[1]), float(sys.argv[2])


def mark(word: str) -> int:
    """Leave a mark; how often it was left by now."""
    with marks.open("a") as file:
        file.write(f"{word} {os.getpid()}\n")
    return marks.read_text().count(word)


@jobs.durable("slow")
async def slow(correlation_id: str = "") -> None:
    mark("began")
    await asyncio.sleep(seconds)
    mark("ended")


async def given_up(correlation_id: str, error: WorkforceError) -> None:
    mark(f"gave-up:{type(error).__name__}")


@jobs.durable("away", give_up=given_up)
async def away(correlation_id: str) -> None:
    if mark("tried") < 3:
        raise EngineUnavailable


@jobs.durable("refused", give_up=given_up)
async def refused(correlation_id: str) -> None:
    mark("tried")
    raise InvalidInput


@jobs.durable("broken", give_up=given_up)
async def broken(correlation_id: str) -> None:
    mark("tried")
    raise ZeroDivisionError


jobs.COMPANIONS[:] = [jobs.reap]
jobs.work(concurrency=2)
