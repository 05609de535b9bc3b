"""A dashboard click that reads a short list, with many tabs open: round trip against a bare Reflex event.

Both run in this call on two web processes and the same Redis, beside a running `make up`:
`python -m benchmarks.clicks [--sessions 200]`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from benchmarks.running import running_site
from benchmarks.sockets import Load, Times, measure

BARE = Path(__file__).with_name("bare")
BARE_EVENT = "reflex___state____state.bare___bare____count.bump"
CLICK = "reflex___state____state.workforce___states___departments____departments_state.load"
GOAL_P95 = 15.0


@contextlib.contextmanager
def bare_app(redis_url: str) -> Iterator[str]:
    """The smallest Reflex app, served the way the product is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "REFLEX_REDIS_URL": redis_url,
        "REFLEX_ENV_MODE": "prod",
        "__REFLEX_SKIP_COMPILE": "true",
        "REFLEX_CHECK_LATEST_VERSION": "false",
    }
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory", "--port", str(port)]
    server = subprocess.Popen([*command, "--workers", "2", "bare.bare:app"], cwd=BARE, env=environment)
    try:
        for _ in range(100):
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"http://127.0.0.1:{port}/ping").status_code == 200:
                    break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(15)


def _line(name: str, times: Times) -> str:
    return f"{name:34} p50 {times.p50:6.1f} ms   p95 {times.p95:6.1f} ms   ({times.count} clicks)"


def main() -> None:
    """Measure both and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=10)
    asked = parser.parse_args()
    site = running_site()
    with bare_app(site.redis_url) as bare_url:
        bare = asyncio.run(measure(Load(bare_url, BARE_EVENT, asked.sessions, asked.seconds, {})))
    click = Load(site.url, CLICK, asked.sessions, asked.seconds, {}, path="/app/departments", cookie=site.sign_in())
    ours = asyncio.run(measure(click))
    print(_line("bare Reflex event", bare))
    print(_line("dashboard click, a short list read", ours))
    print(f"ratio p50 {ours.p50 / bare.p50:.1f}   p95 {ours.p95 / bare.p95:.1f}   goal: p95 ≤ {GOAL_P95:.0f} ms")


if __name__ == "__main__":
    main()
