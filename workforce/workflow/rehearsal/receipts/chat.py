"""Messages: Slack, Teams, Telegram, Discord, WhatsApp, SMS and their like."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.receipts.plain import shown, text_of_html
from workforce.workflow.rehearsal.receipts.receipt import Receipt

Json = dict[str, Any]


def chat_receipt(call: Call, body: Json) -> Receipt | None:
    """The message that this call posts, None when it posts none."""
    if call.method not in ("POST", "PUT"):
        return None
    for pattern, service, read in READERS:
        match = re.search(pattern, call.url)
        if match and (found := read(body, call.url)):
            to, text = found
            title = f"{service} message to {to}" if to else f"{service} message"
            return Receipt(kind="chat", title=title, to=[to] if to else [], text=shown(text))
    return None


def _slack(body: Json, _url: str) -> tuple[str, str]:
    channel = str(body.get("channel") or body.get("channel_id") or "")
    to = channel if channel.startswith(("#", "@", "U0", "C0", "D0")) or not channel else f"#{channel}"
    return to, str(body.get("text") or "") or _texts(body.get("blocks")) or _texts(body.get("attachments"))


def _texts(value: Any) -> str:
    if isinstance(value, dict):
        own = value.get("text")
        return own if isinstance(own, str) else " ".join(filter(None, map(_texts, value.values())))
    if isinstance(value, list):
        return "\n".join(filter(None, map(_texts, value)))
    return ""


def _teams(body: Json, url: str) -> tuple[str, str] | None:
    content = body.get("body")
    if not isinstance(content, dict):
        return None
    return ("a channel" if "/channels/" in url else "a chat"), text_of_html(str(content.get("content") or ""))


def _telegram(body: Json, _url: str) -> tuple[str, str]:
    return str(body.get("chat_id") or ""), text_of_html(str(body.get("text") or body.get("caption") or ""))


def _discord(body: Json, _url: str) -> tuple[str, str]:
    payload = body.get("payload_json") if isinstance(body.get("payload_json"), dict) else body
    return "a channel", str((payload or {}).get("content") or "") or _texts((payload or {}).get("embeds"))


def _whatsapp(body: Json, _url: str) -> tuple[str, str]:
    text = body.get("text") or {}
    template = (body.get("template") or {}).get("name") if isinstance(body.get("template"), dict) else ""
    words = str(text.get("body") or "") if isinstance(text, dict) else str(text)
    return str(body.get("to") or ""), words or (f"Template {template}" if template else "")


def _sms(body: Json, _url: str) -> tuple[str, str]:
    first = {key.lower(): value for key, value in body.items()}
    to = first.get("to") or first.get("recipients") or first.get("mobile") or ""
    return str(to), str(first.get("body") or first.get("text") or first.get("message") or "")


def _simple(body: Json, _url: str) -> tuple[str, str] | None:
    text = body.get("text") or body.get("message") or body.get("content")
    room = body.get("channel") or body.get("room_id") or body.get("roomId") or body.get("to") or body.get("channel_id")
    return (str(room or ""), text_of_html(str(text))) if text else None


Reader = Callable[[Json, str], tuple[str, str] | None]
READERS: tuple[tuple[str, str, Reader], ...] = (
    (r"slack\.com/api/chat\.(post|schedule|update)|slack\.com/api/.*[uU]pload|hooks\.slack\.com", "Slack", _slack),
    (r"graph\.microsoft\.com/.*/(channels|chats)/.*messages", "Teams", _teams),
    (r"api\.telegram\.org/.*/send", "Telegram", _telegram),
    (r"discord(app)?\.com/api/.*(messages|webhooks)", "Discord", _discord),
    (r"graph\.facebook\.com/.*/messages", "WhatsApp", _whatsapp),
    (r"api\.twilio\.com/.*Messages", "SMS", _sms),
    (r"(vonage|nexmo|messagebird|plivo|mocean|sms77|msg91)[\w.-]*/", "SMS", _sms),
    (r"(webex|mattermost|rocket|zulip|chat\.googleapis|matrix|twist)[\w.-]*/.*(message|post|send)", "Chat", _simple),
)
