"""Who gets the e-mail: one more, another one, a copy, no longer."""

from __future__ import annotations

import re
from collections.abc import Callable

from workforce.workflow.answers import answer, mapped
from workforce.workflow.changing import cues
from workforce.workflow.changing.changed import Cannot
from workforce.workflow.changing.parts import mails, with_inputs
from workforce.workflow.changing.wish import Wish
from workforce.workflow.spec import Group, Literal, Step, Unknown, Value, WorkerSpec

TO = ("toEmail", "sendTo", "toRecipients")
CARBON = {
    "email_send.send": ("options", "ccEmail", "bccEmail"),
    "gmail.message.send": ("options", "ccList", "bccList"),
    "microsoft_outlook.message.send": ("additionalFields", "ccRecipients", "bccRecipients"),
}


def send_to(wish: Wish, spec: WorkerSpec) -> WorkerSpec | None:
    """Add or change receivers of the e-mails that the worker sends already."""
    people = wish.contents("email")
    copied = wish.says(cues.COPY)
    if not people and (copied or wish.says(cues.ALSO)) and wish.says(cues.ME):
        people = [wish.me] if wish.me else _nobody()
    steps = mails(spec, wish.catalogue)
    if not people or not steps or _means_another_service(wish):
        return None
    for step in steps:
        if copied and step.operation in CARBON:
            spec = _copy(spec, step, people, hidden=wish.says(cues.HIDDEN_COPY))
        else:
            spec = _receive(spec, step, people, more=wish.says(cues.ALSO) or copied)
    return spec


def _nobody() -> list[str]:
    raise Cannot("Your own e-mail address is not known here. Write it out, like name@company.com.")


def _means_another_service(wish: Wish) -> bool:
    """`send it to x@y.com with Gmail`, `ask x@y.com for approval`: more than one more receiver."""
    return bool(wish.named_services()) or wish.says(cues.ASK) or wish.says(cues.BY_PHONE)


def _receive(spec: WorkerSpec, step: Step, people: list[str], *, more: bool) -> WorkerSpec:
    name = next((name for name in TO if name in step.inputs), "")
    if not name:
        raise Cannot(f"“{step.title}” does not say to whom it writes, so nobody can be added to it.")
    old = step.inputs[name]
    if isinstance(old, Unknown):
        return answered(spec, old.question, ", ".join(people))
    known = listed(old)
    if more and known is None:
        raise Cannot(f"“{step.title}” takes its receiver from the data, so nobody can be added there. Ask for a copy.")
    new = [*(known or []), *(one for one in people if one not in (known or []))] if more else people
    return with_inputs(spec, step, {**step.inputs, name: Literal(value=", ".join(new))})


def _copy(spec: WorkerSpec, step: Step, people: list[str], *, hidden: bool) -> WorkerSpec:
    group, open_name, hidden_name = CARBON[step.operation]
    name = hidden_name if hidden else open_name
    options = step.inputs.get(group)
    fields = dict(options.fields) if isinstance(options, Group) else {}
    known = listed(fields.get(name, Literal(value=""))) or []
    fields[name] = Literal(value=", ".join([*known, *(one for one in people if one not in known)]))
    return with_inputs(spec, step, {**step.inputs, group: Group(fields=fields)})


def listed(value: Value) -> list[str] | None:
    """The addresses in a value; None when it takes them from the data."""
    if not isinstance(value, Literal):
        return None
    return [part for part in re.split(r"[,;\s]+", str(value.value)) if part]


def answered(spec: WorkerSpec, key: str, value: str) -> WorkerSpec:
    """The spec with an open question answered by what was said."""
    return answer(spec, key, value)


def swap_address(spec: WorkerSpec, wish: Wish, old: str, new: str) -> WorkerSpec:
    """One receiver in the place of another, wherever it stands."""

    def exchanged(value: Value) -> Value:
        people = listed(value) if isinstance(value, Literal) and isinstance(value.value, str) else None
        if not people or old not in people:
            return value
        return Literal(value=", ".join(new if one == old else one for one in people))

    return over_steps(spec, exchanged, f"Nothing goes to {old} now.")


def drop_address(spec: WorkerSpec, step: Step, gone: str) -> WorkerSpec | None:
    """A step without one of its receivers; None when nobody would be left."""
    name = next((name for name in TO if name in step.inputs), "")
    people = listed(step.inputs[name]) if name else None
    if people is not None and gone in people:
        left = [one for one in people if one != gone]
        return with_inputs(spec, step, {**step.inputs, name: Literal(value=", ".join(left))}) if left else None
    group, *names = CARBON.get(step.operation, ("",))
    options = step.inputs.get(group)
    if not isinstance(options, Group):
        return spec
    fields = dict(options.fields)
    for carbon in names:
        known = listed(fields[carbon]) if carbon in fields else None
        if known and gone in known:
            left = [one for one in known if one != gone]
            fields.pop(carbon)
            fields |= {carbon: Literal(value=", ".join(left))} if left else {}
    return with_inputs(spec, step, {**step.inputs, group: Group(fields=fields)})


def over_steps(spec: WorkerSpec, change: Callable[[Value], Value], nothing: str) -> WorkerSpec:
    """Every value of every step changed; `Cannot` with that sentence when none was."""

    def through(name: str, value: Value) -> Value:
        return value if name.startswith("from") else mapped(value, change)

    steps = [
        step.model_copy(update={"inputs": {name: through(name, value) for name, value in step.inputs.items()}})
        for step in spec.steps
    ]
    if steps == spec.steps:
        raise Cannot(nothing)
    return spec.model_copy(update={"steps": steps})
