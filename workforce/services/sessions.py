"""Who is signed in: an opaque id in the browser, the person's facts in Redis under its hash."""

from __future__ import annotations

import json
import time
from typing import Any
from uuid import UUID

from workforce.core.actor import Actor, Role
from workforce.core.security import fingerprint, new_secret
from workforce.core.settings import get_settings
from workforce.data import redis


def _key(sid: str) -> str:
    # Whoever reads Redis learns no id that a browser could present.
    return f"session:{fingerprint(sid)}"


def _of_user(user_id: UUID | None) -> str:
    return f"sessions-of:{user_id}"


def _idle() -> int:
    return get_settings().session_idle_minutes * 60


async def open_session(actor: Actor) -> str:
    """Begin a session for the actor; the id for the cookie."""
    sid, longest = new_secret(), get_settings().session_hours * 3600
    record = {**_facts(actor), "ends_at": time.time() + longest}
    with redis.store_errors():
        async with redis.client().pipeline() as pipe:
            pipe.set(_key(sid), json.dumps(record), ex=min(_idle(), longest))
            pipe.sadd(_of_user(actor.user_id), _key(sid))
            pipe.expire(_of_user(actor.user_id), longest)
            await pipe.execute()
    return sid


async def actor_of(sid: str) -> Actor | None:
    """Who this session is, or None when it ended; being asked keeps it from idling out."""
    if not sid:
        return None
    with redis.store_errors():
        kept = await redis.client().getex(_key(sid), ex=_idle())
    actor = _current(kept)
    if kept is not None and actor is None:
        await close_session(sid)
    return actor


async def still(sid: str) -> Actor | None:
    """Who this session is by now, or None when it ended; for work that goes on by itself: it may idle out meanwhile."""
    with redis.store_errors():
        return _current(await redis.client().get(_key(sid)))


async def close_session(sid: str) -> None:
    """End a session; one that ended already is fine."""
    with redis.store_errors():
        kept = await redis.client().getdel(_key(sid))
        if kept is not None:
            async with redis.client().pipeline(transaction=False) as pipe:
                pipe.srem(_of_user(_actor(json.loads(kept)).user_id), _key(sid))
                await pipe.execute()


async def refresh(user_id: UUID, **facts: str) -> None:
    """Change facts (`timezone`, `name`, `role`) in all of a person's sessions, without making them longer."""
    with redis.store_errors():
        for key in await _keys(user_id):
            if kept := await redis.client().get(key):
                await redis.client().set(key, json.dumps({**json.loads(kept), **facts}), keepttl=True, xx=True)


async def close_all(user_id: UUID) -> None:
    """End every session of a person."""
    with redis.store_errors():
        keys = await _keys(user_id)
        await redis.client().delete(_of_user(user_id), *keys)


async def _keys(user_id: UUID) -> set[str]:
    async with redis.client().pipeline(transaction=False) as pipe:
        pipe.smembers(_of_user(user_id))
        (keys,) = await pipe.execute()
    return set(keys)


def _current(kept: str | None) -> Actor | None:
    if kept is None:
        return None
    record = json.loads(kept)
    return _actor(record) if record["ends_at"] > time.time() else None


def _facts(actor: Actor) -> dict[str, Any]:
    return {
        "user_id": str(actor.user_id),
        "organisation_id": str(actor.organisation_id),
        "role": str(actor.role),
        "name": actor.name,
        "email": actor.email,
        "timezone": actor.timezone,
        "language": actor.language,
    }


def _actor(record: dict[str, Any]) -> Actor:
    return Actor(
        user_id=UUID(record["user_id"]),
        organisation_id=UUID(record["organisation_id"]),
        role=Role(record["role"]),
        name=record["name"],
        email=record["email"],
        timezone=record["timezone"],
        language=record["language"],
    )
