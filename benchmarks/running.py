"""The running product that a benchmark clicks on: this checkout's `make up`."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from workforce.local import demo
from workforce.local.places import Places
from workforce.local.stack import Stack


@dataclass(frozen=True, slots=True)
class RunningSite:
    """Where it answers, the Redis beside it, and the demo company's sign-in."""

    url: str
    redis_url: str
    email: str
    password: str

    def sign_in(self) -> str:
        """Sign in; the session as a Cookie header."""
        answer = httpx.post(
            f"{self.url}/api/auth/sign-in",
            data={"email": self.email, "password": self.password},
            headers={"origin": self.url, "sec-fetch-site": "same-origin"},
        )
        cookies = "; ".join(f"{name}={value}" for name, value in answer.cookies.items())
        if not cookies:
            raise SystemExit(f"Signing in at {self.url} gave {answer.status_code} and no cookie.")
        return cookies


def running_site() -> RunningSite:
    """This checkout's running stack; ends with a sentence when there is none."""
    stack = Stack(Places.of())
    try:
        httpx.get(f"{stack.url}/health/live").raise_for_status()
    except httpx.HTTPError:
        raise SystemExit(f"Nothing answers at {stack.url}. Start it with `make up`, then measure.") from None
    signed = demo.sign_in_of(stack)
    return RunningSite(stack.url, stack.redis.url, signed.email, signed.password)
