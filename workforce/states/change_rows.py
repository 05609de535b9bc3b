"""View rows of changes, versions and the forecast; from facts, pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from workforce.services.records import DraftFacts, ForecastFacts, ProposalFacts, VersionFacts
from workforce.states.words import many, when
from workforce.workflow.diff import Change, Diff
from workforce.workflow.forecast import Band

SHORT = 160


@dataclass
class ChangeRow:
    """One difference. kind: added, removed, changed; before, after: its values, where there are short ones to show."""

    kind: str = "changed"
    text: str = ""
    icon: str = ""
    before: str = ""
    after: str = ""


@dataclass
class ProposalRow:
    """A change that waits. state: empty without one, thinking, ready, failed."""

    sentence: str = ""
    state: str = ""
    changes: list[ChangeRow] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


@dataclass
class ForecastRow:
    """A month in words. events: what was assumed or said, empty when schedules decide; over: more than is included."""

    runs: str = ""
    included: str = ""
    cost: str = ""
    hint: str = ""
    events: str = ""
    over: bool = False


@dataclass
class VersionRow:
    """One version of a worker, with what it changed."""

    number: int = 0
    title: str = ""
    note: str = ""
    current: bool = False
    changes: list[ChangeRow] = field(default_factory=list)


def change_rows(diff: Diff | None) -> list[ChangeRow]:
    """A diff's lines, each text once."""
    rows: dict[str, ChangeRow] = {}
    for change in diff.changes if diff else ():
        rows.setdefault(change.text, _row(change))
    return list(rows.values())


def _row(change: Change) -> ChangeRow:
    shown = change.kind == "changed" and change.what not in ("step", "schedule", "forecast")
    before, after = (change.before, change.after) if shown else ("", "")
    long = max(len(before), len(after)) > SHORT
    return ChangeRow(change.kind, change.text, change.icon, "" if long else before, "" if long else after)


def proposal_row(proposal: ProposalFacts | None) -> ProposalRow:
    """The change that waits beside a plan."""
    if proposal is None:
        return ProposalRow()
    return ProposalRow(proposal.sentence, proposal.state, change_rows(proposal.diff), list(proposal.missed))


def version_row(version: VersionFacts, timezone: str) -> VersionRow:
    """A version as the worker's page lists it."""
    by = f" by {version.by}" if version.by else ""
    title = f"Version {version.number}, {when(version.created_at, timezone)}{by}"
    return VersionRow(version.number, title, version.note, version.current, change_rows(version.diff))


def forecast_row(draft: DraftFacts) -> ForecastRow:
    """What a month will bring, in words."""
    facts = draft.forecast
    if facts is None:
        return ForecastRow()
    found = facts.forecast
    return ForecastRow(
        runs=f"About {many(_whole(found.runs.likely), 'run')} a month{_between(found.runs)}",
        included=f"{facts.runs_included:,} are included in {facts.tier}",
        cost=_cost(facts),
        hint=_hint(facts),
        events="" if found.events is None else str(found.events),
        over=found.runs.likely > facts.runs_included,
    )


def _whole(number: float) -> int:
    return max(1, round(number)) if number else 0


def _between(band: Band) -> str:
    if _whole(band.low) == _whole(band.high):
        return ""
    return f" ({_whole(band.low):,} to {_whole(band.high):,})"


def _cost(facts: ForecastFacts) -> str:
    dollars = facts.forecast.dollars
    if not facts.forecast.models:
        return "No AI, so nothing to pay for it"
    if dollars.high < 0.01:
        return "Less than $0.01 a month for AI"
    return f"About {_money(dollars.likely)} a month for AI ({_money(dollars.low)} to {_money(dollars.high)})"


def _money(dollars: float) -> str:
    return f"${dollars:,.2f}" if dollars < 100 else f"${dollars:,.0f}"


def _hint(facts: ForecastFacts) -> str:
    found = facts.forecast
    if found.unpriced:
        return f"The price of {', '.join(found.unpriced)} is not known."
    return (
        f"{', '.join(found.models)} at list price; the amount depends on how long the texts are."
        if found.models
        else ""
    )
