"""What a deployment adds to a workflow: who it belongs to, how it is started by hand, what it may use."""

from __future__ import annotations

from pydantic import Field

from workforce.workflow.spec import Frozen


class Stamp(Frozen):
    """A deployment's own marks.

    worker: the worker's id; version: its version; credentials: by credential type, (n8n's id, its name);
    run_now_path: path of the webhook that starts it on demand, none if empty; secret: the header credential (n8n's id,
    its name) that guards that webhook, and the worker's own webhook unless the plan says how it is guarded;
    error_workflow: id of the published workflow that hears of failures.
    """

    worker: str
    version: int = 1
    credentials: dict[str, tuple[str, str]] = Field(default_factory=dict)
    run_now_path: str = ""
    secret: tuple[str, str] | None = None
    error_workflow: str = ""

    @property
    def note(self) -> str:
        """The version stamp: a note on the trigger, which n8n keeps and shows only to those who look."""
        return f"WorkForce AI worker {self.worker}, version {self.version}"
