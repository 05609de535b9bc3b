"""One clause that is being read: what it says, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.kinds import TELL_VERBS
from workforce.workflow.planner.intents import Intent, Kind, Request
from workforce.workflow.planner.knowledge.cues import AI, EACH, ONE_ONLY
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, Mention, mentions
from workforce.workflow.planner.services import Services

_ASKING = word_set(
    "ask asks asking asked remind reminds reminding tell tells telling invite invites urge urges request requests"
)


def told_to(found: list[Piece]) -> int:
    """Where what somebody is told to do begins: `ask everybody | to close their timesheet`; the end where nobody is."""
    for index, piece in enumerate(found[:6]):
        if piece.fold not in _ASKING:
            continue
        for place in range(index + 2, min(index + 6, len(found) - 1)):
            person = found[place - 1].kind == "word" and not found[place - 1].service
            if found[place].fold == "to" and found[place + 1].verbs and person:
                return place
    return len(found)


@dataclass(slots=True)
class Said:
    """A clause in its scope.

    found: its pieces without times; verbs: concepts, each once; places: the services it names.
    """

    clause: Clause
    scope: int
    request: Request
    usual: Defaults
    services: Services
    found: list[Piece] = field(init=False)
    verbs: list[str] = field(init=False)
    places: list[Mention] = field(init=False)

    def __post_init__(self) -> None:
        self.found = [p for p in self.clause.pieces if p.kind != "time"]
        self.verbs = list(dict.fromkeys(verb for p in self.found for verb in p.verbs))
        told = told_to(self.found)
        self.places = [m for m in mentions(self.found, self.usual) if m.index < told]

    @property
    def words(self) -> str:
        """The folded words of the clause."""
        return self.clause.words

    @property
    def names_ai(self) -> bool:
        """Whether an AI is named."""
        return bool({p.fold for p in self.found} & AI) or any(KIND_OF.get(p.service) == "ai" for p in self.found)

    @property
    def previous(self) -> Intent | None:
        """What was asked for right before."""
        return self.request.intents[-1] if self.request.intents else None

    @property
    def head(self) -> str:
        """The first verb; empty without one."""
        return self.verbs[0] if self.verbs else ""

    @property
    def tells(self) -> bool:
        """Whether somebody is to hear of something."""
        return bool(set(self.verbs) & TELL_VERBS)

    @property
    def each(self) -> bool:
        """Whether it is done once for each item."""
        return bool(EACH.search(self.words)) and not ONE_ONLY.search(self.words)

    @property
    def has_target(self) -> bool:
        """Whether a channel, an address or a number is given."""
        return any(p.kind in ("channel", "email", "chatid", "phone", "url") for p in self.found)

    def has(self, *verbs: str) -> bool:
        """Whether any of these verbs is said."""
        return not set(verbs).isdisjoint(self.verbs)

    def intent(self, kind: Kind, service: str = "", wanted: list[str] | None = None, **more: Any) -> Intent:
        """An intent made of this clause."""
        verbs = more.pop("verbs", self.verbs)
        return Intent(kind, self.scope, self.found, self.clause.unit, service, wanted or [], verbs, **more)
