"""The spec while it is being put together: steps, what each gives, questions, assumptions."""

from __future__ import annotations

from dataclasses import dataclass, field

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.language.words import slug
from workforce.workflow.planner.data import Source
from workforce.workflow.planner.intents import Intent, Request
from workforce.workflow.planner.knowledge.wording import in_words
from workforce.workflow.planner.services import Services
from workforce.workflow.spec import Link, OnFailure, Question, Step, Trigger, Unknown, Value


@dataclass(slots=True)
class Assembly:
    """A worker in the making.

    ends: by scope, the arrows that the next step of that scope hangs on; sources: by scope, what gives data there (the
    nearest last).
    """

    request: Request
    catalogue: Catalogue
    services: Services
    triggers: list[Trigger] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    risks: list[str] = field(default_factory=list)
    ends: dict[int, list[Link]] = field(default_factory=dict)
    sources: dict[int, list[Source]] = field(default_factory=dict)
    items: dict[int, list[Link]] = field(default_factory=dict)
    binary: str = ""
    given: dict[str, str] = field(default_factory=dict)

    def ident(self, title: str) -> str:
        """A free step id for a title."""
        base = slug(title, 32) or "step"
        taken = {trigger.id for trigger in self.triggers} | {step.id for step in self.steps}
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}_{number}"
        return name

    def add(
        self,
        operation: str,
        title: str,
        inputs: dict[str, Value],
        after: list[Link],
        *,
        on_failure: OnFailure | None = None,
        once: bool = False,
        confidence: float = 1.0,
        alternatives: tuple[str, ...] = (),
        ident: str = "",
    ) -> Step:
        """Append a step behind some arrows; its title is said in the prompt's language."""
        title = in_words(title, self.request.language)
        step = Step(
            id=ident or self.ident(title),
            operation=operation,
            title=title[:1].upper() + title[1:],
            inputs=inputs,
            after=after,
            on_failure=on_failure or OnFailure(),
            once=once,
            confidence=confidence,
            alternatives=list(alternatives),
        )
        self.steps.append(step)
        return step

    def serve(self, operation: str, title: str, inputs: dict[str, Value], host: str, port: str) -> None:
        """Append a sub-node to a step."""
        self.steps.append(
            Step(id=self.ident(title), operation=operation, title=title, inputs=inputs, serves=host, port=port)
        )

    def source(self, scope: int) -> Source:
        """What the next step of a scope works on."""
        return self.sources_of(scope)[-1]

    def sources_of(self, scope: int) -> list[Source]:
        """Everything that gives data in a scope, the nearest last."""
        parents: list[list[Source]] = []
        if self.request.scopes[scope].kind == "error":
            return self.sources.get(scope, [])
        while scope:
            parents.append(self.sources.get(scope, []))
            scope = self.request.scopes[scope].parent
        return [*self.sources.get(0, []), *(source for group in reversed(parents) for source in group)]

    def ask(
        self,
        key: str,
        text: str,
        why: str,
        about: str,
        *,
        stand_in: str = "",
        kind: str = "text",
        essential: bool = False,
        default: str = "",
    ) -> Unknown:
        """A value that only the manager knows. The same key is asked once."""
        if not any(question.key == key for question in self.questions):
            self.questions.append(
                Question(
                    key=key, text=text, why=why, about=about, answer_kind=kind, default=default, essential=essential
                )
            )
        return Unknown(question=key, stand_in=stand_in)

    def assume(self, text: str) -> None:
        """Something that was taken for granted and is shown to the manager."""
        if text not in self.assumptions:
            self.assumptions.append(text)


def short(intent: Intent, limit: int = 60) -> str:
    """An intent in a few words."""
    text = intent.text.strip(" ,.")
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
