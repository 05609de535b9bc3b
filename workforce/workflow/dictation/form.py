"""The form of a dictated worker: flat where the spec nests, plain JSON where the spec has typed values."""

from __future__ import annotations

import json
from typing import Annotated, Any
from typing import Literal as OneOf

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Json = dict[str, Any]


def _unpacked(given: Any) -> Any:
    """A model sometimes puts a list or an object into a string, or null where nothing is meant."""
    if isinstance(given, str) and given.strip()[:1] in ("{", "["):
        try:
            return json.loads(given)
        except ValueError:
            return given
    return given


def _listed(given: Any) -> Any:
    given = _unpacked(given)
    return [] if given is None else [given] if isinstance(given, str | dict) else given


def _named(given: Any) -> Any:
    given = _unpacked(given)
    return {} if given is None else given


Texts = Annotated[list[str], BeforeValidator(_listed)]
Inputs = Annotated[dict[str, Any], BeforeValidator(_named)]
Text = Annotated[str, BeforeValidator(lambda given: "" if given is None else given)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DictatedBrief(_Form):
    """The request, understood, in the manager's language."""

    objective: str = Field(description="One sentence: what the worker achieves.")
    serves: Text = Field("", description="Who benefits.")
    trigger: Text = Field("", description="When it runs, in words.")
    data_in: Texts = Field(default_factory=list, description="Data it reads, in words.")
    actions: Texts = Field(default_factory=list, description="What it does, in words.")
    results: Texts = Field(default_factory=list, description="What comes out, in words.")


class DictatedRhythm(_Form):
    """Every n units."""

    every: int = Field(ge=1)
    unit: OneOf["seconds", "minutes", "hours", "days", "weeks", "months"]
    weekdays: list[OneOf["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]] = Field(
        default_factory=list, description="For weeks."
    )
    day_of_month: int = Field(1, ge=1, le=31, description="For months.")
    at: str = Field("09:00", pattern=r"^\d{1,2}:\d{2}$", description="HH:MM; for hours only the minutes count.")


class DictatedSchedule(_Form):
    """When it runs, in the manager's time zone."""

    rules: Annotated[list[str | DictatedRhythm], BeforeValidator(_listed)] = Field(
        min_length=1,
        description="Five-field cron expressions; an object only for rhythms cron cannot say (every 2 weeks).",
    )
    only: Text = Field(
        "",
        description="Calendar condition: first_working_day, last_working_day, last_day_of_month, or first_monday … "
        "fourth_sunday, last_friday. The rules then name the time on all days that may match.",
    )


class DictatedTrigger(_Form):
    """What starts the worker."""

    id: str = Field(pattern=r"^[A-Za-z_][\w-]*$")
    operation: str
    title: str = Field(min_length=1)
    inputs: Inputs = Field(default_factory=dict, json_schema_extra={"type": "object"})
    schedule: DictatedSchedule | None = Field(None, description="For schedule_trigger, and for no other.")


class DictatedStep(_Form):
    """One thing the worker does."""

    id: str = Field(pattern=r"^[A-Za-z_][\w-]*$")
    operation: str
    title: str = Field(min_length=1, description="What people read.")
    inputs: Inputs = Field(default_factory=dict, json_schema_extra={"type": "object"})
    after: Annotated[list[str | Json], BeforeValidator(_listed)] = Field(
        default_factory=list,
        description='"step", or "step:output" (a number, true, false, done, loop, error, a rule\'s name); for the '
        'second input of a merge {"step": …, "input": 1}.',
    )
    serves: Text = Field("", description="For a model, tool or parser: the step it plugs into (then no `after`).")
    port: Text = Field("", description="ai_languageModel, ai_tool, ai_outputParser, ai_memory …")
    on_failure: OneOf["stop", "retry", "continue", "route"] = "stop"
    once: bool = Field(False, description="Run once, not once an item.")
    confidence: float = Field(1.0, ge=0, le=1)
    alternatives: Texts = Field(default_factory=list, description="Ids of operations that were close.")


class DictatedQuestion(_Form):
    """Something only the manager knows."""

    key: str = Field(pattern=r"^[A-Za-z_][\w-]*$")
    text: str = Field(min_length=1)
    why: Text = ""
    about: Text = Field("", description="The id of the step or trigger.")
    answer: OneOf["text", "long_text", "email", "url", "number", "choice", "schedule", "channel"] = "text"
    choices: Texts = Field(default_factory=list)
    default: Text = ""
    essential: bool = Field(False, description="Without the answer it is unclear what the worker is for.")


class DictatedRefusal(_Form):
    """Why this is not built, and what would be fine."""

    reason: str
    instead: Text = ""


class Dictated(_Form):
    """A whole answer."""

    outcome: OneOf["workflow", "questions", "refused"]
    brief: DictatedBrief
    name: Text = Field("", description="A short name for the worker.")
    language: str = Field("en", pattern=r"^[a-z]{2}$", description="ISO 639-1, of the request.")
    triggers: list[DictatedTrigger] = Field(default_factory=list)
    steps: list[DictatedStep] = Field(default_factory=list)
    questions: list[DictatedQuestion] = Field(default_factory=list)
    assumptions: Texts = Field(default_factory=list, description="What was taken for granted.")
    risks: Texts = Field(default_factory=list, description="What the manager should look at twice.")
    refusal: DictatedRefusal | None = None


def schema() -> Json:
    """The form as a JSON schema without references and titles; what `inputs` may hold, the instructions say."""
    full = Dictated.model_json_schema()
    definitions = full.pop("$defs", {})
    slim: Json = _slim(full, definitions)
    return slim


def _slim(node: Any, definitions: Json) -> Any:
    if isinstance(node, list):
        return [_slim(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _slim(definitions[node["$ref"].rsplit("/", 1)[-1]], definitions)
    kept = {name: item for name, item in node.items() if name not in ("title", "default") or isinstance(item, dict)}
    return {name: _slim(item, definitions) for name, item in kept.items()}
