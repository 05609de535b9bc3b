"""Rehearsals of drafts, and the scenarios that companies add themselves."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

APP = "workforce_app"
MINE = "organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid"
RIGHTS = {"rehearsals": "select, insert, update", "own_scenarios": "select, insert, update, delete"}


def _of_company(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("new_id()"), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"{table}_pkey"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=f"{table}_organisation_id_fkey"),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=f"{table}_created_by_fkey"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "draft_id"],
            ["drafts.organisation_id", "drafts.id"],
            name=f"{table}_organisation_id_draft_id_fkey",
        ),
    ]


def _words(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), server_default=sa.text(f"'{default}'"), nullable=False)


def upgrade() -> None:
    """Create the tables and guard them."""
    op.create_table(
        "rehearsals",
        *_of_company("rehearsals"),
        sa.Column("digest", sa.String(), nullable=False),
        _words("state", "waiting"),
        _words("verdict"),
        _words("reason"),
        sa.Column("report", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        _words("correlation_id"),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state in ('waiting', 'acting', 'done', 'failed')", name=op.f("rehearsals_state_check")),
        sa.CheckConstraint(
            "verdict in ('', 'passed', 'failed', 'inconclusive')", name=op.f("rehearsals_verdict_check")
        ),
        sa.UniqueConstraint("organisation_id", "id", name="rehearsals_organisation_id_id_key"),
    )
    op.create_index(
        "rehearsals_organisation_id_draft_id_created_at_idx",
        "rehearsals",
        ["organisation_id", "draft_id", "created_at"],
    )
    op.create_table(
        "own_scenarios",
        *_of_company("own_scenarios"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "body",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.UniqueConstraint(
            "organisation_id", "draft_id", "name", name="own_scenarios_organisation_id_draft_id_name_key"
        ),
    )
    for table, rights in RIGHTS.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy company on {table} using ({MINE}) with check ({MINE})")
        op.execute(f"grant {rights} on {table} to {APP}")


def downgrade() -> None:
    """Drop them."""
    for table in RIGHTS:
        op.drop_table(table)
