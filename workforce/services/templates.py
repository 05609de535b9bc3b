"""Workers to start from: rows that everybody reads, a new one for each new version; a draft is made of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import cast, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from workforce.core.actor import Actor, Role
from workforce.core.errors import NotFound
from workforce.core.telemetry import new_correlation_id
from workforce.data.models import Department, Draft, Template
from workforce.data.postgres import platform_session, tenant_session
from workforce.services import audit, catalogue, changes, drafts
from workforce.services.planning import clean_timezone
from workforce.services.records import DraftStatus
from workforce.workflow.explain.needs import sends_mail
from workforce.workflow.spec import WorkerSpec
from workforce.workflow.templates.nearest import Known, Nearest, operations_of
from workforce.workflow.templates.template import Template as Written


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """A template as the gallery shows it. icons: of its services, in the order of its steps."""

    id: UUID
    name: str
    department: str
    summary: str
    prompt: str
    version: int
    icons: tuple[str, ...]
    questions: int


async def ensure_shared(written: tuple[Written, ...]) -> int:
    """Make rows of templates that are new or have changed; how many. Old versions stay. Twice is fine."""
    made = 0
    async with platform_session() as session:
        rows = (await session.execute(select(Template).where(col(Template.organisation_id).is_(None)))).scalars().all()
        newest = {row.name: row for row in sorted(rows, key=lambda row: row.version)}
        for one in written:
            row = newest.get(one.name)
            fresh = _row(one, row.version + 1 if row else 1)
            if row is not None and _says(row) == _says(fresh):
                continue
            session.add(fresh)
            made += 1
    return made


async def list_templates(actor: Actor) -> list[TemplateFacts]:
    """The templates a company may start from, its own and the shared ones, by department."""
    actor.require(Role.MANAGER)
    asked = func.jsonb_array_length(func.coalesce(col(Template.spec)["questions"], cast([], JSONB)))
    columns = (Template.id, Template.name, Template.department, Template.summary, Template.prompt, Template.version)
    wanted = _of_newest(select(*columns, col(Template.icons), asked.label("questions")))  # type: ignore[call-overload]
    async with tenant_session(actor) as session:
        rows = (await session.execute(wanted)).all()
    found = [
        TemplateFacts(
            id=row.id,
            name=row.name,
            department=row.department,
            summary=row.summary,
            prompt=row.prompt,
            version=row.version,
            icons=tuple(row.icons),
            questions=row.questions,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.department, one.name))


async def start_from(actor: Actor, ident: UUID, department: UUID | None = None) -> UUID:
    """A draft made of a template, to be completed and approved: its id. `NotFound`."""
    organisation = actor.require(Role.MANAGER)
    async with tenant_session(actor) as session:
        row = await session.get(Template, ident)
        if row is None or not row.spec:
            raise NotFound("We could not find that template. Choose another one.")
        if department and not await session.get(Department, department):
            raise NotFound("That department is gone. Choose another one.")
        spec = WorkerSpec.model_validate(row.spec)
        zone = clean_timezone(actor.timezone)
        draft = Draft(
            organisation_id=organisation,
            prompt=row.prompt,
            status=DraftStatus.PLANNED,
            timezone=zone,
            department_id=department,
            starts_from=row.name,
            notes=[f"Starts from the template “{row.name}” (version {row.version})."],
            planner="template",
            created_by=actor.user_id,
            correlation_id=actor.correlation_id or new_correlation_id(),
        )
        session.add(draft)
        await session.flush()
        await drafts.keep_and_rehearse(session, actor, draft, spec.model_copy(update={"timezone": zone}))
        await audit.record(session, actor, "draft.from_template", "draft", draft.id, after={"template": row.name})
    await changes.publish(organisation, f"draft:{draft.id}")
    return draft.id


async def nearest(session: AsyncSession, prompt: str, spec: WorkerSpec) -> str:
    """The name of the template that is near enough to a planned prompt to be worth a look; empty without one."""
    rows = (await session.execute(_of_newest(select(Template)))).scalars().all()
    known = [Known(row.name, row.prompt, row.summary, _operations(row)) for row in rows]
    found = Nearest(known).find(prompt, operations_of(spec))
    return found.name if found else ""


def _of_newest(wanted: Any) -> Any:
    """The newest version of each template only."""
    return (
        wanted.where(col(Template.spec).is_not(None))
        .distinct(col(Template.organisation_id), col(Template.name))
        .order_by(col(Template.organisation_id), col(Template.name), col(Template.version).desc())
    )


def _row(written: Written, version: int) -> Template:
    return Template(
        name=written.name,
        version=version,
        department=written.department,
        summary=written.summary,
        prompt=written.prompt,
        icons=_icons(written.spec),
        spec=written.spec.model_dump(mode="json"),
    )


def _icons(spec: WorkerSpec) -> list[str]:
    """The pictures of what starts it and of the services it works with; what only brings data into shape has none."""
    known = catalogue.current()
    found = [known.operation(ident) for ident in operations_of(spec)]
    starts = {trigger.operation for trigger in spec.triggers}
    shown = [one for one in found if one and (one.id in starts or known.icon(one.icon) or sends_mail(one))]
    pictures: dict[str, str] = {}
    for one in shown:
        pictures.setdefault(one.icon.removesuffix("_trigger"), one.icon)
    return list(pictures.values())[:5]


def _says(row: Template) -> tuple[Any, ...]:
    return row.department, row.summary, row.prompt, row.icons, row.spec


def _operations(row: Template) -> tuple[str, ...]:
    spec = row.spec or {}
    return tuple(dict.fromkeys(part["operation"] for part in [*spec.get("triggers", ()), *spec.get("steps", ())]))
