# ruff: noqa: E501 - records stay readable in one line
"""Telegram, Discord, WhatsApp, Twilio: messages to people and groups."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.plausible.names import SENTENCES
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.exchange import Answer, bytes_answer, json_answer
from workforce.workflow.rehearsal.world.files import PNG
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

telegram = Service("Telegram", r"api\.telegram\.org")
discord = Service("Discord", r"(?:.+\.)?discord(?:app)?\.com")
whatsapp = Service(
    "WhatsApp", r"graph\.facebook\.com", r"/v[\d.]+/(?:\d+|[^/]*)/?(?:messages|media|message_templates|\d+)?$"
)
twilio = Service("Twilio", r"(?:.+\.)?twilio\.com")
BOT = r"/(?:file/)?bot[^/]+"


def _chat(visit: Visit) -> Record:
    ident = visit.fields.get("chat_id", visit.query.get("chat_id", 100))
    number = int(ident) if str(ident).lstrip("-").isdigit() else 100
    return {
        "id": number,
        "type": "private",
        "first_name": visit.cast.person(0).first,
        "title": str(ident),
        "username": str(ident),
    }


@telegram.on("POST GET", rf"{BOT}/(?:send\w+|edit\w+|forwardMessage|copyMessage)")
def telegram_message(visit: Visit) -> Any:
    """A message to a chat."""
    given = {name: value for name, value in visit.fields.items() if name in ("text", "caption", "reply_markup")}
    sent = {
        "message_id": int(visit.fields.get("message_id") or visit.new_number(100)),
        "from": {"id": 1, "is_bot": True, "first_name": "Bot", "username": "example_bot"},
        "chat": _chat(visit),
        "date": visit.stamp(),
        **given,
    }
    return {"ok": True, "result": [sent] if visit.asked.path.endswith("sendMediaGroup") else sent}


@telegram.on("POST GET", rf"{BOT}/getFile")
def telegram_file(visit: Visit) -> Any:
    """Where a file's bytes are."""
    ident = str(visit.fields.get("file_id") or visit.query.get("file_id") or "file")
    return {
        "ok": True,
        "result": {"file_id": ident, "file_unique_id": ident[:8], "file_size": 70, "file_path": "photos/file_1.png"},
    }


@telegram.on("GET", r"/file/bot[^/]+/.+")
def telegram_bytes(visit: Visit) -> Any:
    """A file's bytes."""
    return bytes_answer(PNG, "image/png")


@telegram.on("POST GET", rf"{BOT}/(?P<what>getChat\w*|getMe|getUpdates|setWebhook|getWebhookInfo)")
def telegram_look(visit: Visit) -> Any:
    """A chat, its members, the bot."""
    member = {"status": "administrator", "user": {"id": 1, "is_bot": False, "first_name": visit.cast.person(0).first}}
    match visit.found["what"]:
        case "getChatMember":
            return {"ok": True, "result": member}
        case "getChatAdministrators":
            return {"ok": True, "result": [member]}
        case "getUpdates":
            return {"ok": True, "result": []}
        case "getMe":
            return {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "Bot", "username": "example_bot"}}
    return {"ok": True, "result": {**_chat(visit), "url": ""}}


@telegram.on("*", rf"{BOT}/\w+")
def telegram_done(visit: Visit) -> Any:
    """Anything else: done."""
    return {"ok": True, "result": True}


def discord_message(cast: Cast, number: int) -> Record:
    """A message in a channel."""
    person = cast.person(number)
    author = {"id": str(81000 + number), "username": person.first.lower(), "global_name": person.name, "bot": False}
    return {
        "id": str(910000 + number),
        "type": 0,
        "channel_id": "11",
        "content": cast.pick(SENTENCES, number),
        "author": author,
        "timestamp": iso(cast.past(number)),
        "attachments": [],
        "embeds": [],
        "mentions": [],
        "pinned": False,
        "tts": False,
    }


def discord_channel(cast: Cast, number: int) -> Record:
    """A channel of a server."""
    return {
        "id": str(1100 + number),
        "type": 0,
        "guild_id": "10",
        "name": ("general", "sales", "support")[number % 3],
        "position": number,
        "topic": None,
        "parent_id": None,
        "permission_overwrites": [],
    }


def discord_member(cast: Cast, number: int) -> Record:
    """A member of a server."""
    person = cast.person(number)
    return {
        "user": {"id": str(81000 + number), "username": person.first.lower(), "global_name": person.name},
        "nick": None,
        "roles": [],
        "joined_at": iso(cast.past(number)),
    }


@discord.on("POST PATCH", r"/api/(?:v\d+/)?webhooks/.+")
def discord_webhook(visit: Visit) -> Any:
    """A message by webhook."""
    given = visit.fields.get("payload_json") if isinstance(visit.fields.get("payload_json"), dict) else visit.fields
    return (
        {**discord_message(visit.cast, 0), "id": str(visit.new_number(920000)), **(given or {})}
        if visit.query.get("wait")
        else Answer(204)
    )


