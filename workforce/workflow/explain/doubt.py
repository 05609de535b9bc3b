"""Doubt: what a planner was not sure of is said beside the sentence, with what else may be meant."""

from __future__ import annotations

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.explain.actions import action_in_words
from workforce.workflow.explain.phrases import Phrases
from workforce.workflow.spec import Step, Trigger

DOUBTFUL = 0.6  # below, more than every third such choice is another one
_SHOWN = 2


def doubt(part: Step | Trigger, catalogue: Catalogue, phrases: Phrases) -> str:
    """Why a step should be looked at; empty where the planner is sure enough."""
    if part.confidence >= DOUBTFUL:
        return ""
    known = [operation for ident in part.alternatives if (operation := catalogue.operation(ident)) is not None]
    others = list(dict.fromkeys(action_in_words(operation, phrases) for operation in known))[:_SHOWN]
    if not others:
        return phrases.say("doubt")
    return phrases.say(
        "doubt_or", others=f" {phrases.say('or')} ".join(phrases.say("quoted", text=one) for one in others)
    )
