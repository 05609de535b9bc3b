"""Signing up, signing in and out, and who is signed in."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from functools import lru_cache
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from workforce.core.actor import Actor, Role, system
from workforce.core.errors import Conflict, InvalidInput, NotAllowed, NotFound, SignInRequired
from workforce.core.security import hash_password, new_secret, verify_password
from workforce.core.telemetry import SIGN_INS
from workforce.core.text import one_line
from workforce.core.zones import zones
from workforce.data import platform
from workforce.data.models import Department, Membership, Organisation, User
from workforce.data.models.base import utc_now
from workforce.data.postgres import enter_company, platform_session, tenant_session
from workforce.services import audit, guessing, sessions

actor_of = sessions.actor_of

FIRST_DEPARTMENTS = ("Sales", "Marketing", "Customer service", "Finance", "People", "Operations")
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
EMAIL = re.compile(r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[^@\s<>\"',;.]{2,}")
NO_MATCH = "That e-mail and password do not belong together. Check both and try again."


async def sign_up(email: str, password: str, name: str, company: str, timezone: str, language: str = "en") -> str:
    """Create a company with its first administrator and sign them in: the session id."""
    email, name, company = _email(email), _line(name, "name", "your name"), _line(company, "company", "your company")
    _check_password(password, email)
    zone = timezone if timezone in zones() else "UTC"
    language = language if re.fullmatch(r"[a-z]{2}", language) else "en"
    hashed = await asyncio.to_thread(hash_password, password)
    try:
        async with platform_session() as session:
            user_id = await platform.create_user(session, email, name, hashed, zone, language)
            founder = Actor(user_id, None, Role.ADMIN, name=name, email=email, timezone=zone, language=language)
            actor = await _found_company(session, founder, user_id, company)
    except IntegrityError as error:
        raise Conflict("There is an account with this e-mail already. Sign in instead.") from error
    return await sessions.open_session(actor)


async def sign_in(email: str, password: str, address: str) -> str:
    """The session id; `InvalidInput` for a wrong pair, `TooManyRequests` after too many. address: the client's IP."""
    email = email.strip().lower()[:320]
    await guessing.count_try(address, email)
    account = None
    if EMAIL.fullmatch(email):
        async with platform_session() as session:
            account = await platform.account_of_email(session, email)
    kept = account.password_hash if account else _nobodys_hash()
    matches = await asyncio.to_thread(verify_password, password[:LONGEST_PASSWORD], kept)
    SIGN_INS.labels("accepted" if account and matches else "refused").inc()
    if account is None or not matches:
        raise InvalidInput(NO_MATCH)
    if account.organisation_id is None:
        raise NotAllowed("You do not belong to a company at the moment. Ask an administrator to invite you.")
    await guessing.forgive(address, email)
    return await sessions.open_session(await _enter(account.organisation_id, account.user_id))


async def sign_out(sid: str) -> None:
    """End the session; one that ended already is fine."""
    await sessions.close_session(sid)


async def set_timezone(actor: Actor, timezone: str) -> Actor:
    """Show times in another zone from now on: the changed actor."""
    actor.require(Role.GUEST)
    if actor.user_id is None:
        raise SignInRequired
    if timezone not in zones():
        raise InvalidInput("Choose a time zone from the list, like Europe/Berlin.", field="timezone")
    async with tenant_session(actor) as session:
        user = await session.get(User, actor.user_id)
        if user is None:
            raise NotFound
        user.timezone = timezone
    await sessions.refresh(actor.user_id, timezone=timezone)
    return replace(actor, timezone=timezone)


async def _found_company(session: AsyncSession, founder: Actor, user_id: UUID, company: str) -> Actor:
    bare = await session.connection()
    organisation_id = UUID(str((await bare.execute(text("select new_id()"))).scalar_one()))
    await enter_company(session, organisation_id)
    actor = replace(founder, organisation_id=organisation_id)
    session.add(Organisation(id=organisation_id, name=company, timezone=actor.timezone, language=actor.language))
    await session.flush()
    session.add(Membership(organisation_id=organisation_id, user_id=user_id, role=Role.ADMIN))
    session.add_all(Department(organisation_id=organisation_id, name=name) for name in FIRST_DEPARTMENTS)
    await audit.record(session, actor, "organisation.created", "organisation", organisation_id, after={"name": company})
    return actor


async def _enter(organisation_id: UUID, user_id: UUID) -> Actor:
    async with tenant_session(system(organisation_id)) as session:
        found = await session.exec(select(User, Membership).join(Membership).where(User.id == user_id))
        user, membership = found.one()
        user.signed_in_at = utc_now()
        actor = Actor(
            user_id=user.id,
            organisation_id=organisation_id,
            role=Role.SUPERUSER if user.is_superuser else Role(membership.role),
            name=user.name,
            email=user.email,
            timezone=user.timezone,
            language=user.language,
        )
        await audit.record(session, actor, "user.signed_in", "user", user.id)
    return actor


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    """What an unknown address is checked against, so that it takes as long as a known one."""
    return hash_password(new_secret())


def _email(given: str) -> str:
    email = given.strip().lower()
    if len(email) > 254 or not EMAIL.fullmatch(email):
        raise InvalidInput("Enter your e-mail address, like anna@example.com.", field="email")
    return email


def _line(given: str, field: str, what: str) -> str:
    line = one_line(given)
    if not line:
        raise InvalidInput(f"Enter {what}.", field=field)
    if len(line) > 120:
        raise InvalidInput("Use 120 characters at most.", field=field)
    return line


def _check_password(password: str, email: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise InvalidInput(f"Use at least {SHORTEST_PASSWORD} characters for the password.", field="password")
    if len(password) > LONGEST_PASSWORD:
        raise InvalidInput(f"Use at most {LONGEST_PASSWORD} characters for the password.", field="password")
    if password.lower() in (email, email.split("@", maxsplit=1)[0]) or len(set(password)) < 4:
        raise InvalidInput("That password is easy to guess. Use another one.", field="password")
