"""Every company sees its own rows and no other's; the application's role gets the least it needs."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APP = "workforce_app"
COMPANY = "nullif(current_setting('app.organisation_id', true), '')::uuid"

# What the application may do with a company's table. History has no update and no delete.
COMPANY_TABLES = {
    "memberships": "select, insert, update, delete",
    "invitations": "select, insert, update, delete",
    "departments": "select, insert, update, delete",
    "drafts": "select, insert, update",
    "draft_events": "select, insert",
    "workers": "select, insert, update",
    "worker_versions": "select, insert",
    "runs": "select, insert, update",
    "connections": "select, insert, update, delete",
    "usage_records": "select, insert",
    "audit_entries": "select, insert",
}
# Tables with rows for everybody (without an organisation) beside a company's own.
SHARED_TABLES = ("engines", "templates")
# A worker or a run can only name an engine that its company can see.
ON_A_VISIBLE_ENGINE = ("workers", "runs")

USER_COLUMNS = "name, password_hash, timezone, language, updated_at, signed_in_at"
COLLEAGUE = "exists (select from memberships m where m.user_id = users.id)"


def _guard(table: str) -> None:
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"alter table {table} force row level security")


def _create_role() -> None:
    op.execute(
        f"""do $$ begin
            if not exists (select from pg_roles where rolname = '{APP}') then create role {APP} nologin; end if;
        end $$"""
    )
    op.execute(f"grant usage on schema public to {APP}")


def _guard_companies() -> None:
    for table, rights in COMPANY_TABLES.items():
        _guard(table)
        mine = f"organisation_id = {COMPANY}"
        visible = f" and (engine_id is null or exists (select from engines e where e.id = {table}.engine_id))"
        check = mine + (visible if table in ON_A_VISIBLE_ENGINE else "")
        op.execute(f"create policy company on {table} using ({mine}) with check ({check})")
        op.execute(f"grant {rights} on {table} to {APP}")


def _guard_shared() -> None:
    for table in SHARED_TABLES:
        _guard(table)
        own = f"organisation_id is not distinct from {COMPANY}"
        op.execute(f"create policy read on {table} for select using (organisation_id is null or {own})")
        op.execute(f"create policy add on {table} for insert with check ({own})")
        op.execute(f"create policy change on {table} for update using ({own}) with check ({own})")
        op.execute(f"create policy remove on {table} for delete using ({own})")
        op.execute(f"grant select, insert, update, delete on {table} to {APP}")


def _guard_organisations() -> None:
    _guard("organisations")
    op.execute(f"create policy company on organisations using (id = {COMPANY}) with check (id = {COMPANY})")
    op.execute(f"grant select, insert, update on organisations to {APP}")


def _guard_users() -> None:
    _guard("users")
    op.execute(f"create policy colleagues on users for select using ({COLLEAGUE})")
    op.execute(f"create policy change on users for update using ({COLLEAGUE}) with check ({COLLEAGUE})")
    op.execute(f"grant select, update ({USER_COLUMNS}) on users to {APP}")


def upgrade() -> None:
    """Guard every table and grant the application's role what it needs."""
    _create_role()
    _guard_companies()
    _guard_shared()
    _guard_organisations()
    _guard_users()


def downgrade() -> None:
    """Take guards and grants away."""
    tables = [*COMPANY_TABLES, *SHARED_TABLES, "organisations", "users"]
    policies = ("company", "read", "add", "change", "remove", "colleagues")
    for table in tables:
        for policy in policies:
            op.execute(f"drop policy if exists {policy} on {table}")
        op.execute(f"alter table {table} no force row level security")
        op.execute(f"alter table {table} disable row level security")
        op.execute(f"revoke all on {table} from {APP}")
