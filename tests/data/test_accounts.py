"""Signing up, in and out."""

from __future__ import annotations

import asyncio
import json
import time
from uuid import UUID

import psycopg
import pytest
from redis.asyncio import Redis

from tests.conftest import Database
from workforce.core.actor import GUEST, Role
from workforce.core.errors import Conflict, InvalidInput, SignInRequired, TooManyRequests
from workforce.core.settings import get_settings
from workforce.services import accounts, guessing, sessions

PASSWORD = "correct horse battery"


async def anna(email: str = "anna@example.com") -> str:
    return await accounts.sign_up(email, PASSWORD, "Anna", "Acme", "Europe/Berlin", "de")


async def test_sign_up_makes_a_company_with_its_administrator(app: Database) -> None:
    actor = await accounts.actor_of(await anna(" Anna@Example.com "))
    assert actor and actor.organisation_id and actor.user_id
    assert (actor.role, actor.name, actor.email) == (Role.ADMIN, "Anna", "anna@example.com")
    assert (actor.timezone, actor.language) == ("Europe/Berlin", "de")
    with psycopg.connect(app.super_url) as db:
        assert db.execute("select count(*) from departments").fetchone() == (6,)
        assert db.execute("select verb from audit_entries").fetchall() == [("organisation.created",)]
        (kept,) = db.execute("select password_hash from users").fetchone() or ("",)
    assert kept.startswith("$argon2id$")


async def test_an_address_signs_up_once(app: Database) -> None:
    await anna()
    with pytest.raises(Conflict, match="Sign in instead"):
        await anna("ANNA@example.com")
    with psycopg.connect(app.super_url) as db:
        assert db.execute("select count(*) from organisations").fetchone() == (1,)


@pytest.mark.parametrize(
    ("email", "password", "name", "company", "field"),
    [
        ("anna", PASSWORD, "Anna", "Acme", "email"),
        ("anna@example", PASSWORD, "Anna", "Acme", "email"),
        ("an na@example.com", PASSWORD, "Anna", "Acme", "email"),
        ("<b>@example.com", PASSWORD, "Anna", "Acme", "email"),
        ("anna@example.com", "short", "Anna", "Acme", "password"),
        ("anna@example.com", "x" * 1_000_000, "Anna", "Acme", "password"),
        ("anna@example.com", "aaaaaaaaaaaa", "Anna", "Acme", "password"),
        ("anna@example.com", "anna@example.com", "Anna", "Acme", "password"),
        ("anna@example.com", PASSWORD, " \n\t", "Acme", "name"),
        ("anna@example.com", PASSWORD, "Anna", "x" * 121, "company"),
        ("anna@example.com", PASSWORD, "Anna", "\x00\x1b", "company"),
    ],
)
async def test_bad_input_names_its_field(
    app: Database, email: str, password: str, name: str, company: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as wrong:
        await accounts.sign_up(email, password, name, company, "UTC")
    assert wrong.value.field == field


async def test_sign_in_and_out(app: Database) -> None:
    await anna()
    sid = await accounts.sign_in("ANNA@example.com ", PASSWORD, "192.0.2.1")
    actor = await accounts.actor_of(sid)
    assert actor and actor.email == "anna@example.com"
    await accounts.sign_out(sid)
    assert await accounts.actor_of(sid) is None
    await accounts.sign_out(sid)
    assert await accounts.actor_of("") is None
    assert await accounts.actor_of("made-up") is None


async def test_unknown_and_wrong_look_the_same(app: Database) -> None:
    await anna()
    sentences, seconds = set(), []
    for email in ("anna@example.com", "nobody@example.com", "", "\x00", "x" * 10_000):
        await accounts.guessing.forgive("192.0.2.1", email)
        began = time.perf_counter()
        with pytest.raises(InvalidInput) as wrong:
            await accounts.sign_in(email, "wrong password", "192.0.2.1")
        sentences.add(wrong.value.sentence)
        seconds.append(time.perf_counter() - began)
    assert len(sentences) == 1
    assert min(seconds) > max(seconds) / 20  # both do the hashing; the sentence alone would take a hundredth


async def test_guessing_gets_slower_however_many_try_at_once(app: Database) -> None:
    await anna()

    async def guess(number: int) -> type[Exception]:
        try:
            await accounts.sign_in("anna@example.com", f"guess number {number}", "192.0.2.1")
        except (InvalidInput, TooManyRequests) as error:
            return type(error)
        raise AssertionError

    outcomes = await asyncio.gather(*(guess(number) for number in range(40)))
    assert outcomes.count(InvalidInput) <= guessing.FREE_PER_ACCOUNT + 1
    with pytest.raises(TooManyRequests) as slow:  # also the right password waits
        await accounts.sign_in("anna@example.com", PASSWORD, "192.0.2.1")
    assert slow.value.retry_after > 0
    assert await accounts.sign_in("anna@example.com", PASSWORD, "192.0.2.99")  # from elsewhere it is open


async def test_one_address_cannot_try_many_accounts(app: Database) -> None:
    for number in range(guessing.FREE_PER_ADDRESS + 1):
        await guessing.count_try("192.0.2.1", f"person{number}@example.com")
    with pytest.raises(TooManyRequests):
        await guessing.count_try("192.0.2.1", "another@example.com")


async def test_sessions_end(app: Database, redis_url: str) -> None:
    sid = await anna()
    async with Redis.from_url(redis_url, decode_responses=True) as raw:
        (key,) = await raw.keys("session:*")
        assert sid not in key
        idle = get_settings().session_idle_minutes * 60
        await raw.expire(key, 5)
        assert await accounts.actor_of(sid)
        assert await raw.ttl(key) > idle - 5  # it slid
        record = json.loads(await raw.get(key))
        await raw.set(key, json.dumps({**record, "ends_at": time.time() - 1}))
        assert await accounts.actor_of(sid) is None
        assert await raw.exists(key) == 0


async def test_all_of_a_persons_sessions_end_at_once(app: Database) -> None:
    first = await anna()
    second = await accounts.sign_in("anna@example.com", PASSWORD, "")
    actor = await accounts.actor_of(first)
    assert actor and isinstance(actor.user_id, UUID)
    await sessions.close_all(actor.user_id)
    assert await accounts.actor_of(first) is None
    assert await accounts.actor_of(second) is None


async def test_the_time_zone_follows_into_every_session(app: Database) -> None:
    first = await anna()
    second = await accounts.sign_in("anna@example.com", PASSWORD, "")
    actor = await accounts.actor_of(first)
    assert actor
    assert (await accounts.set_timezone(actor, "Asia/Tokyo")).timezone == "Asia/Tokyo"
    other = await accounts.actor_of(second)
    assert other and other.timezone == "Asia/Tokyo"
    again = await accounts.actor_of(await accounts.sign_in("anna@example.com", PASSWORD, ""))
    assert again and again.timezone == "Asia/Tokyo"
    with pytest.raises(InvalidInput):
        await accounts.set_timezone(actor, "Mars/Olympus")
    with pytest.raises(SignInRequired):
        await accounts.set_timezone(GUEST, "UTC")
