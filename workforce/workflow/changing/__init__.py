"""Changing a worker by saying so: “also send it to finance@…”, “make it daily at 7”, “skip orders under 50 €”.

The sentence is read with the planner's own means, in the context of the spec as it is; nothing else in the spec moves.
"""

from __future__ import annotations

from workforce.core.errors import InvalidInput
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.changing.adding import add
from workforce.workflow.changing.changed import EXAMPLES, Cannot, Changed
from workforce.workflow.changing.channels import post_elsewhere
from workforce.workflow.changing.naming import rename, set_value
from workforce.workflow.changing.narrowing import narrow
from workforce.workflow.changing.receivers import send_to
from workforce.workflow.changing.removing import stop
from workforce.workflow.changing.rhythm import reschedule
from workforce.workflow.changing.swapping import swap
from workforce.workflow.changing.wish import Wish, parts_of, read_wish
from workforce.workflow.checks import check_spec
from workforce.workflow.language.words import fold
from workforce.workflow.planner.cleaning import clean
from workforce.workflow.planner.refusals import refusal
from workforce.workflow.spec import WorkerSpec

__all__ = ["EXAMPLES", "Changed", "change"]

LONGEST = 2_000
READERS = (rename, swap, stop, narrow, set_value, send_to, post_elsewhere, add)


def change(spec: WorkerSpec, sentence: str, catalogue: Catalogue, me: str = "") -> Changed:
    """The spec changed as a person says. me: the e-mail address of who says it. Pure and deterministic.

    What is not understood is named in `missed`, the rest is done all the same; `spec` is None when nothing was.
    """
    if refused := refusal(fold(sentence)):
        return Changed(missed=[refused.reason])
    if not spec.triggers:
        return Changed(missed=["Nothing starts this worker yet. Say first what should start it."])
    text, ignored = clean(sentence[:LONGEST])
    missed = [f"“{part[:80]}” was left out: it reads like instructions to the planner." for part in ignored]
    now = spec
    for part in parts_of(text, spec, catalogue):
        try:
            wish = read_wish(part, now, catalogue, me)
            changed = _one(now, wish)
            if changed == now:
                missed.append(f"“{part}”: that is how it is already.")
            elif changed is None:
                missed.append(f"“{part}” was not understood.")
            else:
                now = _working(now, changed, catalogue)
                missed += [f"“{words}” was not understood." for words in wish.unread()]
        except (Cannot, InvalidInput) as problem:
            missed.append(problem.sentence)
    return Changed(spec=now if now != spec else None, missed=missed)


def _one(spec: WorkerSpec, wish: Wish) -> WorkerSpec | None:
    """One part of what was said; None when nobody understands it."""
    if (named := rename(wish, spec)) is not None:
        return named
    timed = reschedule(wish, spec)
    if timed is not None:
        spec, wish = timed, wish.without_time()
        if not wish.has_content:
            return spec
    for reader in READERS:
        if (changed := reader(wish, spec)) is not None:
            return changed
    return timed


def _working(before: WorkerSpec, after: WorkerSpec, catalogue: Catalogue) -> WorkerSpec:
    """The changed spec, unless the change broke something that the checks see."""
    known = {(issue.code, issue.step, issue.message) for issue in check_spec(before, catalogue)}
    for issue in check_spec(after, catalogue):
        broken = issue.severity == "error" and issue.code != "open_question"
        if broken and (issue.code, issue.step, issue.message) not in known:
            raise Cannot(f"The worker would no longer work: {issue.message} {issue.fix}".strip())
    return after
