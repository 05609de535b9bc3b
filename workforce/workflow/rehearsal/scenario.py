"""What is acted out: a scenario, what it expects, and a workflow prepared for the stage."""

from __future__ import annotations

from typing import Any
from typing import Literal as OneOf

from pydantic import Field, JsonValue

from workforce.workflow.spec import Frozen

Item = dict[str, Any]


class ServiceRule(Frozen):
    """How the simulated world answers some calls. match: a regular expression on "METHOD url".

    body: JSON, or text as it is; delay: seconds; times: only the first so many matching calls (None: all of them),
    after which the world answers as usual. drop: the connection is cut instead of answered.
    """

    match: str
    status: int = 200
    body: JsonValue = None
    headers: dict[str, str] = Field(default_factory=dict)
    delay: float = 0
    times: int | None = None
    drop: bool = False


class CallExpected(Frozen):
    """Calls that must be made. match: on "METHOD url"; body: on the body's text.

    times: exactly so often; None: at least once.
    """

    match: str
    body: str = ""
    times: int | None = None


class Expectation(Frozen):
    """What makes a scenario pass. An empty status leaves it open.

    runs: names of steps that must have run; rests: of those that must not.
    """

    calls: list[CallExpected] = Field(default_factory=list)
    not_called: list[str] = Field(default_factory=list)
    status: OneOf["success", "error", ""] = ""
    runs: list[str] = Field(default_factory=list)
    rests: list[str] = Field(default_factory=list)


class Scenario(Frozen):
    """One performance. name: a slug, unique in a rehearsal; title: what people read.

    start: the trigger (node name) that fires, the first when empty; trigger: the items it gives; deliveries: how often
    the same items arrive; empty: hosts whose lists are empty; approval: how people answer.
    fields: names that later steps read from what services give, with values to alternate over the records, so that
    each branch has something to do (World(fields=…) puts them into every record, sheet column, … it makes up);
    missing: names that the records lack.
    """

    name: str
    title: str = ""
    kind: OneOf[
        "normal", "empty", "several", "missing", "fails", "recovers", "duplicate", "branch", "denied", "expired", "own"
    ] = "own"
    start: str = ""
    trigger: list[Item] = Field(default_factory=list)
    services: list[ServiceRule] = Field(default_factory=list)
    empty: list[str] = Field(default_factory=list)
    fields: dict[str, list[JsonValue]] = Field(default_factory=dict)
    missing: list[str] = Field(default_factory=list)
    approval: OneOf["approve", "deny", "expire"] = "approve"
    deliveries: int = Field(default=1, ge=1, le=5)
    seed: int = 1
    expect: Expectation = Expectation()


class Difference(Frozen):
    """One thing in which the staged workflow differs from the one that goes live, and why."""

    step: str
    what: str


class Table(Frozen):
    """A table that the scratch database must hold before the curtain rises. columns: name → SQL type."""

    dialect: OneOf["postgres", "mysql"]
    name: str
    namespace: str = ""
    columns: dict[str, str] = Field(default_factory=dict)
    rows: list[Item] = Field(default_factory=list)


class Staged(Frozen):
    """A workflow ready to be acted. workflow: n8n JSON; path: the webhook path that starts it.

    credentials: the credential types the nodes ask for; the engine puts dummies of its own in their place.
    """

    workflow: dict[str, Any]
    path: str
    credentials: list[str] = Field(default_factory=list)
    tables: list[Table] = Field(default_factory=list)
    differences: list[Difference] = Field(default_factory=list)
