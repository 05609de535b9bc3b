"""PostgreSQL: one engine per event loop, one short transaction per session, the company set inside it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeAlias
from uuid import UUID
from weakref import WeakKeyDictionary

from psycopg.errors import UntranslatableCharacter
from sqlalchemy import Connection, event, text
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

POOL = 15
_COMPANY = "company"
UNSTORABLE = "This text holds characters that cannot be stored. Type it again without them."

# A prepared statement of another client can answer behind a transaction pooler: `prepare_threshold=None` rules it out.
# `autocommit`: the driver sends no `begin` of its own, so that ours can name the company in the same round trip.
_CONNECT = {
    "prepare_threshold": None,
    "autocommit": True,
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
            # No overflow: under load it would open and close a connection for every few clicks.
            pool_size=POOL,
            max_overflow=0,
            pool_timeout=10,
            pool_recycle=1800,
            connect_args=_CONNECT,
        )
        event.listen(ours[url].sync_engine, "begin", _begin)
    return ours[url]


def _begin(connection: Connection) -> None:
    """Open the transaction, in the company that the connection's options name."""
    company: UUID | None = connection.get_execution_options().get(_COMPANY)
    words = "begin" if company is None else f"begin; select set_config('app.organisation_id', '{company}', true)"
    # Without parameters, so that it goes as one simple query: a prepared one holds no two statements.
    connection.exec_driver_sql(words, execution_options={"no_parameters": True})


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
    async with _transaction(actor.organisation_id) as session:
        yield session


@asynccontextmanager
async def platform_session() -> AsyncIterator[AsyncSession]:
    """One transaction without a company: shared engines, the queue, and what `data.platform` asks across companies."""
    async with _transaction(None) as session:
        yield session


@asynccontextmanager
async def _transaction(company: UUID | None) -> AsyncIterator[AsyncSession]:
    with store_errors():
        async with AsyncSession(engine(), expire_on_commit=False) as session, session.begin():
            await _connect(session, company)
            yield session


async def _connect(session: AsyncSession, company: UUID | None) -> None:
    """Begin on a connection that works: a restarted server has closed all that the pool holds, and the pool learns
    that from the first one; nothing has been said yet that would be said twice."""
    options = {} if company is None else {_COMPANY: company}
    try:
        await session.connection(execution_options=options)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        await session.connection(execution_options=options)


@asynccontextmanager
async def connection() -> AsyncIterator[AsyncConnection]:
    """A bare connection in a transaction, without a company; for health checks."""
    with store_errors():
        async with engine().begin() as bare:
            yield bare
