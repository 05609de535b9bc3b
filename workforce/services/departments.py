"""A company's departments."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from workforce.core.actor import Actor, Role
from workforce.core.errors import InvalidInput, NotFound
from workforce.core.text import one_line
from workforce.data.models import Department, Draft, Worker
from workforce.data.postgres import tenant_session
from workforce.services import audit
from workforce.services.records import DepartmentFacts, WorkerStatus

LONGEST_NAME = 60
# Put together once: for a list this short, building the statement anew each time would cost more than asking it.
_BY_NAME = (
    select(Department.id, Department.name, func.count(col(Worker.id)))
    .join(
        Worker,
        (col(Worker.department_id) == Department.id) & (col(Worker.status) != WorkerStatus.RETIRED),
        isouter=True,
    )
    .group_by(col(Department.id))
    .order_by(func.lower(Department.name))
)


async def list_departments(actor: Actor) -> list[DepartmentFacts]:
    """The departments by name, each with its workers that are not retired."""
    actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        return [DepartmentFacts(*row) for row in await session.exec(_BY_NAME)]


async def add_department(actor: Actor, name: str) -> DepartmentFacts:
    """A new department; `InvalidInput` when the company has one of that name."""
    organisation = actor.require(Role.ADMIN)
    async with tenant_session(actor) as session:
        row = Department(organisation_id=organisation, name=await _free_name(session, name))
        session.add(row)
        await session.flush()
        await audit.record(session, actor, "department.added", "department", row.id, after={"name": row.name})
        return DepartmentFacts(row.id, row.name)


async def rename_department(actor: Actor, ident: UUID, name: str) -> None:
    """Give a department another name."""
    actor.require(Role.ADMIN)
    async with tenant_session(actor) as session:
        row = await _found(session, ident)
        before, row.name = row.name, await _free_name(session, name, but=ident)
        await audit.record(
            session, actor, "department.renamed", "department", ident, {"name": before}, {"name": row.name}
        )


async def remove_department(actor: Actor, ident: UUID) -> None:
    """Remove a department; its workers stay, without one."""
    actor.require(Role.ADMIN)
    async with tenant_session(actor) as session:
        row = await _found(session, ident)
        for table in (Worker, Draft):
            await session.exec(update(table).where(col(table.department_id) == ident).values(department_id=None))
        await session.delete(row)
        await audit.record(session, actor, "department.removed", "department", ident, before={"name": row.name})


async def _found(session: AsyncSession, ident: UUID) -> Department:
    row = await session.get(Department, ident)
    if row is None:
        raise NotFound("We could not find that department. It may have been removed.")
    return row


async def _free_name(session: AsyncSession, given: str, but: UUID | None = None) -> str:
    name = one_line(given)
    if not name or len(name) > LONGEST_NAME:
        raise InvalidInput(f"Enter a name of up to {LONGEST_NAME} characters.", field="name")
    same = await session.exec(select(Department).where(func.lower(Department.name) == name.lower()))
    if any(row.id != but for row in same):
        raise InvalidInput("Your company has a department of that name already. Choose another one.", field="name")
    return name
