"""Steps that came, went or do something else; settings before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workforce.workflow.catalogue import Parameter
from workforce.workflow.diff.matching import Pairs, Part
from workforce.workflow.diff.phrases import inside, said_in
from workforce.workflow.diff.telling import Change, Side
from workforce.workflow.diff.values import Leaf, addresses, condition_turned, leaves, people_in
from workforce.workflow.explain.names import setting_name
from workforce.workflow.explain.needs import sends_mail
from workforce.workflow.explain.recipes import Teller
from workforce.workflow.explain.values import humanised, words
from workforce.workflow.spec import Group, Literal, Step, Trigger, Unknown, Value

CARBON = {"cc": "copies", "bcc": "hides"}
CHANNELS = ("channelId", "channel", "chatId")
DECIDES = {"filter", "if", "switch"}


def added(new: Side, pairs: Pairs) -> Iterator[Change]:
    """Steps that are new."""
    for part in pairs.added:
        if isinstance(part, Step):
            yield _whole(new, part, "added", new.language)


def removed(old: Side, pairs: Pairs) -> Iterator[Change]:
    """Steps that are gone."""
    for part in pairs.removed:
        if isinstance(part, Step):
            yield _whole(old, part, "removed", old.language)


def _whole(side: Side, step: Step, kind: str, language: str) -> Change:
    said = side.action(step)
    gone = kind == "removed"
    if step.operation == "filter" and isinstance(rule := step.inputs.get("conditions"), Group):
        turned = condition_turned(rule)
        key = ("skips" if turned else "only") + ("_no_more" if gone else "")
        text = said_in(language, key, condition=words(turned or rule, side.voice(step, brief=True)))
    else:
        text = said_in(language, kind, action=inside(language, said))
    values = {"before": said} if gone else {"after": said}
    what = {"step": step.id, "title": step.title, "icon": side.icon(step), "what": "step"}
    return Change(kind="removed" if gone else "added", text=text, **what, **values)


def compared(old: Side, new: Side, pairs: Pairs) -> Iterator[Change]:
    """What is set differently in steps that both specs have."""
    for before, after in pairs.same:
        yield from _Pair(old, new, before, after, pairs).changes()


def _rescheduled(before: Part, after: Part) -> bool:
    """Whether a title only follows the rhythm, which is told already."""
    return isinstance(before, Trigger) and isinstance(after, Trigger) and before.schedule != after.schedule


class _Pair:
    """One step, before and after."""

    def __init__(self, old: Side, new: Side, before: Part, after: Part, pairs: Pairs) -> None:
        self.old, self.new, self.before, self.after = old, new, before, after
        self.pairs = pairs
        self.parameters: Sequence[Parameter] = Teller(after, new.catalogue, new.voice(after)).parameters

    def changes(self) -> Iterator[Change]:
        before, after = self.before, self.after
        if before.operation != after.operation:
            if isinstance(after, Step):
                yield self._replaced()
                yield from self._flow()
            return
        was = {name: self.pairs.renamed(value) for name, value in before.inputs.items()}
        told = [change for leaf in leaves(was, after.inputs) for change in self._leaf(leaf)]
        yield from told
        if before.title != after.title and not told and not _rescheduled(before, after):
            yield self._change("title", before.title, after.title, before=before.title, after=after.title)
        if before.version != after.version:
            was_version, now_version = str(before.version or "?"), str(after.version or "?")
            yield self._change("version", was_version, now_version, before=was_version, after=now_version)
        yield from self._flow()
        if before.origin != after.origin:
            yield self._change("imported", "", "", what="imported")

    def _replaced(self) -> Change:
        said = self.old.action(self.before), self.new.action(self.after)
        services = self.old.service(self.before), self.new.service(self.after)
        small = [inside(self.new.language, text) for text in said]
        if services[0] != services[1]:
            return self._change("replaced_service", *said, before=services[0], after=small[1], what="step")
        return self._change("replaced", *said, before=small[0], after=small[1], what="step")

    def _flow(self) -> Iterator[Change]:
        """How often it is done, what happens when it fails, whom it serves."""
        before, after = self.before, self.after
        if isinstance(before, Trigger) or isinstance(after, Trigger):
            return
        if before.on_failure != after.on_failure:
            rule = after.on_failure
            how = {"times": rule.times, "seconds": rule.wait_seconds}
            if before.on_failure.do != rule.do or rule.do == "retry":
                yield self._change(rule.do, before.on_failure.do, rule.do, what="failure", **how)
        if before.once != after.once:
            yield self._change("once" if after.once else "not_once", "", "", what="once")
        if (self.pairs.name(before.serves), before.port) != (after.serves, after.port):
            host = self.new.spec.step(after.serves)
            yield self._change("serves", before.serves, after.serves, after=host.title if host else after.serves)
        if self._sockets(before) != {(socket.step, socket.port, socket.number) for socket in after.also_serves}:
            yield self._change("serves_others", "", "", what="serves")

    def _sockets(self, step: Step) -> set[tuple[str, str, int]]:
        """Where else an older sub-node plugs in, by the newer spec's ids."""
        return {(self.pairs.name(socket.step), socket.port, socket.number) for socket in step.also_serves}

    # --- one setting --------------------------------------------------------------------------------------

    def _leaf(self, leaf: Leaf) -> Iterator[Change]:
        was, now = self.old.told(leaf.before, self.before), self.new.told(leaf.after, self.after)
        if leaf.path[0] == "conditions" and self.after.operation in DECIDES and was != now and was and now:
            yield self._change("condition", was, now, before=was, after=now, what=self._label(leaf.path))
            return
        people = addresses(leaf)
        if people:
            yield from self._people(leaf, *people, was, now)
            return
        if leaf.path[0] in CHANNELS and "" not in (was, now) and was != now:
            yield self._change("posts_instead", was, now, what=self._label(leaf.path), before=was, after=now)
            return
        label = self._label(leaf.path)
        key = "set_apart" if was == now else "set_new" if not was else "set_off" if not now else "set"
        said = {"before": self._quoted(leaf.before, was), "after": self._quoted(leaf.after, now)}
        yield self._change(key, was, now, what=label, **said)

    def _people(self, leaf: Leaf, more: list[str], fewer: list[str], was: str, now: str) -> Iterator[Change]:
        operation = self.new.catalogue.operation(self.after.operation)
        mails = operation is not None and sends_mail(operation) and "from" not in leaf.path[0].lower()
        verb = (
            next((verb for start, verb in CARBON.items() if leaf.path[-1].lower().startswith(start)), "mails")
            if mails
            else "reaches"
        )
        said = {who: self.new.phrases.listed(who_all) for who, who_all in (("more", more), ("fewer", fewer)) if who_all}
        label = self._label(leaf.path)
        if verb == "mails" and more and fewer and len(fewer) == len(people_in(leaf.before)):
            yield self._change("mails_instead", was, now, what=label, after=said["more"], before=said["fewer"])
            return
        for key, way in (("more", "too"), ("fewer", "not")):
            if key in said:
                yield self._change(f"{verb}_{way}", was, now, what=label, who=said[key])

    def _quoted(self, value: Value | None, told: str) -> str:
        plain = isinstance(value, Unknown) or (isinstance(value, Literal) and not isinstance(value.value, str))
        return told if plain or not told else said_in(self.new.language, "quoted", text=told)

    def _label(self, path: Sequence[str]) -> str:
        """What people call a setting: the titles of what leads to it, without what only wraps."""
        known, names = self.parameters, []
        for name in path:
            found = next((parameter for parameter in known if parameter.name == name), None)
            known = found.children if found else known
            wraps = found is not None and found.children and found.kind != "collection"
            if not name.isdigit() and not wraps and name not in ("options", "values", "value", "conditions"):
                names.append(setting_name(found.title if found else humanised(name), self.new.phrases))
        return " ".join(names) or humanised(path[0])

    def _change(self, key: str, was: str, now: str, *, what: str = "", **said: object) -> Change:
        text = said_in(self.new.language, key, **{"title": self.after.title, "what": what, **said})
        return Change(
            kind="changed",
            step=self.after.id,
            title=self.after.title,
            icon=self.new.icon(self.after),
            what=what or key,
            before=was,
            after=now,
            text=text,
        )
