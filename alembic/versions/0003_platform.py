"""The few questions that span companies, each as a function that answers exactly that question."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APP = "workforce_app"
# The functions run as the owner, whom FORCE binds as well: the owner may read these tables across companies.
READ_BY_OWNER = ("organisations", "users", "memberships", "engines", "workers")

FUNCTIONS = {
    "account_of_email(wanted text)": """
        returns table (user_id uuid, password_hash text, organisation_id uuid)
        language sql stable as $$
            select u.id, u.password_hash, m.organisation_id
            from users u left join memberships m on m.user_id = u.id
            where u.email = lower(wanted)
            order by m.created_at limit 1
        $$""",
    "create_user(the_email text, the_name text, the_hash text, the_timezone text, the_language text)": """
        returns uuid
        language sql volatile as $$
            insert into users (email, name, password_hash, timezone, language)
            values (lower(the_email), the_name, the_hash, the_timezone, the_language) returning id
        $$""",
    "list_engines()": """
        returns table (engine_id uuid, organisation_id uuid)
        language sql stable as $$ select id, organisation_id from engines order by created_at, id $$""",
    "workers_of_engine(the_engine uuid)": """
        returns table (organisation_id uuid, worker_id uuid, engine_workflow_id text)
        language sql stable as $$
            select organisation_id, id, engine_workflow_id from workers
            where engine_id = the_engine and engine_workflow_id is not null
        $$""",
    "worker_of_workflow(the_engine uuid, the_workflow text)": """
        returns table (organisation_id uuid, worker_id uuid)
        language sql stable as $$
            select organisation_id, id from workers
            where engine_id = the_engine and engine_workflow_id = the_workflow
        $$""",
    "engine_load(the_engine uuid)": """
        returns bigint
        language sql stable as $$
            select count(*) from workers where engine_id = the_engine and status <> 'retired'
        $$""",
}


def _signature(declaration: str) -> str:
    name, _, rest = declaration.partition("(")
    kinds = ", ".join(part.split()[1] for part in rest.rstrip(")").split(", ") if part)
    return f"{name}({kinds})"


def upgrade() -> None:
    """Create the functions; nobody but the application's role may call them."""
    for table in READ_BY_OWNER:
        op.execute(f"create policy owner_reads on {table} for select to current_user using (true)")
    op.execute("create policy owner_adds on users for insert to current_user with check (true)")
    for declaration, body in FUNCTIONS.items():
        settings = "security definer set search_path = public, pg_temp"
        op.execute(f"create function {declaration} {body} {settings}")
        op.execute(f"revoke all on function {_signature(declaration)} from public")
        op.execute(f"grant execute on function {_signature(declaration)} to {APP}")


def downgrade() -> None:
    """Drop functions and the policies they needed."""
    for declaration in FUNCTIONS:
        op.execute(f"drop function {_signature(declaration)}")
    op.execute("drop policy owner_adds on users")
    for table in READ_BY_OWNER:
        op.execute(f"drop policy owner_reads on {table}")
