# ruff: noqa: E501 - patterns and sentences for people stay whole
"""From intents to steps: what hangs on what, where the flow parts, where lists become one message."""

from __future__ import annotations

import re

from workforce.workflow.build import assignment, assignment_list, condition, conditions, group, many
from workforce.workflow.language.comparisons import Comparison
from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.actions import TELLING
from workforce.workflow.planner.assembly import Assembly, short
from workforce.workflow.planner.conditions import rule, within_days
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.filling import fill
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import EACH, ONE_ONLY
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.operations import choose
from workforce.workflow.planner.thinking import think
from workforce.workflow.spec import Group, Link, Literal, Moment, OnFailure, Ref, Template, Trigger, Value

_SINGLE_READS = frozenset(
    ("httprequest", "googleanalytics", "openweathermap", "quickchart", "clearbit", "hunter", "dhl")
)
_SOON = re.compile(
    r"(?:next|nachsten|kommenden|proximos|prochains|proximas|within|innerhalb von|in den nachsten|dans les|en los proximos|nos proximos|dentro de)\s+(?:the\s+|los\s+|les\s+|os\s+|den\s+)?(?:next\s+|proximos\s+|prochains\s+)?(\d+)\s*(?:days|tage\w*|dias|jours)"
)
_TODAY = re.compile(r"\b(today|heute|hoy|aujourd'hui|hoje)\b")
_STATES = {
    "open": r"open|offen\w*|abiert\w*|ouvert\w*|abert\w*|em aberto", "unpaid": r"unpaid|unbezahlt\w*|impagad\w*|impaye\w*|nao pag\w*", "overdue": r"overdue|uberfallig\w*|vencid\w*|en retard|atrasad\w*", "completed": r"completed|done|finished|erledigt\w*|abgeschlossen\w*|completad\w*|termin\w*|concluid\w*",
    "urgent": r"urgent\w*|dringend\w*|urgente\w*", "pending": r"pending|ausstehend\w*|pendiente\w*|en attente|pendente\w*", "active": r"active|aktiv\w*|activ\w*|actif\w*|ativ\w*", "cancelled": r"cancel+ed|storniert\w*|cancelad\w*|annule\w*", "won": r"won|gewonnen\w*|ganad\w*|gagne\w*|ganh\w*",
}  # fmt: skip


