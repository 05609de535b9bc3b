"""What n8n says when a step fails, in words a manager can act on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

MAX_DETAIL = 600

# In this order: the first rule that fits the code or the words wins. {service} and {said} are filled in.
RULES: tuple[tuple[str, str], ...] = (
    (
        r"does not have any credentials|no credentials (set|found)|missing required credential|"
        r"credential with id .* does not exist|credentials? .*could not be found",
        "The connection to {service} is missing. Add it under Connections, choose it for this worker, then "
        "run it again.",
    ),
    (
        r"^(429|ERR_RATE)|too many requests|rate.?limit|quota.{0,20}exceeded|receiving too many",
        "{service} asked us to slow down because of too many requests. Wait some minutes, or let the worker run "
        "less often.",
    ),
    (
        r"^(401|403|EAUTH)\b|authori[sz]ation (failed|data)|unauthori[sz]ed|forbidden|"
        r"invalid[_ ](auth|grant|token|api.?key|login|credential)|password authentication failed|"
        r"credentials.{0,20}(invalid|wrong|not valid|check)|token.{0,20}expired|not_authed|account_inactive",
        "{service} did not accept the connection. Renew it under Connections (a new key, or sign in again), then run "
        "the worker again.",
    ),
    (
        r"^(404|410)\b|not found|could not be found|channel_not_found|no such (file|host|channel|sheet|table)",
        "{service} has nothing at the place this step names. Check the address, id or name in the step, then run it "
        "again.",
    ),
    (
        r"^(ETIMEDOUT|ESOCKETTIMEDOUT|ECONNABORTED|408|504)\b|timed? ?out|aborted, perhaps",
        "{service} took too long to answer. This often passes: run the worker again, or try at a quieter time.",
    ),
    (
        r"^(ENOTFOUND|EAI_AGAIN)\b|getaddrinfo|could not be resolved",
        "There is no {service} at the address in this step. Check the address for a typing mistake, then run it again.",
    ),
    (
        r"^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|ECONNECTION|ESOCKET)\b|refused the connection|"
        r"connection (was )?(closed|cannot be established|aborted|terminated)|socket hang up",
        "{service} could not be reached. Check that it is up and that its address is right, then run the worker again.",
    ),
    (
        r"certificate|self.signed|SSL|TLS",
        "The safe connection to {service} failed: its certificate is not trusted. Ask whoever runs {service}.",
    ),
    (
        r"(relation|column|table) .*(does not exist|unknown)|unknown column|syntax error at or near",
        "The database did not understand the question: a table or column in it does not exist. Check the query in this "
        "step.",
    ),
    (
        r"^(400|422)\b|bad request|parameters? (is|are|was) (not valid|invalid)|please check your parameters",
        "{service} did not accept what the worker sent: {said} Check the values of this step.",
    ),
    (
        r"^5\d\d\b|service (was )?(not able|unavailable)|internal server error|server error",
        "{service} has trouble on its side. Nothing is wrong with the worker; run it again later.",
    ),
    (
        r"undefined|cannot read prop|is required|missing|must (not be empty|have required)|no (path back|data)|"
        r"referenced node|can't get data|is not valid json|paired item|not a valid (email|date|number)|expression",
        "A value this step needs was missing or of the wrong kind in the data it got: {said} Look at what the step "
        "before gave.",
    ),
)


def explain_failure(error: dict[str, Any] | None, step: str, service: str) -> str:
    """One or two sentences: what failed and what to do. step: its title; service: what it talks to, may be empty."""
    place = f"“{step}” failed. " if step else ""
    said = message_of(error)
    name = service or "The service"
    for text in _evidence(error):
        for pattern, sentence in RULES:
            if re.search(pattern, text, re.IGNORECASE):
                words = sentence.format(
                    service=name if sentence.startswith("{") else service or "the service", said=said
                )
                return place + words
    return (
        f"{place}{said}"
        if said
        else f"{place}The engine gave no reason. Run the worker again to see whether it passes."
    )


def explain_refusal(said: str, label: Callable[[str], str]) -> str:
    """What n8n said when it would not publish a worker, and what to do; empty when the words are not known.

    label: what people call a credential type.
    """
    text = " ".join(said.split())
    if found := re.search(r'Node "(?P<step>.+?)": .*?Missing required credential: (?P<kind>\w+)', text):
        return (
            f"“{found['step']}” lacks its connection to {label(found['kind'])}. Hire the worker again and choose one."
        )
    if found := re.search(r'Node "(?P<step>.+?)": .*?Missing or invalid required parameters: (?P<names>[\w, ]+)', text):
        return f"“{found['step']}” lacks a value ({found['names'].strip()}). Hire the worker again and fill it in."
    if found := re.search(r"Unrecognized node type: (?P<kind>[\w./@-]+\w)", text):
        return f"This n8n has no step of the kind {found['kind']}. Ask whoever runs it to add it, then try again."
    if "conflict with one of the webhooks" in text or "webhook path" in text.lower():
        return "Another workflow on this n8n answers at the same webhook address. Choose another path and hire again."
    return ""


def message_of(error: dict[str, Any] | None) -> str:
    """n8n's own words, on one line and with a full stop."""
    message = _text(error, "message")
    description = _text(error, "description")
    said = message if not description or description in message else f"{message} ({description})"
    line = " ".join(said.split())[:MAX_DETAIL]
    return line if not line or line[-1] in ".!?…" else f"{line}."


def interrupted(status: str) -> str:
    """What to say of an execution that ended without an error of a step."""
    if status == "crashed":
        return "The engine stopped in the middle of this run, probably because it was restarted. Run the worker again."
    return "The run ended without telling why. Run the worker again to see whether it passes."


def _evidence(error: dict[str, Any] | None) -> Iterator[str]:
    """The code first (it is the surest), then the words, then what the service answered."""
    code = _text(error, "httpCode") or _text(error, "code")
    if code:
        yield code
    yield f"{_text(error, 'message')} {_text(error, 'description')}"
    yield " ".join(str(message) for message in (error or {}).get("messages") or [])
    cause = (error or {}).get("cause")
    if isinstance(cause, dict):
        yield from _evidence(cause)


def _text(error: dict[str, Any] | None, key: str) -> str:
    value = (error or {}).get(key)
    return str(value) if value not in (None, "") else ""
