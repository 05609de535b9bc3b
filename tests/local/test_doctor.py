"""`doctor` says what is wrong and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Database, EngineUnderTest
from workforce.local import doctor
from workforce.local.places import Places
from workforce.local.stack import Stack


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A checkout that was never started."""
    return Places(tmp_path / "cache", tmp_path / "state").made()


def test_a_fresh_checkout_is_well(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.doctor(places) == 0
    said = capsys.readouterr().out
    assert "✗" not in said
    assert "not running: `make up` starts it" in said


def test_json_lists_every_finding(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    doctor.doctor(places, as_json=True)
    assert {"what", "found", "todo"} == set(json.loads(capsys.readouterr().out)[0])


def test_half_a_pair_fails(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("N8N_BASE_URL", "http://127.0.0.1:9")
    assert doctor.doctor(places) == 1


def test_services_that_are_away_are_named(tmp_path: Path) -> None:
    nowhere = "postgresql://nobody:x@127.0.0.1:9/none"
    assert doctor.postgres_answers(nowhere, "its log").todo
    assert doctor.redis_answers("redis://127.0.0.1:9/0", "its log").todo
    assert doctor.migrations(nowhere).todo
    assert "Is it running" in doctor.engine_key("http://127.0.0.1:9", "key").todo


def test_real_services_are_well(stack: Stack, database: Database, redis_url: str, engine: EngineUnderTest) -> None:
    assert doctor.postgres_answers(database.url, "").well
    assert doctor.migrations(database.owner_url).well
    assert doctor.redis_answers(redis_url, "").well
    assert doctor.engine_key(engine.url, engine.key).well


def test_a_role_that_passes_row_level_security_is_refused(database: Database) -> None:
    assert "row-level security" in doctor.postgres_answers(database.super_url, "").todo


def test_a_wrong_engine_key_is_named(engine: EngineUnderTest) -> None:
    assert doctor.engine_key(engine.url, "wrong").found == "refuses the API key"


def test_a_stage_that_is_not_there_says_what_it_needs(stack: Stack) -> None:
    assert "network namespace" in doctor.stage(stack, "/nowhere/stage.sock").todo


def test_the_stage_says_how_its_engine_is(stack: Stack, rehearsal_socket: str) -> None:
    found = doctor.stage(stack, rehearsal_socket)
    assert found.well and found.found in ("starting", "ready")
