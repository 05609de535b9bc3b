"""The tables of the whole product, one noun a file."""

from sqlmodel import SQLModel

from workforce.data.models.audit_entry import AuditEntry
from workforce.data.models.connection import Connection
from workforce.data.models.department import Department
from workforce.data.models.draft import DRAFT_STATUSES, Draft, StageEventRow
from workforce.data.models.engine import Engine
from workforce.data.models.membership import Invitation, Membership
from workforce.data.models.organisation import Organisation
from workforce.data.models.rehearsal import REHEARSAL_STATES, OwnScenario, RehearsalRow
from workforce.data.models.run import RUN_STATUSES, Run, UsageRecord
from workforce.data.models.template import Template
from workforce.data.models.user import User
from workforce.data.models.worker import WORKER_STATUSES, Worker, WorkerVersion

metadata = SQLModel.metadata

__all__ = [
    "DRAFT_STATUSES",
    "REHEARSAL_STATES",
    "RUN_STATUSES",
    "WORKER_STATUSES",
    "AuditEntry",
    "Connection",
    "Department",
    "Draft",
    "Engine",
    "Invitation",
    "Membership",
    "Organisation",
    "OwnScenario",
    "RehearsalRow",
    "Run",
    "StageEventRow",
    "Template",
    "UsageRecord",
    "User",
    "Worker",
    "WorkerVersion",
    "metadata",
]
