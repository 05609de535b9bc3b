"""Sealing, signing, hashing."""

from __future__ import annotations

import time

import pytest

from workforce.core import security
from workforce.core.security import SealBroken, hash_password, read, seal, sign, unseal, verify_password
from workforce.core.settings import get_settings


@pytest.mark.parametrize("value", ["", "a", "äöü 🤖", "x" * 100_000])
def test_what_was_sealed_opens_in_its_place_only(value: str) -> None:
    sealed = seal(value, "connection:1:2")
    assert unseal(sealed, "connection:1:2") == value
    assert seal(value, "connection:1:2") != sealed
    with pytest.raises(SealBroken):
        unseal(sealed, "connection:1:3")


def test_every_changed_character_breaks_the_seal() -> None:
    sealed = seal("secret", "place")
    for position in range(len(sealed)):
        changed = sealed[:position] + ("A" if sealed[position] != "A" else "B") + sealed[position + 1 :]
        if position == len(sealed) - 1:
            continue  # the last character of base64 carries bits that do not count
        with pytest.raises(SealBroken):
            unseal(changed, "place")


@pytest.mark.parametrize("junk", ["", ".", "v1.", "v1.AAAA", "v2.AAAA", "v1.ä", "v1.====", "junk"])
def test_junk_is_refused(junk: str) -> None:
    with pytest.raises(SealBroken):
        unseal(junk, "place")
    assert read(junk) is None


def test_another_master_key_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = seal("secret", "place")
    monkeypatch.setenv("MASTER_KEY", "another-master-key-of-thirty-two-characters")
    get_settings.cache_clear()
    try:
        with pytest.raises(SealBroken, match="MASTER_KEY"):
            unseal(sealed, "place")
    finally:
        monkeypatch.undo()
        get_settings.cache_clear()


def test_tokens_run_out_and_cannot_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    token = sign({"who": "anna"}, 60)
    assert read(token) == {"who": "anna"}
    body, _, signature = token.partition(".")
    forged = sign({"who": "mallory"}, 60).partition(".")[0]
    assert read(f"{forged}.{signature}") is None
    assert read(f"{body}.") is None
    now = time.time()
    monkeypatch.setattr(security.time, "time", lambda: now + 61)
    assert read(token) is None


def test_passwords_are_hashed_with_salt() -> None:
    first, second = hash_password("correct horse"), hash_password("correct horse")
    assert first != second
    assert first.startswith("$argon2id$")
    assert verify_password("correct horse", first)
    assert not verify_password("wrong horse", first)
    assert not verify_password("correct horse", "not a hash")


def test_secrets_are_long_and_new() -> None:
    assert len({security.new_secret() for _ in range(100)}) == 100
    assert len(security.new_secret()) == 43
