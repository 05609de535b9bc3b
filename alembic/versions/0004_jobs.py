"""The job queue's tables, from the library's own schema."""

from __future__ import annotations

from procrastinate.schema import SchemaManager

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

APP = "workforce_app"
TABLES = ("procrastinate_jobs", "procrastinate_workers", "procrastinate_periodic_defers", "procrastinate_events")

# A job that is tried again must not collide with the same work queued in the meantime: it gives up its queueing
# lock. Both carry the same `lock`, so they run one after the other.
YIELD_LOCK = """
create function job_yields_queueing_lock() returns trigger language plpgsql as $$
begin
    new.queueing_lock := null;
    return new;
end
$$;
create trigger job_yields_queueing_lock before update of status on procrastinate_jobs
    for each row when (old.status = 'doing' and new.status = 'todo')
    execute function job_yields_queueing_lock();
"""


def _run(script: str) -> None:
    # Many statements at once need the simple protocol: straight to the driver, without parameters.
    op.get_bind().connection.driver_connection.execute(script)  # type: ignore[union-attr]


def upgrade() -> None:
    """Create the queue and let the application's role use it."""
    _run(SchemaManager.get_schema())
    _run(YIELD_LOCK)
    op.execute(f"grant select, insert, update, delete on {', '.join(TABLES)} to {APP}")
    for table in TABLES:
        op.execute(f"grant usage on sequence {table}_id_seq to {APP}")


def downgrade() -> None:
    """Drop the queue."""
    _run(f"drop table {', '.join(TABLES)} cascade")
    _run(
        """do $$ declare item record; begin
            for item in select oid::regprocedure as name from pg_proc
                where proname like 'procrastinate_%' or proname = 'job_yields_queueing_lock'
            loop execute 'drop function ' || item.name || ' cascade'; end loop;
            drop type procrastinate_job_to_defer_v1;
            drop type procrastinate_job_status;
            drop type procrastinate_job_event_type;
        end $$"""
    )
