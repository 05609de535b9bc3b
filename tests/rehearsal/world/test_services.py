"""Every simulated service on the real n8n: its node's commonest operations succeed and give items."""

from __future__ import annotations

import pytest

from tests.rehearsal.world.operations import SERVICES, operations_of, play_of
from workforce.integrations.rehearsal import Turn


@pytest.mark.parametrize("service", SERVICES)
async def test_its_commonest_operations_succeed(turn: Turn, service: str) -> None:
    nodes = operations_of(service)
    seen = await turn.perform(play_of(nodes))
    assert (seen.status, seen.failed_step, seen.error, seen.fault) == ("success", "", "", "")
    given = {step.name: step.items_out for step in seen.steps}
    assert [node["name"] for node in nodes if not given.get(node["name"])] == []
    assert [call.url for call in seen.calls if call.refused] == []