@discord.on("POST", r"/api/(?:v\d+/)?channels/(?P<channel>[^/]+)/messages")
def discord_post(visit: Visit) -> Any:
    """A message in a channel."""
    given = visit.fields.get("payload_json") if isinstance(visit.fields.get("payload_json"), dict) else visit.fields
    made = {
        **discord_message(visit.cast, 0),
        "id": str(visit.new_number(920000)),
        "channel_id": visit.found["channel"],
        **(given or {}),
    }
    return visit.create("messages", made, discord_message)


@discord.on("GET", r"/api/(?:v\d+/)?users/@me(?P<what>/guilds)?")
def discord_me(visit: Visit) -> Any:
    """The bot, or its servers."""
    return [{"id": "10", "name": "Example", "owner": False}] if visit.found["what"] else {"id": "1", "username": "bot"}


@discord.on("POST", r"/api/(?:v\d+/)?users/@me/channels")
def discord_direct(visit: Visit) -> Any:
    """A channel to one person."""
    return {"id": "1900", "type": 1, "recipients": [{"id": str(visit.fields.get("recipient_id"))}]}


@discord.on("GET", r"/api/(?:v\d+/)?guilds/[^/]+/members(?P<one>/[^/]+)?")
def discord_members(visit: Visit) -> Any:
    """Members, or one."""
    return discord_member(visit.cast, 0) if visit.found["one"] else visit.all("members", discord_member)


@discord.on("GET", r"/api/(?:v\d+/)?guilds/[^/]+/roles")
def discord_roles(visit: Visit) -> Any:
    """The roles of a server."""
    return [{"id": "30", "name": "Team", "position": 1, "color": 0}]


@discord.on(
    "PUT DELETE",
    r"/api/(?:v\d+/)?(?:guilds/.+/(?:roles|bans)/[^/]+|channels/.+/reactions/.+|channels/[^/]+/messages/[^/]+)",
)
def discord_done(visit: Visit) -> Any:
    """Done; nothing more to say."""
    return Answer(204)


collection(discord, r"/api/(?:v\d+/)?channels/[^/]+/messages", "messages", discord_message)
collection(
    discord,
    r"/api/(?:v\d+/)?(?:guilds/[^/]+/)?channels",
    "channels",
    discord_channel,
    new_id=lambda visit: str(visit.new_number(1200)),
)


@whatsapp.on("POST", r"/v[\d.]+/[^/]+/messages")
def whatsapp_message(visit: Visit) -> Any:
    """A message to a number."""
    to = str(visit.fields.get("to", ""))
    ids = [{"id": f"wamid.{visit.new_id(24)}", "message_status": "accepted"}]
    return {"messaging_product": "whatsapp", "contacts": [{"input": to, "wa_id": to.lstrip("+")}], "messages": ids}


@whatsapp.on("POST", r"/v[\d.]+/[^/]+/media")
def whatsapp_upload(visit: Visit) -> Any:
    """A file to send."""
    return {"id": str(visit.new_number(70000))}


@whatsapp.on("GET", r"/v[\d.]+/[^/]+/message_templates")
def whatsapp_templates(visit: Visit) -> Any:
    """The approved templates."""
    return {
        "data": [
            {
                "id": "1",
                "name": "hello_world",
                "language": "en_US",
                "status": "APPROVED",
                "category": "UTILITY",
                "components": [],
            }
        ]
    }


@whatsapp.on("GET", r"/v[\d.]+/[^/]+")
def whatsapp_media(visit: Visit) -> Any:
    """Where a file's bytes are."""
    return {
        "id": "70001",
        "url": "https://lookaside.fbsbx.com/whatsapp/file.png",
        "mime_type": "image/png",
        "file_size": 70,
    }


@whatsapp.on("DELETE", r"/v[\d.]+/[^/]+")
def whatsapp_delete(visit: Visit) -> Any:
    """A file removed."""
    return {"success": True}


@twilio.on("POST", r"/2010-04-01/Accounts/(?P<account>[^/]+)/(?P<what>Messages|Calls)(?:\.json)?")
def twilio_send(visit: Visit) -> Any:
    """A text message or a call."""
    given = visit.fields
    prefix = "SM" if visit.found["what"] == "Messages" else "CA"
    made = {"sid": f"{prefix}{visit.new_id(32)}", "account_sid": visit.found["account"], "to": given.get("To"), "from": given.get("From"), "body": given.get("Body"), "status": "queued", "direction": "outbound-api", "num_segments": "1", "price": None, "error_code": None, "date_created": visit.cast.now.strftime("%a, %d %b %Y %H:%M:%S +0000")}  # fmt: skip
    return json_answer(made, 201)
