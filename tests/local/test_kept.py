"""Secrets and ports that stay."""

from __future__ import annotations

import socket
import stat
from pathlib import Path

import pytest

from workforce.local.given import Given
from workforce.local.kept import Kept
from workforce.local.places import Places
from workforce.local.process import LocalError
from workforce.local.stack import Stack


def test_secrets_stay_and_only_we_may_read_them(tmp_path: Path) -> None:
    path = tmp_path / "stack.json"
    first = Kept(path).secret("secret_key")
    assert len(first) >= 32
    assert Kept(path).secret("secret_key") == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_processes_keep_the_same_secret(tmp_path: Path) -> None:
    one, other = Kept(tmp_path / "stack.json"), Kept(tmp_path / "stack.json")
    assert one.secret("demo_password") == other.secret("demo_password")
    other.put("n8n_api_key", "new")
    one.put("web_port", 8000)
    assert (one.get("n8n_api_key"), other.get("web_port")) == ("new", "8000")


def test_a_taken_port_moves_on_and_two_names_never_share(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "stack.json")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        web = kept.port("web", taken)
        assert web > taken
    assert kept.port("redis", web) != web
    assert Kept(tmp_path / "stack.json").port("web", taken) == web


def test_a_port_that_workers_addresses_contain_never_moves(tmp_path: Path) -> None:
    stack = Stack(Places(tmp_path / "cache", tmp_path / "state").made())
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        stack.kept.put("n8n_port", other.getsockname()[1])
        with pytest.raises(LocalError, match="make reset"):
            stack.choose_ports()


@pytest.mark.parametrize("one", ["DATABASE_URL", "DATABASE_OWNER_URL", "N8N_BASE_URL", "N8N_API_KEY"])
def test_half_of_a_pair_is_refused_in_a_sentence(one: str) -> None:
    with pytest.raises(LocalError, match=f"{one} is set but .* is not"):
        Given.of({one: "http://somewhere"})


def test_what_is_given_is_not_started(tmp_path: Path) -> None:
    both = {"DATABASE_URL": "postgresql://a/b", "DATABASE_OWNER_URL": "postgresql://c/b", "REDIS_URL": "redis://d"}
    assert Given.of(both) == Given(database=True, redis=True, engine=False)
    assert Given.of({}) == Given()
