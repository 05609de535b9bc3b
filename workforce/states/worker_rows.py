"""From workers and runs to view rows; pure."""

from __future__ import annotations

from workforce.services.records import RunFacts, StepRun, WorkerFacts
from workforce.states.rows import RunInputRow, RunRow, ServiceRow, StepRunRow, WorkerRow
from workforce.states.words import RUN_STATUS, STATUS, TRIGGERS, many, took, when


def worker_row(worker: WorkerFacts, timezone: str) -> WorkerRow:
    """A worker's card and the head of its page."""
    label, tone = STATUS.get(worker.status, (worker.status, "neutral"))
    next_runs = [when(moment, timezone) for moment in worker.next_runs[:3]]
    last = run_row(worker.last_run, timezone) if worker.last_run else None
    return WorkerRow(
        id=str(worker.id),
        url=f"/app/workers/{worker.id}",
        name=worker.name,
        objective=worker.objective,
        status=worker.status,
        label=label,
        tone=tone,
        department=worker.department,
        trigger_words=worker.trigger_words,
        reason=worker.reason,
        created=when(worker.created_at, timezone),
        next_run=next_runs[0] if next_runs else "",
        next_runs=next_runs,
        services=[ServiceRow(name, icon) for name, icon in worker.services],
        last_run=f"{last.label}, {last.started}" if last else "",
        has_run=last is not None,
        last_run_tone=last.tone if last else "neutral",
        runs_30d=worker.runs_30d,
        runs_words=f"{many(worker.runs_30d, 'run')} in 30 days",
        failures_30d=worker.failures_30d,
        webhook_url=worker.webhook_url,
        form_url=worker.form_url,
        has_webhook_secret=worker.has_webhook_secret,
    )


def run_row(run: RunFacts, timezone: str) -> RunRow:
    """One run, without its steps."""
    label, tone = RUN_STATUS.get(run.status, (run.status, "neutral"))
    return RunRow(
        id=str(run.id),
        worker_id=str(run.worker_id),
        worker_name=run.worker_name,
        status=run.status,
        label=label,
        tone=tone,
        trigger=TRIGGERS.get(run.trigger, run.trigger),
        started=when(run.started_at, timezone),
        took=took(run.milliseconds),
        error=run.error,
        failed_step=run.failed_step,
    )


def run_input_rows(worker: WorkerFacts) -> list[RunInputRow]:
    """What a run by hand asks for."""
    return [
        RunInputRow(f"run-input-{number}", one.path, one.label, one.value, one.kind, list(one.choices))
        for number, one in enumerate(worker.run_inputs)
    ]


def step_row(step: StepRun) -> StepRunRow:
    """What one step did."""
    tone = {"succeeded": "good", "success": "good", "failed": "bad", "error": "bad"}.get(step.status, "neutral")
    return StepRunRow(
        title=step.title or step.name,
        icon=step.icon,
        tone=tone,
        count=many(step.items, "item"),
        took=took(step.milliseconds),
        sample=step.sample,
        error=step.error,
    )
