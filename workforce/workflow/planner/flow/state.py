"""The flow in the making: which scopes are open, where lists became one, where decisions lead."""

from __future__ import annotations

from dataclasses import dataclass, field

from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.intents import Intent, Request
from workforce.workflow.planner.knowledge.cues import EACH, ONE_ONLY
from workforce.workflow.spec import Link, Step


@dataclass(slots=True)
class Flow:
    """A worker whose steps are being put in order.

    many: by scope, whether more than one item comes along; condensed: what stands for a list where it became one item;
    switched: by scope, the step that decides and its output for the other case; approvals: by scope, where yes and no
    lead.
    """

    assembly: Assembly
    opened: set[int] = field(default_factory=lambda: {0})
    many: dict[int, bool] = field(default_factory=lambda: {0: False})
    condensed: dict[int, Source] = field(default_factory=dict)
    switched: dict[int, tuple[str, int]] = field(default_factory=dict)
    approvals: dict[int, tuple[list[Link], list[Link]]] = field(default_factory=dict)

    @property
    def request(self) -> Request:
        """What was asked for."""
        return self.assembly.request

    def ends(self, scope: int) -> list[Link]:
        """What the next step of a scope hangs on."""
        return self.assembly.ends.get(scope, self.assembly.ends[0])

    def hang(self, scope: int, step: Step, *, items: bool = False) -> None:
        """Whatever comes next in a scope hangs on this step; items: it still gives one item a thing."""
        self.assembly.ends[scope] = [Link(step=step.id)]
        if items:
            self.assembly.items[scope] = [Link(step=step.id)]

    def gives(self, scope: int, source: Source) -> None:
        """A step of this scope gives data."""
        self.assembly.sources.setdefault(scope, []).append(source)

    def nearest(self, scope: int) -> Source | None:
        """What the next step of a scope works on; None before there is anything."""
        sources = self.assembly.sources_of(scope)
        return sources[-1] if sources else None

    def enter(self, scope: int) -> None:
        """Begin a scope."""
        self.opened.add(scope)
        self.assembly.sources.setdefault(scope, [])
        self.many[scope] = self.many.get(self.request.scopes[scope].parent, False)

    def each(self, intent: Intent) -> bool:
        """Whether something is done for each item of a list."""
        if ONE_ONLY.search(fold(self.request.text)):
            return False
        return intent.each or bool(EACH.search(fold(intent.text)))
