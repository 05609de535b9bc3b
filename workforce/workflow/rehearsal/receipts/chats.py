"""Messages: Slack, Teams, Telegram, Discord, WhatsApp, text messages, and the like."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.receipts.cleaning import looks_like_html, plain, safe_html
from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.seen import Seen, text_of


def read_chat(seen: Seen) -> Receipt | None:
    """The call as a message to people, if it is one."""
    for reader in (_slack, _teams, _telegram, _discord, _whatsapp, _twilio, _others):
        found = reader(seen)
        if found is not None:
            return found
    return None


def message(seen: Seen, to: Any, text: Any, *, change: bool = False, attachments: list[str] | None = None) -> Receipt:
    """A receipt of a message."""
    where, said = text_of(to), text_of(text)
    html = safe_html(said) if looks_like_html(said) else ""
    return seen.receipt(
        kind="chat",
        verb="change" if change else "post",
        noun="message",
        title=f"{seen.service} message to {where or 'a channel'}",
        to=[where] if where else [],
        text=plain(said) if html else said,
        html=html,
        attachments=attachments or [],
        effect=True,
    )


def _slack(seen: Seen) -> Receipt | None:
    if seen.at(r"hooks\.slack\.com") is not None:
        return message(seen, _channel(seen.fields.get("channel")) or "the webhook's channel", slack_text(seen.fields))
    match = seen.at(
        r"(?:.+\.)?slack\.com",
        r"/api/chat\.(?P<how>postMessage|postEphemeral|meMessage|update|scheduleMessage)",
        "POST",
    )
    if match is None:
        return None
    return message(seen, _channel(seen.fields.get("channel")), slack_text(seen.fields), change=match["how"] == "update")


def _channel(value: Any) -> str:
    """A channel's name with its sign; an id as it is."""
    text = text_of(value)
    return f"#{text}" if re.fullmatch(r"[a-z0-9][a-z0-9_-]*", text) else text


def slack_text(fields: dict[str, Any]) -> str:
    """The words of a message: its text, and those of its blocks and attachments that the text does not have."""
    parts = [text_of(fields.get("text"))]
    for name in ("blocks", "attachments"):
        parts += [said for said in _words(fields.get(name)) if said not in parts[0]]
    return "\n".join(part for part in parts if part)


def _words(value: Any) -> list[str]:
    if isinstance(value, list):
        return [said for one in value for said in _words(one)]
    if isinstance(value, dict):
        return [
            said
            for name in ("text", "fields", "elements", "blocks", "title", "fallback", "value")
            for said in _words(value.get(name))
        ]
    return [value] if isinstance(value, str) and value else []


def _teams(seen: Seen) -> Receipt | None:
    if seen.at(r".+\.webhook\.office\.com|.+\.logic\.azure\.com", "", "POST"):
        return message(
            seen, "the webhook's channel", seen.fields.get("text") or "\n".join(_words(seen.fields.get("sections")))
        )
    match = seen.at(
        r"graph\.microsoft\.(?:com|us)",
        r".*/(?P<where>teams/[^/]+/channels/[^/]+|chats/[^/]+)/messages(?:/[^/]+/replies)?",
        "POST",
    )
    if match is None:
        return None
    kind = "a chat" if match["where"].startswith("chats") else "a channel"
    return message(
        seen, f"{kind} ({match['where'].rsplit('/', 1)[1][:40]})", (seen.fields.get("body") or {}).get("content")
    )


def _telegram(seen: Seen) -> Receipt | None:
    match = seen.at(r"api\.telegram\.org", r"/bot[^/]+/(?P<how>send\w+|edit\w+)", "POST GET")
    if match is None or match["how"] == "sendChatAction":
        return None
    f = {**seen.query, **seen.fields}
    what = match["how"].removeprefix("send").lower()
    files = [] if what in ("message",) or match["how"].startswith("edit") else [what]
    return message(
        seen,
        f.get("chat_id"),
        f.get("text") or f.get("caption") or "",
        change=match["how"].startswith("edit"),
        attachments=files,
    )


def _discord(seen: Seen) -> Receipt | None:
    match = seen.at(
        r"(?:.+\.)?discord(?:app)?\.com", r".*/(?:channels/(?P<channel>[^/]+)/messages|webhooks/.+)", "POST"
    )
    if match is None:
        return None
    f = seen.fields.get("payload_json") if isinstance(seen.fields.get("payload_json"), dict) else seen.fields
    embeds = [part for one in f.get("embeds") or () for part in (one.get("title"), one.get("description")) if part]  # type: ignore[union-attr]
    text = "\n".join(filter(None, [text_of(f.get("content")), *map(text_of, embeds)]))  # type: ignore[union-attr]
    return message(seen, f"channel {match['channel']}" if match["channel"] else "the webhook's channel", text)


def _whatsapp(seen: Seen) -> Receipt | None:
    if seen.at(r"graph\.facebook\.com", r"/v[\d.]+/[^/]+/messages", "POST") is None:
        return None
    f = seen.fields
    template = (f.get("template") or {}).get("name")
    kind = str(f.get("type") or "text")
    inner = f.get(kind) if isinstance(f.get(kind), dict) else {}
    text = (f.get("text") or {}).get("body") or (
        f"Template “{template}”" if template else (inner or {}).get("caption") or ""
    )
    return message(seen, f.get("to"), text, attachments=[kind] if kind not in ("text", "template") else [])


def _twilio(seen: Seen) -> Receipt | None:
    match = seen.at(r"api\.twilio\.com", r".*/(?P<what>Messages|Calls)(?:\.json)?", "POST")
    if match is None:
        return None
    f = seen.fields
    found = message(seen, f.get("To"), f.get("Body") or f.get("Twiml") or f.get("Url"))
    kind = (
        "Call"
        if match["what"] == "Calls"
        else "WhatsApp message"
        if str(f.get("To", "")).startswith("whatsapp:")
        else "Text message"
    )
    return found.model_copy(update={"title": f"{kind} to {text_of(f.get('To'))}", "sender": text_of(f.get("From"))})


def _others(seen: Seen) -> Receipt | None:
    f = seen.fields
    if seen.at(r"chat\.googleapis\.com", r".*/messages", "POST"):
        return message(seen, "a space", f.get("text") or "\n".join(_words(f.get("cardsV2"))))
    if seen.at(r"api\.pushover\.net|api\.pushbullet\.com", "", "POST"):
        return message(seen, f.get("user") or f.get("email") or "your devices", f.get("message") or f.get("body"))
    if seen.at(r".*", r".*/api/v4/posts", "POST") and "channel_id" in f:
        return message(seen, f.get("channel_id"), f.get("message"))
    if seen.at(r"sns\.[\w-]+\.amazonaws\.com") and {**seen.query, **f}.get("Action") == "Publish":
        both = {**seen.query, **f}
        return message(seen, both.get("TopicArn") or both.get("PhoneNumber"), both.get("Message"))
    return None