class Flow:
    """Walks the intents and adds steps."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly, self.request = assembly, assembly.request
        self.opened: set[int] = {0}
        self.many = {0: False}
        self.condensed: dict[int, Source] = {}
        self.switched: dict[int, tuple[str, int]] = {}
        self.approvals: dict[int, tuple[list[Link], list[Link]]] = {}

    def build(self) -> None:
        """Add everything the request asks for."""
        start = self.request.start
        self.many[0] = any(s.many for s in self.assembly.sources_of(0))
        self._instead()
        if start.tests and start.kind not in ("schedule",):
            self._gate(Intent("gate", 0, start.pieces, -1, tests=start.tests), "Only what was asked for")
        intents = self._ordered()
        index = 0
        while index < len(intents):
            index += self._one(intents, index)

    def _ordered(self) -> list[Intent]:
        """Gates that stand at the end of a prompt hold from the beginning."""
        intents = [i for i in self.request.intents if i.kind != "ask"]
        gates = [i for i in intents if i.kind == "gate" and i.scope == 0]
        reads = [i for i in intents if i.kind == "read"]
        if gates and not (reads and self.request.start.kind == "schedule"):
            return gates + [i for i in intents if i not in gates]
        return intents

    def _one(self, intents: list[Intent], index: int) -> int:
        intent = intents[index]
        self._open(intent.scope)
        match intent.kind:
            case "read":
                return self._reads(intents, index)
            case "ai":
                group_ = [intent]
                while (
                    index + len(group_) < len(intents)
                    and intents[index + len(group_)].kind == "ai"
                    and intents[index + len(group_)].scope == intent.scope
                ):
                    group_.append(intents[index + len(group_)])
                self._think(group_)
                return len(group_)
            case "act":
                self._act(intent, intents[index + 1 :])
            case "approve":
                self._approve(intent)
            case "wait":
                self._wait(intent)
            case "gate":
                self._gate(intent, f"Only {short(intent, 40)}")
            case "dedupe":
                self._dedupe(intent)
            case "total":
                self._total(intent)
            case "sort":
                pass
            case "csv":
                self._csv(intent)
            case "document":
                self._document(intent)
        return 1

    # --- scopes ---------------------------------------------------------------------------------------

    def _ends(self, scope: int) -> list[Link]:
        return self.assembly.ends.get(scope, self.assembly.ends[0])

    def _instead(self) -> None:
        """`if it is missing, do none of it, mail X instead`: the decision stands in front of everything."""
        for scope in self.request.scopes:
            if scope.kind == "if" and scope.instead and scope.tests:
                link = self._if(scope.id, scope.tests, scope.negated, self._ends(0), scope.label)
                self.assembly.ends[scope.id] = [Link(step=link)]
                self.assembly.ends[0] = self.assembly.items[0] = [Link(step=link, output=1)]
                self._enter(scope.id)
                return

    def _enter(self, scope: int) -> None:
        self.opened.add(scope)
        self.assembly.sources.setdefault(scope, [])
        self.many[scope] = self.many.get(self.request.scopes[scope].parent, False)

    def _open(self, ident: int) -> None:
        if ident in self.opened:
            return
        scope = self.request.scopes[ident]
        self._open(scope.parent)
        match scope.kind:
            case "error":
                self._error(ident)
            case "approved" | "declined":
                self._decided(ident)
            case "if":
                self._branch(ident)
            case "else":
                self._otherwise(ident)
        self._enter(ident)

    def _error(self, ident: int) -> None:
        trigger = next((t for t in self.assembly.triggers if t.operation == "error_trigger"), None)
        if trigger is None:
            trigger = Trigger(id=self.assembly.ident("On error"), operation="error_trigger", title="On error")
            self.assembly.triggers.append(trigger)
        self.assembly.ends[ident] = [Link(step=trigger.id)]
        self.assembly.sources[ident] = [Source(trigger.id, "error")]

    def _decided(self, ident: int) -> None:
        scope = self.request.scopes[ident]
        approved, declined = self.approvals.get(scope.parent, next(iter(self.approvals.values()), ([], [])))
        same = next(
            (s.id for s in self.request.scopes if s.id != ident and s.id in self.opened and s.kind == scope.kind), None
        )
        if same is not None:
            self.assembly.ends[ident] = self.assembly.ends[same]
        else:
            self.assembly.ends[ident] = approved if scope.kind == "approved" else declined
        if not self.assembly.ends[ident]:
            self.assembly.ends[ident] = self._ends(0)

    def _siblings(self, ident: int) -> list[int]:
        """Neighbouring conditions on the same thing: they become one Switch."""
        scope = self.request.scopes[ident]
        used = {i.scope for i in self.request.intents}
        group_: list[int] = []
        for other in self.request.scopes[1:]:
            if (
                other.kind == "if"
                and other.parent == scope.parent
                and other.id in used
                and other.tests
                and not other.instead
                and other.id not in self.opened
            ):
                if not group_ or self._alike(self.request.scopes[group_[0]].tests[0], other.tests[0]):
                    group_.append(other.id)
            elif other.kind == "else" and group_ and other.of == group_[-1]:
                continue
            elif group_ and ident in group_:
                break
            elif group_ and ident not in group_:
                group_ = []
        return group_ if ident in group_ else [ident]

    def _alike(self, one: Comparison, two: Comparison) -> bool:
        if one.subject == two.subject == "category":
            return True
        same = fold(one.subject) == fold(two.subject) or not two.subject
        return same and (one.numeric == two.numeric) and (one.op, one.values) != (two.op, two.values)

    def _branch(self, ident: int) -> None:
        scope = self.request.scopes[ident]
        group_ = self._siblings(ident)
        if not scope.tests:
            self.assembly.ends[ident] = self._ends(scope.parent)
            return
        if len(group_) > 1:
            self._switch(group_)
            return
        step = self._if(ident, scope.tests, scope.negated, self._ends(scope.parent), scope.label)
        self.assembly.ends[ident] = [Link(step=step)]

    def _if(self, ident: int, tests: list[Comparison], negated: bool, after: list[Link], label: str) -> str:
        scope = self.request.scopes[ident]
        step = self.assembly.add(
            "if",
            f"If {short(Intent('gate', 0, [], 0), 1) or ''}{label[:46]}".strip(),
            {"conditions": rule(self.assembly, scope.parent, tests, negated=negated)},
            after,
        )
        self.switched[ident] = (step.id, 1)
        return step.id

    def _switch(self, group_: list[int]) -> None:
        scopes = [self.request.scopes[i] for i in group_]
        parent = scopes[0].parent
        rows: list[Value] = []
        for scope in scopes:
            label = (
                str(scope.tests[0].values[0]) if scope.tests[0].values and not scope.tests[0].numeric else scope.label
            )
            rows.append(
                Group(
                    fields={
                        "conditions": rule(self.assembly, parent, scope.tests, negated=scope.negated),
                        "renameOutput": Literal(value=True),
                        "outputKey": Literal(value=label[:30]),
                    }
                )
            )
        rest = any(s.kind == "else" and s.of in group_ for s in self.request.scopes)
        inputs: dict[str, Value] = {"rules": group(values=many(*rows))}
        if rest:
            inputs["options"] = group(fallbackOutput="extra")
        step = self.assembly.add("switch", "Which case", inputs, self._ends(parent))
        for number, scope in enumerate(scopes):
            self.assembly.ends[scope.id] = [Link(step=step.id, output=number)]
            self.switched[scope.id] = (step.id, len(scopes))
            if scope.id != group_[0]:
                self._enter(scope.id)

    def _otherwise(self, ident: int) -> None:
        of = self.request.scopes[ident].of
        self._open(of)
        if of in self.switched:
            step, output = self.switched[of]
            self.assembly.ends[ident] = [Link(step=step, output=output)]
        else:
            self.assembly.ends[ident] = self._ends(self.request.scopes[ident].parent)

    # --- reading --------------------------------------------------------------------------------------

    def _reads(self, intents: list[Intent], index: int) -> int:
        first = intents[index]
        group_ = [first]
        while (
            index + len(group_) < len(intents)
            and intents[index + len(group_)].kind == "read"
            and intents[index + len(group_)].scope == first.scope
        ):
            group_.append(intents[index + len(group_)])
        scope = first.scope
        if len(group_) == 1:
            source, last = self._read(first, self._ends(scope), intents)
            self.assembly.ends[scope] = self.assembly.items[scope] = [last]
            self.assembly.sources.setdefault(scope, []).append(source)
            self.many[scope] = self.many.get(scope, False) or source.many
            self.condensed.pop(scope, None)
            return 1
        ends, sources = [], []
        for intent in group_:
            source, last = self._read(intent, self._ends(scope), intents)
            ends.append(last)
            sources.append(source)
        after = [Link(step=link.step, output=link.output, input=number) for number, link in enumerate(ends)]
        inputs: dict[str, Value] = {"mode": Literal(value="append")}
        if len(ends) > 2:
            inputs["numberInputs"] = Literal(value=len(ends))
        merged = self.assembly.add("merge", "Put together", inputs, after)
        self.assembly.ends[scope] = self.assembly.items[scope] = [Link(step=merged.id)]
        self.assembly.sources.setdefault(scope, []).extend(sources)
        source = Source(merged.id, sources[-1].service, "read", dict(sources[-1].fields), many=True)
        self.assembly.sources[scope].append(source)
        self.many[scope] = True
        self.condensed.pop(scope, None)
        return len(group_)

    def _read(self, intent: Intent, after: list[Link], intents: list[Intent]) -> tuple[Source, Link]:
        service = self.assembly.services.get(intent.service)
        if service is None:
            return Source(after[0].step), after[0]
        if intent.service == "httprequest" and any(
            (t.numeric and not t.subject) or re.search(r"status|code", fold(t.subject))
            for s in self.request.scopes
            for t in s.tests
        ):
            intent.flags.add("status")
        nouns = intent.nouns
        if intent.service == "github" and "diff" in nouns:
            nouns = ["pull_request"]
        choice = choose(service, intent.wanted or ["read"], nouns, self.assembly.catalogue)
        if choice is None:
            return Source(after[0].step), after[0]
        operation = choice.operation
        if intent.service == "github" and "diff" in intent.nouns:
            operation = self.assembly.catalogue.operation("github.pull_request.get_diff") or operation
        title = (
            f"{_verb_title(operation.action)} ({service.name})"
            if service.name.lower() not in operation.action.lower()
            else _verb_title(operation.action)
        )
        ident = self.assembly.ident(title)
        scope_sources = self.assembly.sources.setdefault(intent.scope, [])
        inputs = fill(self.assembly, intent, operation, intent.service, ident)
        after_many = self.many.get(intent.scope, False)
        step = self.assembly.add(
            operation.id,
            title,
            inputs,
            after,
            confidence=choice.confidence,
            alternatives=choice.alternatives,
            ident=ident,
            once=after_many and self.request.start.kind == "schedule",
        )
        single = intent.service in _SINGLE_READS or operation.operation in ("get", "getDiff", "enrich")
        source = Source(
            step.id,
            intent.service,
            "sheet"
            if intent.service in ("googlesheets", "microsoftexcel", "postgres", "mysql", "microsoftsql")
            else "read",
            many=not single,
        )
        if "status" in intent.flags:
            source.fields["status code"] = "statusCode"
            source.many = False
        link = Link(step=step.id)
        scope_sources.append(source)
        link = self._narrow(intent, source, link)
        scope_sources.remove(source)
        return source, link

    def _narrow(self, intent: Intent, source: Source, link: Link) -> Link:
        """Only what the words behind a thing ask for: `worth more than 10,000`, `expiring in the next 30 days`, `completed`."""
        text = fold(
            intent.text
            + " "
            + " ".join(
                i.text
                for i in self.request.intents
                if i.unit == intent.unit and i is not intent and i.kind in ("read",)
            )
        )
        loose = fold(" ".join(self.request.loose))
        if (
            intent.tests
            and intent.tests[0].op in ("gt", "gte", "lt", "lte")
            and "status" not in intent.flags
            and intent.service not in ("telegram",)
        ):
            step = self.assembly.add(
                "filter",
                f"Only {intent.tests[0].text[:40]}".strip(),
                {"conditions": rule(self.assembly, intent.scope, intent.tests)},
                [link],
            )
            return Link(step=step.id)
        soon = _SOON.search(text) or (
            (_SOON.search(loose) or _SOON.search(fold(self.request.text)))
            if len([i for i in self.request.intents if i.kind == "read"]) == 1
            else None
        )
        if soon and source.service not in ("googlecalendar",):
            step = self.assembly.add(
                "filter",
                f"Only the next {soon.group(1)} days",
                {"conditions": within_days(self.assembly, intent.scope, int(soon.group(1)), "due date")},
                [link],
            )
            return Link(step=step.id)
        if source.style == "sheet" and _TODAY.search(text) and intent.service in ("googlesheets", "microsoftexcel"):
            words = (
                "birthday"
                if re.search(r"birthday|geburtstag|cumple|anniversaire|aniversari", fold(self.request.text))
                else "date"
            )
            path = source.path(words)
            left = source.ref(path)
            pattern = "MM-dd" if words == "birthday" else "yyyy-MM-dd"
            step = self.assembly.add(
                "filter",
                "Only today",
                {"conditions": conditions(condition(left, "contains", Moment(format=pattern)))},
                [link],
            )
            return Link(step=step.id)
        state = next(
            (name for name, pattern in _STATES.items() if re.search(rf"\b(?:{pattern})\b", fold(intent.text))), ""
        )
        settled = intent.service in (
            "quickbooks",
            "zendesk",
            "jira",
            "gmail",
            "googlecalendar",
            "postgres",
            "mysql",
            "microsoftoutlook",
        )
        if state and not settled and source.many and (source.path("status", guess=False) or source.style == "sheet"):
            step = self.assembly.add(
                "filter",
                f"Only {state}",
                {"conditions": conditions(condition(source.ref(source.path("status")), "contains", state))},
                [link],
            )
            return Link(step=step.id)
        return link

    # --- lists become one -----------------------------------------------------------------------------

    def _condense(self, scope: int, *, lines: bool) -> None:
        """One item out of many: all of it for an AI, a line an item for a message."""
        key = scope
        known = self.condensed.get(key)
        if known is not None and (("text" in known.fields) == lines):
            return
        source = self.assembly.source(scope)
        after = self.assembly.items.get(scope) or self._ends(scope)
        if not lines:
            step = self.assembly.add(
                "aggregate", "All in one list", {"aggregate": Literal(value="aggregateAllItemData")}, after
            )
            made = Source(step.id, source.service, "list", {"all": "data"})
        else:
            line = self.assembly.add(
                "set",
                "One line each",
                {"assignments": assignment_list(assignment("line", self._line(source, scope)))},
                after,
            )
            values = group(values=many(group(aggregation="concatenate", field="line", separateBy="\n")))
            step = self.assembly.add("summarize", "One list", {"fieldsToSummarize": values}, [Link(step=line.id)])
            made = Source(step.id, source.service, "list", {"text": "concatenated_line", "all": "concatenated_line"})
        self.condensed[key] = made
        self.assembly.sources.setdefault(scope, []).append(made)
        self.assembly.ends[scope] = [Link(step=step.id)]

    def _line(self, source: Source, scope: int) -> Value:
        words = next((f for clause in self.request.loose for f in [_line_fields(clause)] if f), [])
        pairs: list[str] = []
        for name in words:
            path = source.path(name)
            if path:
                pairs.append(path)
        if not pairs:
            wanted = [f for i in self.request.intents for f in i.fields if i.kind == "act" and i.scope == scope]
            pairs = [source.path(f, guess=False) for f in wanted if source.path(f, guess=False)]
        if not pairs:
            pairs = [path for _, path in source.defaults()]
        parts: list[str | Ref | Moment] = ["- "]
        for number, path in enumerate(pairs):
            parts += [" · "] * (number > 0) + [source.ref(path)]
        if not pairs:
            parts.append(source.ref(""))
        return Template(parts=parts)

    # --- doing ----------------------------------------------------------------------------------------

    def _each(self, intent: Intent) -> bool:
        if ONE_ONLY.search(fold(self.request.text)):
            return False
        return intent.each or bool(EACH.search(fold(intent.text)))

    def _act(self, intent: Intent, following: list[Intent]) -> None:
        scope = intent.scope
        service = self.assembly.services.get(intent.service)
        if service is None:
            return
        kind = KIND_OF.get(intent.service, "")
        if (
            self.many.get(scope)
            and kind in TELLING | {"docs"}
            and not self._each(intent)
            and not self._to_people(intent)
            and scope not in self.condensed
            and not self.assembly.binary
        ) and self._written_after_list(scope) is None:
            self._condense(scope, lines=True)
        choice = choose(service, intent.wanted, _act_nouns(intent), self.assembly.catalogue)
        if choice is None:
            self.assembly.request.loose.append(intent.text)
            return
        operation = choice.operation
        if "copy" in intent.wanted and intent.service in ("googledocs", "googlesheets", "googleslides"):
            operation = self.assembly.catalogue.operation("google_drive.file.copy") or operation
            intent.service = "googledrive"
        if intent.service == "googledocs" and operation.operation == "create":
            self._doc(intent, service.name)
            return
        if intent.service == "googledrive" and operation.operation == "upload" and not self.assembly.binary:
            self._need_file(intent)
        title = self._title(intent, service.name, operation.action)
        ident = self.assembly.ident(title)
        inputs = fill(self.assembly, intent, operation, intent.service, ident)
        step = self.assembly.add(
            operation.id,
            title,
            inputs,
            self._ends(scope),
            confidence=choice.confidence,
            alternatives=choice.alternatives,
            ident=ident,
        )
        self.assembly.ends[scope] = [Link(step=step.id)]
        if operation.operation in ("copy", "create", "createFromText") and KIND_OF.get(intent.service) in (
            "docs",
            "files",
        ):
            self.assembly.sources.setdefault(scope, []).append(Source(step.id, "googledrive", "app", {}))

    def _written_after_list(self, scope: int) -> Source | None:
        sources = self.assembly.sources_of(scope)
        return sources[-1] if sources and sources[-1].style == "ai" else None

    def _to_people(self, intent: Intent) -> bool:
        from workforce.workflow.planner.knowledge.cues import ME, is_person

        literal = (
            intent.entities("email") or intent.named("channel") or intent.entities("chatid") or intent.entities("phone")
        )
        return not literal and any(is_person(p) for p in intent.pieces) and not any(p.fold in ME for p in intent.pieces)

    def _title(self, intent: Intent, service: str, action: str) -> str:
        names = intent.named("channel", "sheet", "table", "database", "folder", "list", "project")
        mails = intent.entities("email")
        target = (
            f"#{names[0].content}"
            if names and names[0].names == "channel"
            else names[0].content
            if names
            else mails[0]
            if mails
            else ""
        )
        base = f"{service}: {_verb_title(action)}" if service != "Send Email" else "Send an e-mail"
        return f"{base} – {target}"[:70] if target else base[:70]

    def _doc(self, intent: Intent, name: str) -> None:
        """A Google Doc is made, then written: n8n's create makes an empty one."""
        scope = intent.scope
        operation = self.assembly.catalogue.operation("google_docs.document.create")
        update = self.assembly.catalogue.operation("google_docs.document.update")
        if operation is None or update is None:
            return
        ident = self.assembly.ident("Google Doc")
        made = self.assembly.add(
            operation.id,
            f"{name}: create a document",
            fill(self.assembly, intent, operation, "googledocs", ident),
            self._ends(scope),
            ident=ident,
        )
        source = Source(made.id, "googledocs", "doc", {"link": "id", "document": "id", "url": "id", "id": "id"})
        text = writing.message(self.assembly, intent)
        inputs: dict[str, Value] = {
            "documentURL": source.ref("id"),
            "actionsUi": group(actionFields=many(group(action="insert", text=text))),
        }
        wrote = self.assembly.add(update.id, f"{name}: write the text", inputs, [Link(step=made.id)])
        self.assembly.sources.setdefault(scope, []).append(source)
        self.assembly.ends[scope] = [Link(step=wrote.id)]

    def _need_file(self, intent: Intent) -> None:
        """Uploading needs a file: a text that was written becomes one."""
        scope = intent.scope
        source = self.assembly.source(scope) if self.assembly.sources_of(scope) else None
        if source is None or source.service in ("gmail", "microsoftoutlook", "form", "webhook"):
            self.assembly.binary = "data"
            return
        if self.many.get(scope) and scope not in self.condensed:
            self._csv(intent)
            return
        step = self.assembly.add("convert_to_file.to_json", "As a file", {}, self._ends(scope))
        self.assembly.ends[scope] = [Link(step=step.id)]
        self.assembly.binary = "data"

    # --- AI, people, files, time ----------------------------------------------------------------------

    def _think(self, intents: list[Intent]) -> None:
        scope = intents[0].scope
        files = self.request.start.service in ("googledrive", "dropbox", "microsoftonedrive", "box")
        if files and not self.assembly.binary and not any(i.kind == "document" for i in self.request.intents):
            self._document(intents[0])
        if self.many.get(scope) and not any(self._each(i) for i in intents):
            self._condense(scope, lines=False)
        if scope not in self.assembly.ends:
            self.assembly.ends[scope] = self._ends(scope)
        source = think(self.assembly, intents)
        self.assembly.sources.setdefault(scope, []).append(source)
        if scope in self.condensed:
            self.many[scope] = False

    def _approve(self, intent: Intent) -> None:
        scope = intent.scope
        service = self.assembly.services.get(intent.service)
        choice = choose(service, ["approve"], [], self.assembly.catalogue) if service else None
        if service is None or choice is None:
            return
        bypass: list[Link] = []
        if scope in self.switched and self.request.scopes[scope].kind == "if":
            step_id, output = self.switched[scope]
            bypass = [Link(step=step_id, output=output)]
        title = f"Ask for approval ({service.name})" if service.name != "Send Email" else "Ask for approval by e-mail"
        ident = self.assembly.ident(title)
        inputs = fill(self.assembly, intent, choice.operation, intent.service, ident)
        step = self.assembly.add(choice.operation.id, title, inputs, self._ends(scope), ident=ident)
        left = Source(step.id).ref("data.approved")
        decided = self.assembly.add(
            "if", "Approved?", {"conditions": conditions(condition(left, "true", "", "boolean"))}, [Link(step=step.id)]
        )
        approved, declined = [Link(step=decided.id), *bypass], [Link(step=decided.id, output=1)]
        self.approvals[scope] = (approved, declined)
        self.assembly.ends[scope] = approved
        if scope and self.request.scopes[scope].kind == "if":
            self.assembly.ends[self.request.scopes[scope].parent] = approved
        self._late_mail(intent)

    def _late_mail(self, intent: Intent) -> None:
        """`I approve it before it goes to board@…`: what goes on afterwards is said in the same breath."""
        match = re.search(r"\b(before|bevor|antes|avant)\b", fold(intent.text))
        mails = [
            p
            for p in intent.pieces
            if p.kind in ("email", "channel") and match and fold(intent.text).find(p.fold) > match.start()
        ]
        if not mails:
            return
        service = (
            intent.service
            if mails[0].kind == "email" and KIND_OF.get(intent.service) == "mail"
            else self.request.mail
            if mails[0].kind == "email"
            else self.request.chat
        )
        late = Intent("act", intent.scope, mails, intent.unit, service, ["tell"], ["send"], ["email"])
        self._act(late, [])

    def _wait(self, intent: Intent) -> None:
        unit, amount = next(iter(intent.amount.items()))
        if unit == "weeks":
            unit, amount = "days", amount * 7
        elif unit == "months":
            unit, amount = "days", amount * 30
        step = self.assembly.add(
            "wait",
            f"Wait {amount} {unit}",
            {"resume": Literal(value="timeInterval"), "amount": Literal(value=amount), "unit": Literal(value=unit)},
            self._ends(intent.scope),
        )
        self.assembly.ends[intent.scope] = [Link(step=step.id)]

    def _gate(self, intent: Intent, title: str) -> None:
        step = self.assembly.add(
            "filter",
            title[:60],
            {"conditions": rule(self.assembly, intent.scope, intent.tests)},
            self._ends(intent.scope),
        )
        self.assembly.ends[intent.scope] = [Link(step=step.id)]
        self.assembly.items[intent.scope] = [Link(step=step.id)]

    def _dedupe(self, intent: Intent) -> None:
        scope = intent.scope
        source = self.assembly.source(scope) if self.assembly.sources_of(scope) else None
        history = "history" in intent.flags or self.request.start.kind == "schedule"
        if history and source is not None:
            key = source.path("url", guess=False) or source.path("id", guess=False) or "id"
            step = self.assembly.add(
                "remove_duplicates.remove_items_seen_in_previous_executions",
                "Only what is new",
                {"dedupeValue": source.ref(key)},
                self._ends(scope),
            )
        else:
            step = self.assembly.add(
                "remove_duplicates.remove_duplicate_input_items", "Without duplicates", {}, self._ends(scope)
            )
        self.assembly.ends[scope] = self.assembly.items[scope] = [Link(step=step.id)]

    def _total(self, intent: Intent) -> None:
        scope = intent.scope
        if not self.assembly.sources_of(scope) or not self.many.get(scope):
            return
        source = self.assembly.source(scope)
        counting = bool(
            re.search(
                r"\b(count|how many|number of|zahl\w*|anzahl|wie viele|cuent\w*|cuant\w*|compt\w*|combien|cont\w*|quant\w*)\b",
                fold(intent.text),
            )
        ) and not re.search(r"\b(sum|suma|total|summe|somme|soma)\b", fold(intent.text))
        path = source.path("amount", guess=False) or source.path("amount") or "amount"
        average = bool(re.search(r"\b(average|durchschnitt\w*|promedio|media|moyenne)\b", fold(intent.text)))
        how = "count" if counting else "average" if average else "sum"
        row = group(aggregation=how, field=path if not counting else (source.path("id", guess=False) or path))
        step = self.assembly.add(
            "summarize",
            {"count": "Count", "average": "Average", "sum": "Total"}[how],
            {"fieldsToSummarize": group(values=many(row))},
            self._ends(scope),
        )
        name = f"{ {'count': 'count', 'average': 'average', 'sum': 'sum'}[how] }_{(path if not counting else (source.path('id', guess=False) or path)).replace('.', '_')}"
        made = Source(step.id, source.service, "list", {"text": name, "all": name, "total": name, "amount": name})
        self.condensed[scope] = made
        self.assembly.sources.setdefault(scope, []).append(made)
        self.assembly.ends[scope] = [Link(step=step.id)]

    def _csv(self, intent: Intent) -> None:
        kind = "xlsx" if re.search(r"excel|xlsx", fold(intent.text)) else "csv"
        step = self.assembly.add(
            f"convert_to_file.{kind}",
            f"Make a {kind.upper()} file",
            {"binaryPropertyName": Literal(value="data")},
            self._ends(intent.scope),
        )
        self.assembly.ends[intent.scope] = [Link(step=step.id)]
        self.assembly.binary = "data"
        self.condensed[intent.scope] = Source(step.id, "", "file", {})
        self.many[intent.scope] = False

    def _document(self, intent: Intent) -> None:
        scope = intent.scope
        start = self.request.start
        binary = self.assembly.binary or "data"
        if start.service in ("googledrive", "dropbox", "microsoftonedrive", "box") and not self.assembly.binary:
            operation = (
                self.assembly.catalogue.operation("google_drive.file.download")
                if start.service == "googledrive"
                else None
            )
            if operation is not None:
                ident = self.assembly.ident("Download the file")
                step = self.assembly.add(
                    operation.id,
                    "Download the file",
                    fill(self.assembly, intent, operation, "googledrive", ident),
                    self._ends(scope),
                    ident=ident,
                )
                self.assembly.ends[scope] = [Link(step=step.id)]
            binary = self.assembly.binary = "data"
        step = self.assembly.add(
            "extract_from_file.pdf",
            "Read the PDF",
            {"binaryPropertyName": Literal(value=binary), "options": group(keepSource="both")},
            self._ends(scope),
            on_failure=OnFailure(),
        )
        self.assembly.ends[scope] = [Link(step=step.id)]
        self.assembly.sources.setdefault(scope, []).append(
            Source(step.id, "", "doc", {"document": "text", "text": "text"})
        )


def _act_nouns(intent: Intent) -> list[str]:
    """The nouns of what is made, not of what it is made from."""
    skip = {"channel", "database", "list", "table", "folder", "project", "board"}
    if intent.wanted[:1] == ["tell"]:
        return [n for n in intent.nouns if n not in skip]
    kept = [n for n in intent.nouns if n not in skip or len(intent.nouns) == 1]
    return kept or intent.nouns


def _verb_title(action: str) -> str:
    return action[:1].lower() + action[1:] if action[:2] != action[:2].upper() else action


def _line_fields(clause: str) -> list[str]:
    match = re.search(r"(?:per|pro|por|par)\s+\w+\s*\(\s*([^)]+)\)", clause)
    return [part.strip() for part in match.group(1).split(",")] if match else []
