"""Further steps: whatever the planner can read out of the wish, hung where it belongs."""

from __future__ import annotations

from workforce.workflow.changing import cues
from workforce.workflow.changing.context import in_context, sources
from workforce.workflow.changing.parts import TELLING, above, ends, kind_of, one_by_one, tells
from workforce.workflow.changing.wish import Wish
from workforce.workflow.planner.flow import Flow, build
from workforce.workflow.planner.flow.acts import act
from workforce.workflow.planner.intents import Intent, Request, Scope, Start
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.spec import Link, Literal, Question, Step, WorkerSpec

SUBJECTS = ("subject", "title")
BODIES = ("text", "message", "content", "bodyContent", "textBody", "html")
RECEIVERS = ("toEmail", "sendTo", "toRecipients")
IN_FRONT = ("approve", "wait", "dedupe")
POSSIBLE = (*IN_FRONT, "act")


def add(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """Steps that do something more; None when the planner reads no such thing."""
    if wish.says(cues.STOP) or wish.says(cues.RATHER_THAN) or wish.says(cues.INSTEAD):
        return None
    request = wish.planned(spec.timezone)
    if not request.intents or any(intent.kind not in POSSIBLE for intent in request.intents):
        return None
    if any(scope.kind not in ("root", "approved") for scope in request.scopes):
        return None
    clocked = any(trigger.schedule for trigger in spec.triggers)
    request.start, request.text = Start("schedule" if clocked else "unknown", []), spec.objective or spec.name
    spoken = tells(spec, wish.catalogue)
    in_front = all(intent.kind in IN_FRONT for intent in request.intents)
    telling = in_front or all(KIND_OF.get(intent.service) in TELLING for intent in request.intents)
    after = spoken[0].after if spoken else ends(spec)
    after = after if telling else one_by_one(spec, after)
    return _grafted(wish, spec, request, spoken, after, in_front=in_front)


def _grafted(
    wish: Wish, spec: WorkerSpec, request: Request, spoken: list[Step], after: list[Link], *, in_front: bool
) -> WorkerSpec | None:
    assembly = in_context(spec, request, wish.catalogue, after)
    reached = above(spec, after)
    assembly.sources[0] = [source for source in assembly.sources[0] if source.step in reached]
    flow = Flow(assembly)
    condensed = next((s for s in reversed(sources(spec, wish.catalogue)) if s.style == "list"), None)
    if condensed is not None and any(link.step == condensed.step for link in after):
        flow.condensed[0] = condensed
    build(flow)
    new = assembly.steps[len(spec.steps) :]
    if not new:
        return None
    steps = list(spec.steps)
    if in_front and spoken:
        hung = assembly.ends[0]
        steps = [s.model_copy(update={"after": hung}) if s.after == after else s for s in steps]
    elif spoken:
        new = [retold_like(step, spoken[0], spec) if _retells(step, wish) else step for step in new]
    return spec.model_copy(update={"steps": [*steps, *new], "questions": assembly.questions})


def _retells(step: Step, wish: Wish) -> bool:
    """Whether a new message says what the worker says already: nothing else was quoted for it."""
    return kind_of(step, wish.catalogue) in TELLING and not wish.contents("quote")


def retold_like(new: Step, old: Step, spec: WorkerSpec, *, moved: bool = False) -> Step:
    """A message with the subject and the text of one that the worker writes already; moved: to the same people."""
    inputs = dict(new.inputs)
    for names in (SUBJECTS, BODIES, *((RECEIVERS,) if moved else ())):
        ours = next((name for name in names if name in inputs), "")
        theirs = next((name for name in names if name in old.inputs), "")
        if ours and theirs and (theirs != "html" or ours == "html"):
            inputs[ours] = old.inputs[theirs]
        elif ours and names is SUBJECTS:
            inputs[ours] = Literal(value=spec.name)
    return new.model_copy(update={"inputs": inputs})


def made_by(wish: Wish, spec: WorkerSpec, step: Step, service: str) -> tuple[Step, list[Question]]:
    """The step another service would do in this one's place, and what it has to ask."""
    request = Request(spec.objective or spec.name, wish.language, wish.pieces, Start("unknown", []))
    request.scopes.append(Scope(0))
    told = [piece for piece in wish.pieces if piece.kind in ("channel", "email")]
    request.intents.append(Intent("act", 0, told, 0, service, ["tell"], ["send"], []))
    assembly = in_context(spec, request, wish.catalogue, step.after)
    flow = Flow(assembly)
    flow.many[0] = False
    before = len(assembly.steps)
    asked = {question.key for question in spec.questions}
    act(flow, request.intents[0])
    made = assembly.steps[before:]
    return made[-1], [question for question in assembly.questions if question.key not in asked]
