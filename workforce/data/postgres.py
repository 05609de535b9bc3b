"""PostgreSQL: one engine per event loop, one short transaction per session, the company set inside it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeAlias
from uuid import UUID
from weakref import WeakKeyDictionary

from psycopg.errors import UntranslatableCharacter
from sqlalchemy import text
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from workforce.core.actor import Actor
from workforce.core.errors import InvalidInput, SignInRequired, StoreUnavailable
from workforce.core.settings import get_settings
from workforce.data.urls import sqlalchemy_url

# Connections belong to the event loop that opened them; a closed loop takes its engine with it.
_Engines: TypeAlias = WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, AsyncEngine]]
_engines: _Engines = WeakKeyDictionary()

UNSTORABLE = "This text holds characters that cannot be stored. Type it again without them."

# A prepared statement of another client can answer behind a transaction pooler: `prepare_threshold=None` rules it out.
_CONNECT = {
    "prepare_threshold": None,
    "connect_timeout": 5,
    "application_name": "workforce",
    "options": "-c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000 -c timezone=UTC",
}


def engine() -> AsyncEngine:
    """The running loop's engine, as the application's role; opened on first use."""
    url = get_settings().database_url
    ours = _engines.setdefault(asyncio.get_running_loop(), {})
    if url not in ours:
        ours[url] = create_async_engine(
            sqlalchemy_url(url),
            pool_size=5,
            max_overflow=10,
            pool_timeout=10,
            pool_pre_ping=True,
            pool_recycle=1800,
            connect_args=_CONNECT,
        )
    return ours[url]


async def close() -> None:
    """Close the running loop's connections."""
    for ours in _engines.pop(asyncio.get_running_loop(), {}).values():
        await ours.dispose()


@contextmanager
def store_errors() -> Iterator[None]:
    """A database that is away, overloaded or restarting: `StoreUnavailable`; text it cannot hold: `InvalidInput`."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        raise StoreUnavailable(detail=str(error)) from error
    except UnicodeEncodeError as error:
        raise InvalidInput(UNSTORABLE) from error
    except DBAPIError as error:
        if isinstance(error, DataError) and _is_unstorable_text(error):
            raise InvalidInput(UNSTORABLE) from error
        if error.connection_invalidated:
            raise StoreUnavailable(detail=str(error)) from error
        raise


def _is_unstorable_text(error: DataError) -> bool:
    # NUL, in text or escaped in JSON, and halves of surrogate pairs: valid Python text, not PostgreSQL's.
    return isinstance(error.orig, UntranslatableCharacter) or "NUL" in str(error.orig) or "surrogate" in str(error.orig)


async def enter_company(session: AsyncSession, organisation_id: UUID) -> None:
    """See this company until the transaction ends. Only signing up and in call it; the rest take `tenant_session`."""
    bare = await session.connection()
    await bare.execute(text("select set_config('app.organisation_id', :id, true)"), {"id": str(organisation_id)})


@asynccontextmanager
async def tenant_session(actor: Actor) -> AsyncIterator[AsyncSession]:
    """One transaction that sees the actor's company and nothing else; commits at the end, rolls back on an error."""
    if actor.organisation_id is None:
        raise SignInRequired
    with store_errors():
        async with AsyncSession(engine(), expire_on_commit=False) as session, session.begin():
            await enter_company(session, actor.organisation_id)
            yield session


@asynccontextmanager
async def platform_session() -> AsyncIterator[AsyncSession]:
    """One transaction without a company: shared engines, the queue, and what `data.platform` asks across companies."""
    with store_errors():
        async with AsyncSession(engine(), expire_on_commit=False) as session, session.begin():
            yield session


@asynccontextmanager
async def connection() -> AsyncIterator[AsyncConnection]:
    """A bare connection in a transaction, without a company; for health checks."""
    with store_errors():
        async with engine().begin() as bare:
            yield bare
