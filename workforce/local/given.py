"""Which services come from the environment, and so are not started."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workforce.local.process import LocalError

_PAIRS = (
    ("DATABASE_URL", "DATABASE_OWNER_URL", "the application's role and the owner that migrates are two addresses"),
    ("N8N_BASE_URL", "N8N_API_KEY", "an n8n is of no use without a key to it"),
)


@dataclass(frozen=True, slots=True)
class Given:
    """True for what the environment provides."""

    database: bool = False
    redis: bool = False
    engine: bool = False
    rehearsal: bool = False

    @classmethod
    def of(cls, env: Mapping[str, str]) -> Given:
        """Read the environment; `LocalError` if only half of a pair is there."""
        for one, other, why in _PAIRS:
            if bool(env.get(one)) != bool(env.get(other)):
                there, missing = (one, other) if env.get(one) else (other, one)
                raise LocalError(
                    f"{there} is set but {missing} is not: {why}. Set both, or neither for the embedded one."
                )
        return cls(*(bool(env.get(name)) for name in ("DATABASE_URL", "REDIS_URL", "N8N_BASE_URL", "REHEARSAL_SOCKET")))
