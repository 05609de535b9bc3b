"""A draft may change a worker, starts from a template, waits with a proposal; templates have versions."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OF_WORKER = "drafts_organisation_id_changes_worker_id_fkey"
WITHOUT_VERSION, WITH_VERSION = "templates_organisation_id_name_key", "templates_organisation_id_name_version_key"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("drafts", sa.Column("changes_worker_id", sa.Uuid(), nullable=True))
    op.add_column("drafts", sa.Column("base_version", sa.Integer(), nullable=True))
    op.add_column("drafts", sa.Column("expected_runs", sa.Integer(), nullable=True))
    op.add_column("drafts", sa.Column("starts_from", sa.String(), server_default=sa.text("''"), nullable=False))
    proposal = postgresql.JSONB(none_as_null=True, astext_type=sa.Text())
    op.add_column("drafts", sa.Column("proposal", proposal, nullable=True))
    op.create_foreign_key(
        OF_WORKER, "drafts", "workers", ["organisation_id", "changes_worker_id"], ["organisation_id", "id"]
    )
    op.add_column("templates", sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column("templates", sa.Column("icons", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False))
    op.drop_constraint(WITHOUT_VERSION, "templates", type_="unique")
    op.create_unique_constraint(
        WITH_VERSION, "templates", ["organisation_id", "name", "version"], postgresql_nulls_not_distinct=True
    )


def downgrade() -> None:
    """Take them away."""
    op.execute("delete from templates t where version < (select max(version) from templates o where o.name = t.name)")
    op.drop_constraint(WITH_VERSION, "templates", type_="unique")
    op.create_unique_constraint(
        WITHOUT_VERSION, "templates", ["organisation_id", "name"], postgresql_nulls_not_distinct=True
    )
    op.drop_column("templates", "icons")
    op.drop_column("templates", "version")
    op.drop_constraint(OF_WORKER, "drafts", type_="foreignkey")
    for column in ("proposal", "starts_from", "expected_runs", "base_version", "changes_worker_id"):
        op.drop_column("drafts", column)
