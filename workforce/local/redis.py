"""Redis: sessions, limits and page state, kept over a restart by its append-only file."""

from __future__ import annotations

import os
from collections.abc import Callable

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from workforce.local.places import Places
from workforce.local.process import Service
from workforce.local.wheels import redis_server


class RedisServer:
    """One server on 127.0.0.1 with a password."""

    def __init__(self, places: Places, port: int, password: str) -> None:
        self.port, self.password = port, password
        self.data = places.state / "redis"
        self._places = places

    @property
    def url(self) -> str:
        """Its address with the password."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def service(self) -> Service:
        """The server process; its password stands in a file, not on the command line that everybody can read."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings = {
            "bind": "127.0.0.1",
            "port": self.port,
            "requirepass": self.password,
            "dir": self.data,
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": '""',
            "daemonize": "no",
        }
        config = self.data / "redis.conf"
        config.touch(mode=0o600)
        config.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
        return Service(
            name="redis",
            title="Redis",
            command=[redis_server(self._places.cache), config],
            env={"PATH": os.defpath},
            cwd=self.data,
            ready=answers(self.url),
        )


def answers(url: str) -> Callable[[], bool]:
    """A check whether a Redis server lets us in."""

    def check() -> bool:
        try:
            with redis.Redis.from_url(url, socket_timeout=2, retry=Retry(NoBackoff(), 0)) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False

    return check
