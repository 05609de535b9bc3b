"""n8n's messages in plain words, and samples without secrets."""

from __future__ import annotations

from typing import Any

import pytest

from workforce.services.connection_fields import label_of
from workforce.services.failures import explain_failure, explain_refusal
from workforce.services.samples import MASK, MAX_SAMPLE, masked, sample_text


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ({"message": "Authorization failed - please check your credentials", "httpCode": "401"}, "did not accept"),
        ({"message": "Forbidden - perhaps check your credentials?", "httpCode": "403"}, "did not accept"),
        ({"message": "Invalid login: 535 Authentication failed", "code": "EAUTH"}, "did not accept"),
        ({"message": "invalid_auth"}, "did not accept"),
        ({"message": "The resource you are requesting could not be found", "httpCode": "404"}, "nothing at the place"),
        ({"message": 'Slack error response: "channel_not_found"'}, "nothing at the place"),
        ({"message": "The connection timed out", "code": "ETIMEDOUT"}, "too long"),
        ({"message": "The service is receiving too many requests from you", "httpCode": "429"}, "slow down"),
        (
            {"message": "The service refused the connection - perhaps it is offline", "httpCode": "ECONNREFUSED"},
            "reached",
        ),
        ({"message": "getaddrinfo ENOTFOUND shop.example", "code": "ENOTFOUND"}, "typing mistake"),
        ({"message": "Bad request - please check your parameters", "httpCode": "400"}, "did not accept what"),
        ({"message": "The service was not able to process your request", "httpCode": "500"}, "trouble on its side"),
        ({"message": "Node does not have any credentials set"}, "is missing"),
        ({"message": 'Cannot read properties of undefined (reading "total")'}, "missing or of the wrong kind"),
        ({"message": 'relation "sales" does not exist'}, "table or column"),
        ({"message": "x", "cause": {"code": "ECONNREFUSED"}}, "could not be reached"),
        ({"message": "the till is empty"}, "the till is empty."),
        ({}, "gave no reason"),
    ],
)
def test_each_common_message_says_what_to_do(error: dict[str, Any], words: str) -> None:
    told = explain_failure(error, "Post it", "Slack")
    assert told.startswith("“Post it” failed. ") and words in told
    assert told[-1] in ".?" and "{" not in told


def test_a_refusal_names_the_step() -> None:
    said = (
        'publish: 400 1 node have configuration issues:\n\nNode "Tell us":\n  - Missing required credential: slackApi'
    )
    assert explain_refusal(said, label_of).startswith("“Tell us” lacks its connection to Slack")
    said = said.replace("Missing required credential: slackApi", "Missing or invalid required parameters: channelId")
    assert (
        explain_refusal(said, label_of) == "“Tell us” lacks a value (channelId). Hire the worker again and fill it in."
    )
    assert "no step of the kind acme.nope" in explain_refusal("400 Unrecognized node type: acme.nope", label_of)
    assert explain_refusal("something else", label_of) == ""


@pytest.mark.parametrize(
    "secret",
    [
        {"password": "hunter2"},
        {"api_key": "hunter2"},
        {"headers": {"Authorization": "hunter2", "x-workforce-secret": "hunter2", "cookie": "hunter2"}},
        {"items": [{"accessToken": "hunter2"}]},
        {"text": "send Bearer hunter2hunter2 along"},
        {"url": "postgresql://shop:hunter2@db/shop"},
        {"token": 12345},
    ],
)
def test_secrets_are_masked(secret: dict[str, Any]) -> None:
    shown = sample_text((secret,))
    assert "hunter2" not in shown and "12345" not in shown and MASK in shown


def test_what_is_no_secret_stays_readable() -> None:
    item = {"total": 12.5, "customer": "Ada", "open": True, "note": None, "tags": ["a", "b"]}
    assert masked(item) == item
    assert sample_text(()) == ""


def test_large_samples_are_cut() -> None:
    assert len(sample_text(({f"k{n}": "x" * 1000 for n in range(100)},) * 3)) <= MAX_SAMPLE + 2
