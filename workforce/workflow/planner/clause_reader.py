"""Clauses in their order: which hold under which condition, and what each asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal as OneOf

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.comparisons import Comparison, between, numeric, worded
from workforce.workflow.language.words import fold
from workforce.workflow.planner.actions import intents_of, listing, wait_of
from workforce.workflow.planner.background import is_background, is_heading, services_in
from workforce.workflow.planner.intents import Intent, Request, Scope
from workforce.workflow.planner.knowledge.cues import AI, ALL_OF_IT, APPROVED, DECLINED, ERROR, ONE_ONLY, SEEN_BEFORE
from workforce.workflow.planner.labels import answered, kind_of, state_of
from workforce.workflow.planner.mentions import Defaults
from workforce.workflow.planner.sayings import (
    ANYWAY,
    BEFORE_THAT,
    CHECKS,
    CUT,
    DOING,
    ERRORS,
    FACT,
    FEW,
    FOR,
    LABEL_WORDS,
    LEADS_OFF,
    LEFT_OUT,
    MOST_STEPS,
    NOTHING_TO_DO,
    ONLY,
    OPPOSITE,
    OTHER,
    REFUSES,
    RELATIVE,
    SAME,
    SAY_SO,
    SO,
    after_approval,
    approved_alone,
    guards,
    tests_in,
    where,
    without_decision,
)
from workforce.workflow.planner.services import Services


class Reader:
    """Walks the clauses and keeps the scope that holds."""

    def __init__(self, request: Request, usual: Defaults, services: Services) -> None:
        self.request, self.usual, self.services = request, usual, services
        self.last_test = 0
        self.open: tuple[int, int] | None = None  # scope, unit it holds in
        self.checked: list[Comparison] = []  # `check whether the total is above 1000`, before `if so`

    def read(self, parts: list[Clause]) -> None:
        """Turn clauses into intents."""
        for index, clause in enumerate(parts):
            if len(self.request.intents) >= MOST_STEPS:
                self.request.ignored.append(CUT + clause.text)
                return
            if is_background(clause) or is_heading(clause):
                self.request.told += services_in(clause.pieces)
                continue
            following = parts[index + 1] if index + 1 < len(parts) else None
            self._clause(clause, following)

    # --- scopes ---------------------------------------------------------------------------------------

    def _scope(self, scope: Scope, unit: int) -> int:
        scope.id = len(self.request.scopes)
        self.request.scopes.append(scope)
        self.open = (scope.id, unit)
        return scope.id

    def _current(self, clause: Clause) -> int:
        return self.open[0] if self.open and self.open[1] == clause.unit else 0

    def _clause(self, clause: Clause, following: Clause | None) -> None:
        if clause.lead in ("if", "unless"):
            self._condition(clause, following)
            return
        if clause.lead == "else":
            self._else(clause)
            if not clause.pieces:
                return
        if self._others(clause):
            self._else(clause)
            return
        if self._is_label(clause):
            self._label(clause)
            return
        self._action(clause)

    def _condition(self, clause: Clause, following: Clause | None) -> None:
        words = clause.words
        answer, asked = answered(clause.pieces, self.request)
        if (
            clause.closed == "stop"
            and clause.opened != "postfix"
            and following is not None
            and following.unit != clause.unit
            and clause.unit + 1 == following.unit
        ):
            clause.unit = following.unit
        if ERROR.search(f"{clause.word} {words}"):
            scope = Scope(0, "error")
        elif asked is not None:
            scope = Scope(0, "if", self._parent(clause), tests=[asked], label=clause.text)
        elif self._has_approval() and (answer == "no" or DECLINED.search(words)):
            scope = Scope(0, "declined", self._approval_parent())
        elif self._has_approval() and (answer == "yes" or APPROVED.search(words)):
            scope = Scope(0, "approved", self._approval_parent())
        else:
            so = bool(self.checked) and (SO.match(words) is not None or not clause.pieces)
            tests = self.checked if so else self._of_the_same(tests_in(clause.pieces))
            scope = Scope(
                0, "if", self._parent(clause), tests=tests, negated=clause.lead == "unless", label=clause.text
            )
        if clause.opened == "postfix":
            self._wrap(clause, scope)
            return
        self._scope(scope, clause.unit)
        self.last_test = scope.id

    def _of_the_same(self, tests: list[Comparison]) -> list[Comparison]:
        """`if the location is Hamburg …; if it is Rotterdam …`: both speak of the location."""
        before = self.request.scopes[self.last_test].tests if self.last_test else []
        if len(tests) == 1 and before and not tests[0].subject and tests[0].op == "eq" and not tests[0].numeric:
            tests[0].subject = before[0].subject if not before[0].numeric else ""
        return tests

    def _wrap(self, clause: Clause, scope: Scope) -> None:
        """A condition said behind its action: it holds for what this sentence asked for since its last condition."""
        before = self._current(clause)
        ident = self._scope(scope, clause.unit)
        self.last_test = ident
        moved = [i for i in self.request.intents if i.unit == clause.unit and i.scope == before]
        for intent in moved[-1:] if clause.opened == "postfix" else moved:
            intent.scope = ident
        if before:
            scope.parent = before

    def _parent(self, clause: Clause) -> int:
        current = self._current(clause)
        return current if current and self.request.scopes[current].kind in ("approved", "declined") else 0

    def _else(self, clause: Clause) -> None:
        of = self.last_test
        if not of:
            return
        kind = self.request.scopes[of].kind
        scope = Scope(
            0,
            "declined" if kind == "approved" else "approved" if kind == "declined" else "else",
            self.request.scopes[of].parent,
            of,
        )
        self._scope(scope, clause.unit)

    def _others(self, clause: Clause) -> bool:
        """`other locations:`, `invalid:` behind `valid`: every other case than the last one told."""
        if clause.closed not in ("colon", "arrow") or not self.last_test or not 1 <= len(clause.pieces) <= FEW:
            return False
        if any(p.service or p.kind in ("email", "channel") for p in clause.pieces):
            return False
        if clause.pieces[0].fold in OTHER and (len(clause.pieces) == 1 or not clause.pieces[1].verbs):
            return not self._category(clause)
        told = [fold(str(v)) for t in self.request.scopes[self.last_test].tests for v in t.values if not t.numeric]
        return any(clause.words in (f"in{v}", f"un{v}", f"not {v}", f"nicht {v}", f"non {v}", f"no {v}") for v in told)

    def _is_label(self, clause: Clause) -> bool:
        bound = numeric(clause.pieces) if len(clause.pieces) <= 5 and not any(p.verbs for p in clause.pieces) else None
        if clause.closed in ("comma", "and") and not clause.lead and bound is not None and bound.op != "eq":
            return True
        if clause.closed == "and" and not clause.lead and where(clause.pieces):
            return True
        if clause.closed not in ("arrow", "colon") or clause.lead or len(clause.pieces) > LABEL_WORDS:
            return False
        words = clause.words
        if ERROR.search(words) or ERRORS.match(words):
            return True
        if self._has_approval() and (DECLINED.search(words) or APPROVED.search(words)) and len(clause.pieces) <= 5:
            return True
        if numeric(clause.pieces) is not None:
            return True
        if self._category(clause) or between(clause.pieces) or state_of(clause, self.request):
            return True
        if answered(clause.pieces, self.request)[0] or kind_of(clause, self.request):
            return True
        commands = clause.pieces[0].verbs and not clause.pieces[0].nouns
        if (commands or clause.opened == "arrow") and any(p.service for p in clause.pieces):
            return False
        if commands and len(clause.pieces) > LABEL_WORDS - 4:
            return False
        return (
            clause.closed == "arrow" and worded(clause.pieces) is not None and bool(self.request.intents or clause.unit)
        )

    def _label(self, clause: Clause) -> None:
        words = clause.words
        if ERROR.search(words) or ERRORS.match(words):
            scope = Scope(0, "error")
        elif self._has_approval() and DECLINED.search(words):
            scope = Scope(0, "declined", self._approval_parent())
        elif self._has_approval() and APPROVED.search(words):
            scope = Scope(0, "approved", self._approval_parent())
        elif (answer := answered(clause.pieces, self.request))[0] and answer[1] is None:
            kind: OneOf["approved", "declined"] = "approved" if answer[0] == "yes" else "declined"
            scope = Scope(0, kind, self._approval_parent())
        else:
            scope = Scope(0, "if", 0, tests=self._cases(clause), label=clause.text)
        self._scope(scope, clause.unit)
        self.last_test = scope.id

    def _cases(self, clause: Clause) -> list[Comparison]:
        """What a short head tells of: an answer, a category, a state, a bound."""
        if category := self._category(clause):
            return [Comparison("category", "eq", [*category], clause.text)]
        if (bounds := tests_in(clause.pieces)) and bounds[0].numeric and bounds[0].op != "eq":
            return bounds
        if (behind := where(clause.pieces)) and (test := worded(behind)) is not None:
            return [test]
        found = answered(clause.pieces, self.request)[1] or state_of(clause, self.request)
        if found is None and (bounds := tests_in(clause.pieces)) and bounds[0].numeric:
            return bounds
        found = found or kind_of(clause, self.request)
        return [found] if found else tests_in(clause.pieces)

    def _category(self, clause: Clause) -> list[str]:
        """The categories of the last sorting AI step that a short head names."""
        known = next((i.categories for i in reversed(self.request.intents) if i.kind == "ai" and i.categories), [])
        words = {word for piece in clause.pieces for word in piece.fold.replace("/", " ").split()}
        return [category for category in known if set(fold(category).split()) <= words]

    def _has_approval(self) -> bool:
        return any(intent.kind == "approve" for intent in self.request.intents)

    def _approval_parent(self) -> int:
        return next(i.scope for i in reversed(self.request.intents) if i.kind == "approve")

    # --- actions --------------------------------------------------------------------------------------

    def _case(self, clause: Clause) -> None:
        """`Bei Technik eine Aufgabe anlegen`, `for bugs create …`: the action of one category."""
        going = clause.pieces[1].fold.split()[0] if len(clause.pieces) > 2 else ""
        if going in LEADS_OFF:
            category = self._category(Clause(clause.pieces[:1]))
            if category:
                scope = Scope(
                    0,
                    "if",
                    0,
                    tests=[Comparison("category", "eq", [*category], clause.pieces[0].text)],
                    label=clause.pieces[0].text,
                )
                self.last_test = self._scope(scope, clause.unit)
                clause.pieces = clause.pieces[1:]
                clause.words = " ".join(p.fold for p in clause.pieces)
                return
        kind = self._kind(clause)
        if kind:
            test = Comparison("category", "eq", [kind], clause.pieces[0].text)
            self.last_test = self._scope(Scope(0, "if", 0, tests=[test], label=kind), clause.unit)
            return
        if clause.pieces and clause.pieces[0].fold in FOR:
            for place in range(2, min(5, len(clause.pieces))):
                head = Clause(clause.pieces[1:place])
                category = self._category(head)
                if category and len(clause.pieces) > place:
                    scope = Scope(
                        0, "if", 0, tests=[Comparison("category", "eq", [*category], head.text)], label=head.text
                    )
                    self.last_test = self._scope(scope, clause.unit)
                    clause.pieces = clause.pieces[place:]
                    clause.words = " ".join(p.fold for p in clause.pieces)
                    return

    def _kind(self, clause: Clause) -> str:
        """The category that a clause's first word puts on a thing: `negative Mails als Ticket anlegen`."""
        if len(clause.pieces) < 3 or not clause.pieces[1].nouns or self._current(clause):
            return ""
        known = next((i.categories for i in reversed(self.request.intents) if i.kind == "ai" and i.categories), [])
        word = clause.pieces[0].fold
        return next((c for c in known if len(c) > 3 and word.startswith(fold(c)) and len(word) - len(c) < 3), "")

    def _action(self, clause: Clause) -> None:
        self._case(clause)
        words = clause.words
        if ANYWAY.match(words):
            self.open = None
        scope = self._current(clause)
        error = ERROR.search(words)
        if error:
            scope = self._scope(Scope(0, "error"), clause.unit)
        elif self._has_approval() and self._decided_here(scope) and after_approval(words):
            scope = self._scope(
                Scope(0, "declined" if DECLINED.search(words) else "approved", self._approval_parent()), clause.unit
            )
            self.last_test = scope
            without_decision(clause)
        if scope and clause.pieces[:1] and clause.pieces[0].fold in ONLY and guards(self.request.scopes[scope]):
            self.request.scopes[scope].instead = True
        if ALL_OF_IT.search(words) and scope and self.request.scopes[scope].kind == "if":
            self.request.scopes[scope].instead = True
        if re.search(
            r"no nos interes|not interested|don't care|interessieren uns nicht|ne nous interess|nao (nos )?interess",
            words,
        ):
            return
        does = {verb for p in clause.pieces for verb in p.verbs} & DOING
        if (
            NOTHING_TO_DO.search(words)
            and not does
            and not SEEN_BEFORE.search(words)
            and not any(p.service or p.kind in ("channel", "email") for p in clause.pieces)
        ):
            self._gate(clause, scope)
            return
        if REFUSES.match(words) and not any(p.service or p.kind in ("channel", "email") for p in clause.pieces):
            self.request.loose.append(clause.text)
            return
        if (again := self._same(clause, scope)) is not None:
            self.request.intents.append(again)
            return
        if self._left_out(clause):
            return
        if scope and SAY_SO.match(words):
            self.request.loose.append(clause.text)
            return
        if (bounds := approved_alone(clause)) and not scope:
            self.last_test = self._scope(Scope(0, "if", 0, tests=bounds, label=clause.text), clause.unit)
            return
        wait = wait_of(words)
        if wait is not None:
            self.request.intents.append(Intent("wait", scope, clause.pieces, clause.unit, amount=wait))
        if self._remark(clause):
            return
        minds = any(p.fold in AI for p in clause.pieces)
        if (
            CHECKS.match(words)
            and not minds
            and not any(p.service for p in clause.pieces)
            and (tests := tests_in(clause.pieces[1:]))
        ):
            self.checked = tests
            return
        made = intents_of(clause, scope, self.request, self.usual, self.services)
        if not any(intent.kind == "read" for intent in made):
            for intent in made:
                self._scoped(intent, clause)
        self._take(made, clause)
        before = self.request.intents[-1] if self.request.intents else None
        items = listing(clause.pieces) if not made and clause.opened == "colon" else []
        if before is not None and before.kind == "ai" and before.unit == clause.unit and items and not before.fields:
            before.categories = before.categories or items
            return
        if not made and wait is None and not error:
            self.request.loose.append(clause.text)

    def _decided_here(self, scope: int) -> bool:
        """Whether a decision can begin another case in this scope: nothing holds yet, or the other answer does."""
        return not scope or self.request.scopes[scope].kind in ("approved", "declined")

    def _left_out(self, clause: Clause) -> bool:
        """`orders below 20 don't get that mail`: everything else goes on."""
        if not LEFT_OUT.search(clause.words) or any(p.service for p in clause.pieces):
            return False
        tests = tests_in(clause.pieces)
        if len(tests) != 1 or tests[0].op not in OPPOSITE:
            return False
        self.request.intents.append(
            Intent("gate", 0, clause.pieces, clause.unit, tests=[replace(tests[0], op=OPPOSITE[tests[0].op])])
        )
        return True

    def _same(self, clause: Clause, scope: int) -> Intent | None:
        """`Approved -> same row`: what was asked for before, in this case too."""
        if not SAME.match(clause.words) or any(p.service for p in clause.pieces):
            return None
        nouns = {noun for p in clause.pieces for noun in p.nouns}
        acts = [i for i in self.request.intents if i.kind == "act" and i.scope != scope]
        fitting = [i for i in acts if not nouns or nouns & {n for p in i.pieces for n in p.nouns}]
        return replace(fitting[-1], scope=scope, unit=clause.unit) if fitting else None

    def _take(self, made: list[Intent], clause: Clause) -> None:
        """Add what a clause asks for; an approval that is wanted `before that` goes in front of what was said last."""
        if made and self._goes_on(clause) and all(i.kind == "read" for i in made):
            self.request.intents[-1:] = [*made, self.request.intents[-1]]
            return
        same = [i for i in self.request.intents if i.unit == clause.unit and i.kind == "act"]
        if same and BEFORE_THAT.search(clause.words) and any(i.kind == "approve" for i in made):
            place = self.request.intents.index(same[-1])
            self.request.intents[place:place] = made
            return
        self.request.intents += made

    def _goes_on(self, clause: Clause) -> bool:
        """`a summary of the mails and of the tasks`: what an AI reads goes on behind it."""
        last = self.request.intents[-1] if self.request.intents else None
        if last is None or last.kind != "ai" or last.unit != clause.unit or clause.opened != "and":
            return False
        return not any(p.verbs for p in clause.pieces)

    def _remark(self, clause: Clause) -> bool:
        """`only one mail, please`, `the chat id is -100…`: it belongs to what was asked for before."""
        before = next((i for i in reversed(self.request.intents) if i.kind == "act"), None)
        if before is None:
            return False
        named = any(p.service or p.kind in ("channel", "email") for p in clause.pieces)
        if ONE_ONLY.search(clause.words) and not named:
            return True
        told = [p for p in clause.pieces if p.kind != "mark"]
        addressed = any(p.service or p.kind in ("phone", "email") for p in clause.pieces)
        if (FACT.match(clause.words) and not addressed) or (
            told and all(p.names in ("subject", "title", "text") for p in told)
        ):
            before.pieces = [*before.pieces, *clause.pieces]
            return True
        return False

    def _scoped(self, intent: Intent, clause: Clause) -> None:
        """`for items below 20 send …`: a comparison inside an action is a condition of its own."""
        if intent.kind not in ("act", "approve") or intent.scope:
            return
        test = numeric([p for p in clause.pieces if p.kind != "time"])
        if test is not None and test.op in ("gt", "gte", "lt", "lte"):
            intent.scope = self._scope(Scope(0, "if", 0, tests=[test], label=test.text), clause.unit)
            self.last_test = intent.scope

    def _gate(self, clause: Clause, scope: int) -> None:
        """`skip files that are not pdf`: everything else goes on; `others ignore` asks for nothing."""
        if scope:
            held = self.request.scopes[scope]
            if (
                held.kind == "if"
                and held.tests
                and re.search(r"\b(skip|ignor\w*|uberspring\w*|omit\w*|saut\w*|pul\w*)\b", clause.words)
            ):
                opposite = {"empty": "filled", "filled": "empty", "eq": "neq", "neq": "eq"}
                tests = [
                    Comparison(t.subject, opposite[t.op], t.values, t.text) for t in held.tests if t.op in opposite
                ]
                self.request.intents.append(Intent("gate", 0, clause.pieces, clause.unit, tests=tests))
            return
        test = worded([p for p in clause.pieces if "ignore" not in p.verbs])
        relative = any(p.fold in RELATIVE for p in clause.pieces)
        if (
            test is not None
            and relative
            and test.op in ("neq", "eq", "contains")
            and test.values
            and "not interested" not in clause.words
        ):
            test.op = {"neq": "eq", "eq": "neq", "contains": "neq"}[test.op]
            self.request.intents.append(Intent("gate", 0, clause.pieces, clause.unit, tests=[test]))
