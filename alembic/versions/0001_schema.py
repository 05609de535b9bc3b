"""The tables of the whole product."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Keys in the order of time keep the indexes dense; PostgreSQL makes them from version 18 on.
NEW_ID = """
do $$
begin
    if to_regprocedure('pg_catalog.uuidv7()') is not null then
        create function new_id() returns uuid language sql volatile as 'select pg_catalog.uuidv7()';
    else
        create function new_id() returns uuid language sql volatile as 'select pg_catalog.gen_random_uuid()';
    end if;
end
$$
"""


def upgrade() -> None:
    op.execute(NEW_ID)
    op.create_table(
        "organisations",
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), server_default=sa.text("'UTC'"), nullable=False),
        sa.Column("language", sa.String(), server_default=sa.text("'en'"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("organisations_pkey")),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), server_default=sa.text("'UTC'"), nullable=False),
        sa.Column("language", sa.String(), server_default=sa.text("'en'"), nullable=False),
        sa.Column("is_superuser", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("users_pkey")),
        sa.UniqueConstraint("email", name=op.f("users_email_key")),
    )
    op.create_table(
        "audit_entries",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("before", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("after", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("correlation_id", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("prev_hash", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("hash", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("audit_entries_organisation_id_fkey")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("audit_entries_user_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("audit_entries_pkey")),
    )
    op.create_index(
        op.f("audit_entries_organisation_id_id_idx"), "audit_entries", ["organisation_id", "id"], unique=False
    )
    op.create_index(
        op.f("audit_entries_organisation_id_subject_kind_subject_id_idx"),
        "audit_entries",
        ["organisation_id", "subject_kind", "subject_id"],
        unique=False,
    )
    op.create_table(
        "connections",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column(
            "engine_credentials",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("connections_created_by_fkey")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("connections_organisation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("connections_pkey")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("connections_organisation_id_id_key")),
        sa.UniqueConstraint("organisation_id", "name", name=op.f("connections_organisation_id_name_key")),
    )
    op.create_table(
        "departments",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("departments_organisation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("departments_pkey")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("departments_organisation_id_id_key")),
        sa.UniqueConstraint("organisation_id", "name", name=op.f("departments_organisation_id_name_key")),
    )
    op.create_table(
        "engines",
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), server_default=sa.text("'n8n'"), nullable=False),
        sa.Column("base_url", sa.String(), nullable=False),
        sa.Column("public_url", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("api_key", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), server_default="1000", nullable=False),
        sa.Column("version", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("health", sa.String(), server_default=sa.text("'unknown'"), nullable=False),
        sa.Column("health_detail", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error_workflow_id", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("synced_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("health in ('unknown', 'healthy', 'unhealthy')", name=op.f("engines_health_check")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("engines_organisation_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("engines_pkey")),
        sa.UniqueConstraint(
            "organisation_id",
            "base_url",
            name=op.f("engines_organisation_id_base_url_key"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "invitations",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("invited_by", sa.Uuid(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("role in ('manager', 'admin')", name=op.f("invitations_role_check")),
        sa.ForeignKeyConstraint(["invited_by"], ["users.id"], name=op.f("invitations_invited_by_fkey")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("invitations_organisation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("invitations_pkey")),
        sa.UniqueConstraint("token_hash", name=op.f("invitations_token_hash_key")),
    )
    op.create_table(
        "memberships",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("role in ('manager', 'admin')", name=op.f("memberships_role_check")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("memberships_organisation_id_fkey")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("memberships_user_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("memberships_pkey")),
        sa.UniqueConstraint("organisation_id", "user_id", name=op.f("memberships_organisation_id_user_id_key")),
    )
    op.create_index(op.f("memberships_user_id_idx"), "memberships", ["user_id"], unique=False)
    op.create_table(
        "templates",
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("department", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("spec", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("templates_organisation_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("templates_pkey")),
        sa.UniqueConstraint(
            "organisation_id",
            "name",
            name=op.f("templates_organisation_id_name_key"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "drafts",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("title", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("status", sa.String(), server_default=sa.text("'planning'"), nullable=False),
        sa.Column("timezone", sa.String(), server_default=sa.text("'UTC'"), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=True),
        sa.Column("brief", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("spec", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column(
            "questions", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'::jsonb"), nullable=False
        ),
        sa.Column(
            "answers", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column(
            "connections",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column(
            "issues", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'::jsonb"), nullable=False
        ),
        sa.Column(
            "notes", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'::jsonb"), nullable=False
        ),
        sa.Column("planner", sa.String(), server_default=sa.text("'builtin'"), nullable=False),
        sa.Column("reason", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("instead", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_digest", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("correlation_id", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "status in ('planning', 'planned', 'unclear', 'refused', 'failed', 'deploying', 'deployed', 'discarded')",
            name=op.f("drafts_status_check"),
        ),
        sa.ForeignKeyConstraint(["approved_by"], ["users.id"], name=op.f("drafts_approved_by_fkey")),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("drafts_created_by_fkey")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "department_id"],
            ["departments.organisation_id", "departments.id"],
            name=op.f("drafts_organisation_id_department_id_fkey"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("drafts_organisation_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("drafts_pkey")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("drafts_organisation_id_id_key")),
    )
    op.create_index(
        op.f("drafts_organisation_id_created_at_idx"), "drafts", ["organisation_id", "created_at"], unique=False
    )
    op.create_table(
        "draft_events",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("state in ('started', 'done', 'failed')", name=op.f("draft_events_state_check")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "draft_id"],
            ["drafts.organisation_id", "drafts.id"],
            name=op.f("draft_events_organisation_id_draft_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("draft_events_organisation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("draft_events_pkey")),
    )
    op.create_index(op.f("draft_events_draft_id_id_idx"), "draft_events", ["draft_id", "id"], unique=False)
    op.create_table(
        "workers",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("objective", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("status", sa.String(), server_default=sa.text("'deploying'"), nullable=False),
        sa.Column("reason", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=True),
        sa.Column("draft_id", sa.Uuid(), nullable=True),
        sa.Column("engine_id", sa.Uuid(), nullable=True),
        sa.Column("engine_workflow_id", sa.String(), nullable=True),
        sa.Column("run_path", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("webhook_secret", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("webhook_secret_shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("webhook_path", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("form_path", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("current_version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("timezone", sa.String(), server_default=sa.text("'UTC'"), nullable=False),
        sa.Column("correlation_id", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status in ('deploying', 'live', 'paused', 'failed', 'retired')", name=op.f("workers_status_check")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("workers_created_by_fkey")),
        sa.ForeignKeyConstraint(["engine_id"], ["engines.id"], name=op.f("workers_engine_id_fkey")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "department_id"],
            ["departments.organisation_id", "departments.id"],
            name=op.f("workers_organisation_id_department_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "draft_id"],
            ["drafts.organisation_id", "drafts.id"],
            name=op.f("workers_organisation_id_draft_id_fkey"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("workers_organisation_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("workers_pkey")),
        sa.UniqueConstraint("draft_id", name=op.f("workers_draft_id_key")),
        sa.UniqueConstraint("engine_id", "engine_workflow_id", name=op.f("workers_engine_id_engine_workflow_id_key")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("workers_organisation_id_id_key")),
    )
    op.create_index(
        op.f("workers_organisation_id_created_at_idx"), "workers", ["organisation_id", "created_at"], unique=False
    )
    op.create_table(
        "runs",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=False),
        sa.Column("engine_id", sa.Uuid(), nullable=False),
        sa.Column("execution_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("trigger", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("failed_step", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("steps", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "status in ('running', 'waiting', 'succeeded', 'failed', 'cancelled')", name=op.f("runs_status_check")
        ),
        sa.ForeignKeyConstraint(["engine_id"], ["engines.id"], name=op.f("runs_engine_id_fkey")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "worker_id"],
            ["workers.organisation_id", "workers.id"],
            name=op.f("runs_organisation_id_worker_id_fkey"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("runs_organisation_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("runs_pkey")),
        sa.UniqueConstraint("engine_id", "execution_id", name=op.f("runs_engine_id_execution_id_key")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("runs_organisation_id_id_key")),
    )
    op.create_index(
        op.f("runs_organisation_id_started_at_idx"), "runs", ["organisation_id", "started_at"], unique=False
    )
    op.create_index(op.f("runs_worker_id_started_at_idx"), "runs", ["worker_id", "started_at"], unique=False)
    op.create_table(
        "worker_versions",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "spec", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("spec_digest", sa.String(), nullable=False),
        sa.Column(
            "workflow", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("worker_versions_created_by_fkey")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "worker_id"],
            ["workers.organisation_id", "workers.id"],
            name=op.f("worker_versions_organisation_id_worker_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("worker_versions_organisation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("worker_versions_pkey")),
        sa.UniqueConstraint("worker_id", "number", name=op.f("worker_versions_worker_id_number_key")),
    )
    op.create_table(
        "usage_records",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), server_default=sa.text("'run'"), nullable=False),
        sa.Column("quantity", sa.Numeric(precision=18, scale=6), server_default=sa.text("1"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["runs.organisation_id", "runs.id"],
            name=op.f("usage_records_organisation_id_run_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "worker_id"],
            ["workers.organisation_id", "workers.id"],
            name=op.f("usage_records_organisation_id_worker_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("usage_records_organisation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("usage_records_pkey")),
        sa.UniqueConstraint("run_id", name=op.f("usage_records_run_id_key")),
    )
    op.create_index(
        op.f("usage_records_organisation_id_at_idx"), "usage_records", ["organisation_id", "at"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("usage_records_organisation_id_at_idx"), table_name="usage_records")
    op.drop_table("usage_records")
    op.drop_table("worker_versions")
    op.drop_index(op.f("runs_worker_id_started_at_idx"), table_name="runs")
    op.drop_index(op.f("runs_organisation_id_started_at_idx"), table_name="runs")
    op.drop_table("runs")
    op.drop_index(op.f("workers_organisation_id_created_at_idx"), table_name="workers")
    op.drop_table("workers")
    op.drop_index(op.f("draft_events_draft_id_id_idx"), table_name="draft_events")
    op.drop_table("draft_events")
    op.drop_index(op.f("drafts_organisation_id_created_at_idx"), table_name="drafts")
    op.drop_table("drafts")
    op.drop_table("templates")
    op.drop_index(op.f("memberships_user_id_idx"), table_name="memberships")
    op.drop_table("memberships")
    op.drop_table("invitations")
    op.drop_table("engines")
    op.drop_table("departments")
    op.drop_table("connections")
    op.drop_index(op.f("audit_entries_organisation_id_subject_kind_subject_id_idx"), table_name="audit_entries")
    op.drop_index(op.f("audit_entries_organisation_id_id_idx"), table_name="audit_entries")
    op.drop_table("audit_entries")
    op.drop_table("users")
    op.drop_table("organisations")
    op.execute("drop function new_id()")
