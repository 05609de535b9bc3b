"""Planning with Claude: look-ups, a dictated plan, the checks' issues back to it, and a budget that ends it all."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from workforce.core.errors import PlannerUnavailable
from workforce.core.settings import get_settings
from workforce.core.telemetry import log
from workforce.integrations.claude import Claude, ClaudeFailed, Reply, Request, Usage, model_of
from workforce.workflow import dictation, planner
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.checks import check_spec
from workforce.workflow.dictation import PROPOSE, READ, SEARCH
from workforce.workflow.spec import Issue, Planned

Json = dict[str, Any]
Progress = Callable[[str], None]
CHARACTERS_A_TOKEN = 2.5  # of JSON and prose mixed; few, so that a budget is never passed
LEAST_ANSWER = 1500  # tokens; less is no room for a plan
LEAST_SECONDS = 1.0
CACHED = {"type": "ephemeral"}
NO_KEY = (
    "Planning with Claude needs an API key. Set ANTHROPIC_API_KEY and start the platform again, "
    "or use the built-in planner."
)


@dataclass(frozen=True, slots=True)
class Budget:
    """What one draft may use. lookups: turns with look-ups; repairs: times that issues go back."""

    seconds: float = 60.0
    tokens: int = 200_000
    dollars: float = 0.25
    lookups: int = 5
    repairs: int = 2
    answer_tokens: int = 8_000


@dataclass(frozen=True, slots=True)
class ClaudesPlan:
    """A plan, who made it in the end, and what Claude used for it."""

    planned: Planned
    planner: Literal["claude", "builtin"]
    usage: Usage


def connect() -> Claude:
    """Claude as the settings have it. Raises `PlannerUnavailable` without a key."""
    settings = get_settings()
    key = settings.anthropic_api_key.get_secret_value()
    if not key:
        raise PlannerUnavailable(NO_KEY)
    from workforce.integrations.claude.client import AnthropicClaude  # its SDK takes seconds to load: only with a key

    return AnthropicClaude(key, settings.anthropic_model, settings.anthropic_base_url)


def plan(
    prompt: str,
    timezone: str,
    catalogue: Catalogue,
    progress: Progress = lambda _said: None,
    budget: Budget | None = None,
) -> ClaudesPlan:
    """Plan with Claude, with the built-in planner where Claude fails; blocking, seconds.

    Raises `PlannerUnavailable` without a key. Call it beside the event loop, not on it.
    """
    return asyncio.run(_with_takeover(connect(), prompt, timezone, catalogue, progress, budget or Budget()))


async def _with_takeover(
    claude: Claude, prompt: str, timezone: str, catalogue: Catalogue, progress: Progress, budget: Budget
) -> ClaudesPlan:
    drafting = Drafting(claude, prompt, timezone, catalogue, budget, progress)
    try:
        return ClaudesPlan(await drafting.plan(), "claude", drafting.usage)
    except ClaudeFailed as failure:
        log.warning("claude_failed", reason=failure.reason, detail=failure.detail, dollars=drafting.usage.dollars)
        progress(f"{failure.sentence} The built-in planner takes over.")
        planned = planner.plan(prompt, timezone, catalogue)
        note = f"{failure.sentence} The built-in planner made this plan."
        return ClaudesPlan(planned.model_copy(update={"notes": [note, *planned.notes]}), "builtin", drafting.usage)
    finally:
        await claude.close()


@dataclass(slots=True)
class Drafting:
    """One conversation with Claude about one prompt."""

    claude: Claude
    prompt: str
    timezone: str
    catalogue: Catalogue
    budget: Budget = field(default_factory=Budget)
    progress: Progress = lambda _said: None
    usage: Usage = field(default_factory=Usage)
    _messages: list[Json] = field(default_factory=list)
    _repairs: int = 0
    _lookups: int = 0
    _acceptable: Planned | None = None
    _started: float = field(default_factory=time.monotonic)

    async def plan(self) -> Planned:
        """Claude's plan, grounded and without errors. Raises `ClaudeFailed`; `usage` counts either way."""
        self._messages.append({"role": "user", "content": [_text(self._request())]})
        try:
            while True:
                reply = await self._ask()
                self._messages.append({"role": "assistant", "content": reply.content})
                planned = self._answer(reply)
                if planned is not None:
                    return planned
        except ClaudeFailed:
            if self._acceptable is not None:
                return self._acceptable
            raise

    def _request(self) -> str:
        today = datetime.now(UTC).astimezone(ZoneInfo(self.timezone))
        return dictation.request_text(self.prompt, self.timezone, today, self.catalogue)

    # --- one turn -----------------------------------------------------------------------------------------

    async def _ask(self) -> Reply:
        system = dictation.system_blocks(self.catalogue)
        request = Request(
            system=system,
            messages=_with_cache_mark(self._messages),
            tools=dictation.TOOLS,
            max_tokens=self._room(system),
            seconds=self._seconds_left(),
        )
        try:
            reply = await self.claude.ask(request, self._hear)
        except ClaudeFailed as failure:
            if failure.call is not None:
                self.usage = self.usage.plus(failure.call)
            raise
        self.usage = self.usage.plus(reply.call)
        call = reply.call
        log.info(
            "claude_call", model=call.model, tokens=call.tokens, dollars=round(call.dollars, 6), seconds=call.seconds
        )
        return reply

    def _seconds_left(self) -> float:
        left = self.budget.seconds - (time.monotonic() - self._started)
        if left < LEAST_SECONDS:
            raise ClaudeFailed("time")
        return left

    def _room(self, system: list[Json]) -> int:
        """How long the next answer may be, so that not even its whole length passes the budget."""
        sent = int(len(str(system) + str(self._messages) + str(dictation.TOOLS)) / CHARACTERS_A_TOKEN)
        model = model_of(self.claude.model)
        dollars = self.budget.dollars - self.usage.dollars - model.dollars(0, 0, written=sent)
        affordable = int(dollars / model.dollars(0, 1))
        room = min(self.budget.answer_tokens, affordable, self.budget.tokens - self.usage.tokens - sent)
        if room < LEAST_ANSWER:
            raise ClaudeFailed("budget")
        return room

    def _hear(self, tool: str) -> None:
        if tool == PROPOSE:
            self.progress("Claude writes the plan")

    # --- answers ------------------------------------------------------------------------------------------

    def _answer(self, reply: Reply) -> Planned | None:
        """The finished plan, or None after the next user message has been written."""
        results: list[Json] = []
        looked_up = False
        for use in reply.tool_uses():
            if use["name"] == PROPOSE:
                planned, issues = self._read(use["input"])
                if planned is not None and not issues:
                    return planned
                results.append(_result(use, self._send_back(issues), error=True))
            else:
                looked_up = True
                results.append(_result(use, self._look_up(use["name"], use["input"])))
        if not results:
            self._count_repair()
            results.append(_text(f"Call {PROPOSE} now with the whole plan."))
        if looked_up:
            self._lookups += 1
            if self._lookups > self.budget.lookups + self.budget.repairs:
                raise ClaudeFailed("invalid")
            if self._lookups >= self.budget.lookups:
                results.append(_text(f"No more look-ups. Call {PROPOSE} now with what you know."))
        self._messages.append({"role": "user", "content": results})
        return None

    def _read(self, given: Any) -> tuple[Planned | None, list[Issue]]:
        self.progress("The plan is checked")
        read = dictation.read(given, self.catalogue, self.timezone)
        if read.planned is None:
            return None, list(read.issues)
        if read.planned.spec is None:
            return read.planned, []
        spec = dictation.ground(read.planned.spec, self.prompt, self.catalogue)
        planned = read.planned.model_copy(update={"spec": spec})
        issues = [issue for issue in check_spec(spec, self.catalogue) if issue.code != "open_question"]
        if all(issue.severity == "warning" for issue in issues):
            self._acceptable = planned
        return planned, issues

    def _send_back(self, issues: list[Issue]) -> str:
        self._count_repair()
        self.progress(f"Claude corrects {len(issues)} problem{'' if len(issues) == 1 else 's'}")
        lines = [f"- {issue.step or 'plan'}: {issue.message} {issue.fix}".rstrip() for issue in issues]
        return "\n".join([f"Correct these and call {PROPOSE} again with the whole plan:", *lines])

    def _count_repair(self) -> None:
        self._repairs += 1
        if self._repairs > self.budget.repairs:
            raise ClaudeFailed("invalid")

    def _look_up(self, name: str, given: Any) -> str:
        asked = given if isinstance(given, dict) else {}
        if name == SEARCH:
            query = str(asked.get("query", ""))
            self.progress(f"Claude looks for “{query[:60]}”")
            return dictation.search_operations(self.catalogue, query)
        if name == READ:
            ident, chosen = str(asked.get("id", "")), asked.get("given")
            self.progress(f"Claude reads {ident[:60]}")
            return dictation.read_operation(self.catalogue, ident, chosen if isinstance(chosen, dict) else None)
        return f"There is no tool {name}."


# --- the shape of messages ------------------------------------------------------------------------------


def _text(text: str) -> Json:
    return {"type": "text", "text": text}


def _result(use: Json, text: str, *, error: bool = False) -> Json:
    return {
        "type": "tool_result",
        "tool_use_id": use["id"],
        "content": text,
        **({"is_error": True} if error else {}),
    }


def _with_cache_mark(messages: list[Json]) -> list[Json]:
    """The last message ends in a cache mark: the next turn reads all this from the cache."""
    *earlier, last = messages
    *blocks, end = last["content"]
    return [*earlier, {**last, "content": [*blocks, {**end, "cache_control": CACHED}]}]
