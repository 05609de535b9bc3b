"""Equality sees every change that matters, and none that does not."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.workflow.importing import samples
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.importing import differences

Json = dict[str, Any]


def node(workflow: Json, name: str) -> Json:
    return next(one for one in workflow["nodes"] if one["name"] == name)


CHANGES: dict[str, Callable[[Json], Any]] = {
    "a node is gone": lambda w: w["nodes"].pop(),
    "a node is new": lambda w: w["nodes"].append(samples.node("New", "noOp")),
    "a type": lambda w: node(w, "Wait").update(type="n8n-nodes-base.noOp"),
    "a version": lambda w: node(w, "Wait").update(typeVersion=1),
    "a position": lambda w: node(w, "Wait").update(position=[1, 2]),
    "an id": lambda w: node(w, "Wait").update(id="other"),
    "a webhook id": lambda w: node(w, "Wait").update(webhookId="other"),
    "a flag goes": lambda w: node(w, "Old way").pop("disabled"),
    "a flag comes": lambda w: node(w, "Wait").update(executeOnce=True),
    "tries": lambda w: node(w, "Keep").update(maxTries=3),
    "a way on failure": lambda w: node(w, "Ask").update(onError="continueRegularOutput"),
    "a note": lambda w: node(w, "Old way").update(notes="because"),
    "credentials": lambda w: node(w, "Ask").update(credentials={"a": {"id": "1"}}),
    "a parameter": lambda w: node(w, "Wait")["parameters"].update(amount=3),
    "true for one": lambda w: node(w, "Wait")["parameters"].update(amount=True),
    "a hidden parameter": lambda w: node(w, "Wait")["parameters"].update(nonsense=1),
    "an output": lambda w: w["connections"]["Loop"]["main"].reverse(),
    "the order of two arrows": lambda w: w["connections"]["Loop"]["main"][0].reverse(),
    "an input": lambda w: w["connections"]["Ask"]["main"][0][1].update(index=0),
    "one of two equal arrows": lambda w: w["connections"]["Both"]["main"][0].pop(),
    "a kind": lambda w: w["connections"]["Keep"].update(ai_tool=w["connections"]["Keep"].pop("main")),
    "a setting": lambda w: w["settings"].update(timezone="UTC"),
    "test data": lambda w: w["pinData"].clear(),
    "the name": lambda w: w.update(name="Other"),
}
THE_SAME: dict[str, Callable[[Json], Any]] = {
    "nodes in another order": lambda w: w["nodes"].reverse(),
    "a flag that is off": lambda w: node(w, "Wait").update(disabled=False, retryOnFail=False, notes=""),
    "a default": lambda w: node(w, "Wait")["parameters"].update(resume="timeInterval"),
    "an empty output": lambda w: w["connections"]["Wait"]["main"].append([]),
    "no output": lambda w: w["connections"].update({"Join": {"main": [None]}}),
    "one as 1.0": lambda w: node(w, "Daily").update(typeVersion=1.20),
    "the engine's own": lambda w: w.update(id="5", versionId="x", active=True, tags=[]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_sees(catalogue: Catalogue, name: str) -> None:
    changed = copy.deepcopy(samples.LOOP)
    CHANGES[name](changed)
    assert differences(samples.LOOP, changed, catalogue)
    assert differences(changed, samples.LOOP, catalogue)


@pytest.mark.parametrize("name", THE_SAME)
def test_does_not_mind(catalogue: Catalogue, name: str) -> None:
    changed = copy.deepcopy(samples.LOOP)
    THE_SAME[name](changed)
    assert differences(samples.LOOP, changed, catalogue) == []
