"""The dashboard's first screen, in numbers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from workforce.core.actor import Actor, Role
from workforce.data.postgres import tenant_session
from workforce.services.records import OverviewFacts

DAYS = 7
# A rule of thumb, shown as an estimate: the time a person would give to one run of a routine task.
MINUTES_SAVED_PER_RUN = 10

_COUNTS = text(
    """
    select
        (select count(*) from workers where status = 'live') as live,
        (select count(*) from workers w where w.status = 'failed' or (w.status = 'live' and (
            select r.status from runs r where r.worker_id = w.id and r.status in ('succeeded', 'failed')
            order by r.started_at desc limit 1) = 'failed')) as attention,
        (select count(*) from drafts where status in ('planning', 'planned', 'unclear', 'failed')) as drafts
    """
)
_BY_DAY = text(
    """
    select (started_at at time zone :zone)::date as day,
        count(*) filter (where status = 'succeeded') as succeeded,
        count(*) filter (where status = 'failed') as failed,
        count(*) as all_runs
    from runs where started_at >= :since group by 1
    """
)


async def overview(actor: Actor) -> OverviewFacts:
    """The company's last seven days; runs_by_day: (ISO date in the actor's zone, succeeded, failed), oldest first."""
    actor.require(Role.MANAGER)
    first = _first_day(actor.timezone)
    async with tenant_session(actor) as session:
        bare = await session.connection()
        counts = (await bare.execute(_COUNTS)).one()
        days = await _runs_by_day(session, first, actor.timezone)
    succeeded = sum(good for _, good, _, _ in days)
    return OverviewFacts(
        workers_live=counts.live,
        workers_attention=counts.attention,
        runs_7d=sum(every for *_, every in days),
        failures_7d=sum(bad for _, _, bad, _ in days),
        hours_saved_7d=succeeded * MINUTES_SAVED_PER_RUN / 60,
        runs_by_day=tuple((day, good, bad) for day, good, bad, _ in days),
        drafts_open=counts.drafts,
    )


def _first_day(zone: str) -> datetime:
    today = datetime.now(UTC).astimezone(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=DAYS - 1)


async def _runs_by_day(session: AsyncSession, first: datetime, zone: str) -> list[tuple[str, int, int, int]]:
    bare = await session.connection()
    rows = await bare.execute(_BY_DAY, {"zone": zone, "since": first})
    known = {row.day: (row.succeeded, row.failed, row.all_runs) for row in rows}
    days = [(first + timedelta(days=shift)).date() for shift in range(DAYS)]
    return [(day.isoformat(), *known.get(day, (0, 0, 0))) for day in days]
