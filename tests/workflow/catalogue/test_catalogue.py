"""The catalogue of the real n8n: what is in it, what it says of an operation, what it finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from workforce.integrations import node_types
from workforce.services import catalogue as service
from workforce.workflow.catalogue import Catalogue, NotACatalogue


def test_holds_every_node_with_unique_readable_ids(catalogue: Catalogue) -> None:
    assert len(catalogue) > 3500
    assert {"slack.message.post", "gmail.message.send", "schedule_trigger", "http_request", "if"} <= set(
        catalogue.operations
    )
    assert all(ident == ident.lower() and " " not in ident for ident in catalogue.operations)


def test_says_what_an_operation_needs(catalogue: Catalogue) -> None:
    post = catalogue.operations["slack.message.post"]
    assert post.service == "Slack" and post.selects == {"resource": "message", "operation": "post"}
    assert "slackApi" in post.credentials and not post.is_trigger and not post.is_sub_node
    shown = {parameter.name for parameter in catalogue.parameters("slack.message.post", {"select": "channel"})}
    assert {"channelId", "text"} <= shown and "user" not in shown
    assert catalogue.operations["lm_chat_open_ai"].is_sub_node


def test_ports_follow_the_parameters(catalogue: Catalogue) -> None:
    _, two = catalogue.ports(
        "switch", {"rules": {"values": [{"renameOutput": True, "outputKey": name} for name in "ab"]}}
    )
    assert [port.title for port in two] == ["a", "b"]
    three, _ = catalogue.ports("merge", {"numberInputs": 3})
    assert len(three) == 3
    agent, _ = catalogue.ports("agent", {})
    assert any(port.kind == "ai_languageModel" and port.required for port in agent)


def test_apps_are_also_tools_for_an_agent(catalogue: Catalogue) -> None:
    tool = catalogue.node("n8n-nodes-base.slackTool")
    assert tool is not None and [port.kind for port in tool.outputs({}, tool.default_version)] == ["ai_tool"]
    assert catalogue.node("n8n-nodes-base.slackHitlTool") is not None
    assert catalogue.node("n8n-nodes-base.nothingOfTheKind") is None


def test_knows_old_versions_and_output_fields(catalogue: Catalogue) -> None:
    assert catalogue.versions("n8n-nodes-base.if") == [1, 2, 2.1, 2.2, 2.3]
    assert "email" in " ".join(catalogue.output_fields("gmail.message.get_all")) or catalogue.output_fields(
        "slack.user.info"
    )


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("send a slack message", "slack.message.post"),
        ("append a row to google sheets", "google_sheets.sheet.append"),
        ("read an rss feed", "rss_feed_read"),
        ("select rows from postgres", "postgres.select"),
        ("make an http request", "http_request"),
        ("telegram send message", "telegram.message.send_message"),
    ],
)
def test_finds_operations_by_words(catalogue: Catalogue, text: str, best: str) -> None:
    assert best in [hit.operation.id for hit in catalogue.search(text, 3)]


def test_finds_misspelt_services_the_same_way_twice(catalogue: Catalogue) -> None:
    hits = [hit.operation.service for hit in catalogue.search("mail with gmial", 5)]
    assert set(hits) == {"Gmail"}
    assert catalogue.search("hubspot contact", 9) == catalogue.search("hubspot contact", 9)
    assert [name for name, _ in catalogue.named_services("post to slak")] == ["slack"]


def test_packed_bytes_are_stable_and_refuse_what_they_are_not(catalogue_path: Path, tmp_path: Path) -> None:
    data = service.build(catalogue_path)
    assert data == service.build(catalogue_path)
    node_types.write(tmp_path / "catalogue.bin", data)
    loaded = service.load(tmp_path / "catalogue.bin")
    assert loaded.release == "2.40.7" and loaded.icon("slack") is not None
    with pytest.raises(NotACatalogue):
        Catalogue.loads(b"something else")
