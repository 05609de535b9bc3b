"""What is sent again, what is not, and how each failure reads."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from workforce.core.errors import EngineKeyRefused, EngineRefused, EngineUnavailable, WorkforceError
from workforce.integrations.n8n import N8nClient

Handler = Callable[[httpx.Request], httpx.Response]
WORKFLOW = {"id": "1", "name": "n", "active": False}


def client(handler: Handler) -> N8nClient:
    """A client whose requests end in `handler`."""
    return N8nClient("http://engine", "key", transport=httpx.MockTransport(handler))


class Shaky:
    """Fails so many times with `failure`, then answers; counts what arrives."""

    def __init__(self, failure: Exception | int, times: int) -> None:
        self.failure, self.times, self.seen = failure, times, 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen += 1
        if self.seen > self.times:
            return httpx.Response(200, json=WORKFLOW)
        if isinstance(self.failure, Exception):
            raise self.failure
        return httpx.Response(self.failure, json={"message": "busy"})


@pytest.mark.parametrize("failure", [httpx.ConnectError("refused"), httpx.ReadTimeout("slow"), 500, 502, 429])
async def test_reading_is_tried_again(failure: Exception | int) -> None:
    shaky = Shaky(failure, 2)
    assert (await client(shaky).get_workflow("1")).id == "1"
    assert shaky.seen == 3


@pytest.mark.parametrize("failure", [httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), 429])
async def test_creating_is_tried_again_when_it_surely_was_not_worked_on(failure: Exception | int) -> None:
    shaky = Shaky(failure, 1)
    await client(shaky).create_workflow({"name": "n", "nodes": [], "connections": {}, "settings": {}})
    assert shaky.seen == 2


@pytest.mark.parametrize("failure", [httpx.ReadTimeout("slow"), httpx.RemoteProtocolError("cut"), 502, 504])
async def test_creating_is_never_sent_twice_when_it_may_have_arrived(failure: Exception | int) -> None:
    shaky = Shaky(failure, 1)
    with pytest.raises(EngineUnavailable):
        await client(shaky).create_workflow({"name": "n", "nodes": [], "connections": {}, "settings": {}})
    assert shaky.seen == 1


@pytest.mark.parametrize(
    ("status", "expected"),
    [(401, EngineKeyRefused), (403, EngineKeyRefused), (400, EngineRefused), (503, EngineUnavailable)],
)
async def test_each_answer_has_its_error(status: int, expected: type[WorkforceError]) -> None:
    with pytest.raises(expected) as caught:
        await client(lambda _: httpx.Response(status, json={"message": "no"})).get_workflow("1")
    assert type(caught.value) is expected
    assert caught.value.sentence.endswith(".")


async def test_something_else_than_n8n_is_named() -> None:
    with pytest.raises(EngineRefused, match="is not n8n"):
        await client(lambda _: httpx.Response(404, html="<h1>shop</h1>")).get_workflow("1")


async def test_a_webhook_is_called_once_and_without_the_api_key() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(503, text="down")

    assert (await client(handler).call_webhook("p", headers={"X-Guard": "s"})).status == 503
    assert len(seen) == 1
    assert "x-n8n-api-key" not in seen[0].headers


async def test_nobody_listens() -> None:
    engine = N8nClient("http://127.0.0.1:9", "key")
    with pytest.raises(EngineUnavailable, match="does not answer"):
        await engine.check()
    await engine.aclose()


async def test_the_real_engine_with_a_wrong_key(engine_address: tuple[str, str]) -> None:
    engine = N8nClient(engine_address[0], "wrong")
    with pytest.raises(EngineKeyRefused):
        await engine.check()
    await engine.aclose()


async def test_an_address_that_is_none() -> None:
    engine = N8nClient("not an address", "key")
    with pytest.raises(EngineRefused, match="not a web address"):
        await engine.check()
    await engine.aclose()
