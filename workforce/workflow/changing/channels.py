"""Where a message is posted: another channel, or one more."""

from __future__ import annotations

from workforce.workflow.changing import cues
from workforce.workflow.changing.parts import free_id, tells
from workforce.workflow.changing.receivers import answered
from workforce.workflow.changing.wish import Wish
from workforce.workflow.spec import Literal, Locator, Step, Unknown, Value, WorkerSpec

CHANNELS = ("channelId", "channel", "chatId")


def post_elsewhere(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """Change or add a channel where the worker posts already."""
    channels = wish.contents("channel")
    steps = [step for step in tells(spec, wish.catalogue, "chat") if _place(step)]
    if not channels or not steps or wish.named_services():
        return None
    for channel in channels:
        if wish.says(cues.ALSO):
            spec = _also(spec, steps[0], channel)
        else:
            for step in steps:
                spec = moved(spec, step, channel)
    return spec


def _place(step: Step) -> str:
    return next((name for name in CHANNELS if name in step.inputs), "")


def moved(spec: WorkerSpec, step: Step, channel: str) -> WorkerSpec:
    """The spec with a step that posts elsewhere."""
    value = step.inputs[_place(step)]
    inner = value.value if isinstance(value, Locator) else value
    if isinstance(inner, Unknown):
        return answered(spec, inner.question, f"#{channel}")
    new = step.model_copy(
        update={"inputs": {**step.inputs, _place(step): _named(value, channel)}, "title": _title(step, value, channel)}
    )
    return spec.model_copy(update={"steps": [new if one.id == step.id else one for one in spec.steps]})


def _also(spec: WorkerSpec, step: Step, channel: str) -> WorkerSpec:
    """One more step like this one, beside it."""
    value = step.inputs[_place(step)]
    title = _title(step, value, channel)
    another = step.model_copy(
        update={
            "id": free_id(spec, step.id),
            "title": title if title != step.title else f"{step.title} (#{channel})",
            "inputs": {**step.inputs, _place(step): _named(value, channel)},
        }
    )
    at = next(number for number, one in enumerate(spec.steps) if one.id == step.id) + 1
    return spec.model_copy(update={"steps": [*spec.steps[:at], another, *spec.steps[at:]]})


def _named(value: Value, channel: str) -> Value:
    """The channel, written as the one before was."""
    old = value.value if isinstance(value, Locator) else value
    hashed = not isinstance(old, Literal) or str(old.value).startswith("#")
    text = f"#{channel}" if hashed else channel
    if isinstance(value, Locator):
        mode = value.mode if value.mode in ("name", "list") else "name"
        shown = f"#{channel}" if value.name.startswith("#") else text
        return Locator(mode=mode, value=Literal(value=text), name=shown)
    return Literal(value=text)


def _title(step: Step, value: Value, channel: str) -> str:
    """The step's title with the new channel in it, where the old one was."""
    old = value.value if isinstance(value, Locator) else value
    name = str(old.value).lstrip("#") if isinstance(old, Literal) else ""
    return step.title.replace(f"#{name}", f"#{channel}") if name else step.title


def swap_channel(spec: WorkerSpec, wish: Wish, old: str, new: str) -> WorkerSpec | None:
    """One channel in the place of another; None where nothing is posted there."""
    steps = [step for step in tells(spec, wish.catalogue, "chat") if old in posted_to(step)]
    for step in steps:
        spec = moved(spec, step, new)
    return spec if steps else None


def posted_to(step: Step) -> list[str]:
    """The channel a step posts to, without its sign."""
    value = step.inputs.get(_place(step)) if _place(step) else None
    inner = value.value if isinstance(value, Locator) else value
    return [str(inner.value).lstrip("#")] if isinstance(inner, Literal) else []
