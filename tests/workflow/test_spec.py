"""A spec's digest is the same before and after it was kept."""

from __future__ import annotations

from typing import Any

from workforce.workflow.spec import Trigger, WorkerSpec, json_inputs


def _as_jsonb(value: Any) -> Any:
    """Names in PostgreSQL's order: the shorter first."""
    if isinstance(value, dict):
        return {name: _as_jsonb(value[name]) for name in sorted(value, key=lambda name: (len(name), name))}
    return [_as_jsonb(inner) for inner in value] if isinstance(value, list) else value


def test_the_digest_survives_the_database() -> None:
    inputs = json_inputs({"httpMethod": "POST", "path": "orders", "options": {"rawBody": True, "ip": "1"}})
    made = WorkerSpec(
        name="W", objective="O.", triggers=[Trigger(id="start", operation="webhook", title="Called", inputs=inputs)]
    )
    kept = WorkerSpec.model_validate(_as_jsonb(made.model_dump(mode="json")))
    assert kept.digest() == made.digest()
    assert made.model_copy(update={"name": "X"}).digest() != made.digest()
