"""What Claude can look up is short, complete and offers nothing that the policy takes out."""

from __future__ import annotations

import json

import pytest

from workforce.workflow import dictation
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.catalogue.policy import reaches_the_machine

LONGEST = 8_000


def names(catalogue: Catalogue, ident: str) -> list[str]:
    return [one["name"] for one in json.loads(dictation.read_operation(catalogue, ident))["inputs"]]


@pytest.mark.parametrize(
    ("ident", "name"),
    [
        ("slack.message.post", "channelId"),
        ("google_sheets.sheet.append", "columns"),
        ("postgres.select", "where"),
        ("http_request", "jsonBody"),
        ("merge", "joinMode"),
        ("microsoft_outlook.message.send_and_wait", "mailbox"),
    ],
)
def test_inputs_that_appear_later_are_told(catalogue: Catalogue, ident: str, name: str) -> None:
    assert name in names(catalogue, ident)


def test_what_is_chosen_already_brings_up_what_depends_on_it(catalogue: Catalogue) -> None:
    told = json.loads(dictation.read_operation(catalogue, "slack.message.post", {"select": "channel"}))
    assert next(one for one in told["inputs"] if one["name"] == "channelId").get("when") is None


def test_every_operation_can_be_read_and_none_is_endless(catalogue: Catalogue) -> None:
    sizes = {op.id: len(dictation.read_operation(catalogue, op.id)) for op in catalogue.offered()}
    assert {ident: size for ident, size in sizes.items() if size > LONGEST} == {}


def test_the_policy_holds_for_look_ups(catalogue: Catalogue) -> None:
    assert "execute_command" not in dictation.search_operations(catalogue, "execute a shell command")
    assert dictation.read_operation(catalogue, "execute_command").startswith("There is no operation")
    for line in dictation.core_operations(catalogue).splitlines()[1:30]:
        operation = catalogue.operation(line.split(" | ")[0])
        assert operation is None or not reaches_the_machine(operation.node_type)


def test_an_id_that_is_not_there_brings_near_ones(catalogue: Catalogue) -> None:
    assert "slack.message.post" in dictation.read_operation(catalogue, "slack.post_message")


def test_the_unchanging_part_names_only_what_there_is(catalogue: Catalogue) -> None:
    from workforce.workflow.dictation.instructions import CORE, READ

    assert [ident for ident in (*CORE, *READ) if ident not in catalogue] == []
