"""What a recipe gets: the step that is being filled, and how it asks or looks for a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from workforce.workflow.catalogue import Operation
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.intents import Intent
from workforce.workflow.spec import Literal, Locator, Value


@dataclass(slots=True)
class Order:
    """One step that is being filled."""

    assembly: Assembly
    intent: Intent
    operation: Operation
    service: str
    name: str
    step: str

    def ask(self, key: str, text: str, why: str, stand_in: str = "", kind: str = "text") -> Value:
        """A question about this step."""
        return self.assembly.ask(key, text, why, self.step, stand_in=stand_in, kind=kind)

    def known(self, said: str, key: str, text: str, why: str, stand_in: str = "", kind: str = "text") -> Value:
        """What was said, else a question."""
        return Literal(value=said) if said else self.ask(key, text, why, stand_in, kind)

    def listed(self, said: str, key: str, text: str, why: str, stand_in: str = "") -> Locator:
        """A thing of the service's own list by the name that was said, else a question."""
        if said:
            return by_name(said)
        return Locator(mode="list", value=self.ask(key, text, why, stand_in), name=stand_in)

    def named(self, *kinds: str) -> str:
        """The name of a thing of these kinds that the intent says."""
        found = self.intent.named(*kinds)
        return found[0].content if found else ""

    def anywhere(self, *kinds: str) -> str:
        """The name of a thing of these kinds anywhere in the prompt, if there is exactly one."""
        names = {
            p.content
            for p in self.assembly.request.pieces
            if p.names in kinds and p.kind in ("name", "quote", "channel", "ident")
        }
        return names.pop() if len(names) == 1 else ""


Recipe = Callable[[Order], Value | None]
Made = TypeVar("Made", bound=Recipe)
RECIPES: dict[str, Recipe] = {}


def recipe(*names: str) -> Callable[[Made], Made]:
    """Enter a recipe under the names by which `knowledge/filling.py` asks for it."""

    def enter(made: Made) -> Made:
        for name in names:
            RECIPES[name] = made
        return made

    return enter


def by_name(value: str) -> Locator:
    """A thing that is picked from the service's own list by its name."""
    return Locator(mode="list", value=Literal(value=value), name=value)


def short_quote(order: Order) -> str:
    """A short quotation in the intent that nothing says the kind of: it can only be the name of the place."""
    quotes = [p.content for p in order.intent.pieces if p.kind == "quote" and p.names in ("", "page", "document")]
    return next((text for text in quotes if len(text.split()) <= 5 and text[-1:] not in "!?."), "")


def data_name(order: Order, *kinds: str) -> str:
    """The name of where rows live: said with its kind, quoted, or quoted right behind the service."""
    said = order.named(*kinds)
    if said:
        return said
    if quote := short_quote(order):
        return quote
    index = next((i for i, p in enumerate(order.intent.pieces) if p.service == order.service), None)
    if index is not None:
        for piece in order.intent.pieces[index + 1 : index + 4]:
            if piece.kind == "quote":
                return piece.content
    return ""
