# ruff: noqa: E501 - records stay readable in one line
"""Slack: messages, channels, people, reactions and files."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.names import SENTENCES
from workforce.workflow.rehearsal.world.exchange import text_answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

slack = Service("Slack", r"(?:.+\.)?slack\.com")
CHANNELS = ("general", "sales", "support", "news")


def channel(cast: Cast, number: int) -> Record:
    """A channel."""
    return {
        "id": f"C{cast.id('slack', number, 10).upper()}",
        "name": CHANNELS[number % 4],
        "is_channel": True,
        "is_member": True,
        "is_archived": False,
        "created": int(cast.past(number).timestamp()),
        "topic": {"value": "", "creator": ""},
        "purpose": {"value": "", "creator": ""},
        "num_members": 4,
    }


def user(cast: Cast, number: int) -> Record:
    """A member of the workspace."""
    person = cast.person(number)
    profile = {"real_name": person.name, "display_name": person.first, "email": person.email, "title": person.job,
               "first_name": person.first, "last_name": person.last, "phone": person.phone}  # fmt: skip
    return {
        "id": f"U{cast.id('slack user', number, 10).upper()}",
        "team_id": "T0000000001",
        "name": person.first.lower(),
        "real_name": person.name,
        "deleted": False,
        "is_bot": False,
        "tz": "Etc/UTC",
        "profile": profile,
    }


def message(cast: Cast, number: int) -> Record:
    """A message that was in a channel before."""
    at = cast.past(number)
    return {
        "type": "message",
        "user": user(cast, number)["id"],
        "text": cast.pick(SENTENCES, number),
        "ts": f"{int(at.timestamp())}.{100000 + number}",
        "team": "T0000000001",
    }


def _where(visit: Visit) -> str:
    return str(visit.fields.get("channel") or visit.query.get("channel") or "C0000000001")


@slack.on("POST", r"/api/chat\.(?P<how>postMessage|postEphemeral|meMessage|update|scheduleMessage)")
def post(visit: Visit) -> Any:
    """A message in a channel."""
    given = {
        name: value for name, value in visit.fields.items() if name in ("text", "blocks", "attachments", "thread_ts")
    }
    stamp = str(visit.fields.get("ts") or f"{visit.stamp()}.{visit.new_number(200000)}")
    sent = {
        "type": "message",
        "user": "U0000000000",
        "bot_id": "B0000000001",
        "app_id": "A0000000001",
        "ts": stamp,
        **given,
    }
    if visit.found["how"] != "update":
        visit.create(f"messages/{_where(visit)}", sent, message)
    permalink = f"https://example.slack.com/archives/{_where(visit)}/p{stamp.replace('.', '')}"
    return {"ok": True, "channel": _where(visit), "ts": stamp, "message": sent, "message_link": permalink,
            "scheduled_message_id": f"Q{visit.new_number()}", "post_at": visit.fields.get("post_at")}  # fmt: skip


@slack.on("POST", r"/api/(?:chat\.delete|chat\.deleteScheduledMessage|reactions\.(?:add|remove)|stars\.(?:add|remove)"
          r"|conversations\.(?:archive|unarchive|close|leave|kick))")  # fmt: skip
def done(visit: Visit) -> Any:
    """Done; there is nothing more to say."""
    return {"ok": True, "channel": _where(visit), "ts": visit.fields.get("ts", "")}


@slack.on("GET", r"/api/chat\.getPermalink")
def permalink(visit: Visit) -> Any:
    """The address of a message."""
    return {"ok": True, "channel": _where(visit), "permalink": f"https://example.slack.com/archives/{_where(visit)}/p1"}


@slack.on("GET POST", r"/api/conversations\.(?:history|replies)")
def history(visit: Visit) -> Any:
    """What was said in a channel; one page."""
    return {"ok": True, "messages": visit.all(f"messages/{_where(visit)}", message), "has_more": False, **END}


END = {"response_metadata": {"next_cursor": ""}, "paging": {"page": 1, "pages": 1}}


@slack.on("GET POST", r"/api/conversations\.list")
def channels(visit: Visit) -> Any:
    """The channels."""
    return {"ok": True, "channels": visit.all("channels", channel, 4), **END}


@slack.on("GET POST", r"/api/conversations\.members")
def members(visit: Visit) -> Any:
    """Who is in a channel."""
    return {"ok": True, "members": [record["id"] for record in visit.all("users", user)], **END}


@slack.on("POST", r"/api/conversations\.create")
def new_channel(visit: Visit) -> Any:
    """A new channel."""
    made = channel(visit.cast, 0) | {"id": f"C{visit.new_id(10).upper()}", "name": visit.fields.get("name", "new")}
    return {"ok": True, "channel": visit.create("channels", made, channel)}


@slack.on("GET POST", r"/api/conversations\.(?:info|join|invite|rename|open|setTopic|setPurpose)")
def one_channel(visit: Visit) -> Any:
    """One channel, after what was done to it."""
    found = visit.one("channels", _where(visit), channel)
    if "name" in visit.fields:
        found["name"] = visit.fields["name"]
    return {
        "ok": True,
        "channel": found,
        "purpose": visit.fields.get("purpose", ""),
        "topic": visit.fields.get("topic", ""),
    }


@slack.on("GET POST", r"/api/users\.list")
def users(visit: Visit) -> Any:
    """The people of the workspace."""
    return {"ok": True, "members": visit.all("users", user), **END}


@slack.on("GET POST", r"/api/users\.(?:info|lookupByEmail)")
def one_user(visit: Visit) -> Any:
    """One of them, by id or address."""
    ident = visit.query.get("user") or visit.fields.get("user")
    if ident:
        return {"ok": True, "user": visit.one("users", ident, user)}
    found = user(visit.cast, 0)
    found["profile"]["email"] = visit.query.get("email") or found["profile"]["email"]
    return {"ok": True, "user": found}


@slack.on("GET POST", r"/api/users\.(?:profile\.get|profile\.set|getPresence)")
def profile(visit: Visit) -> Any:
    """A person's profile or presence."""
    return {"ok": True, "profile": user(visit.cast, 0)["profile"], "presence": "active"}


@slack.on("GET POST", r"/api/search\.messages")
def search(visit: Visit) -> Any:
    """Messages with some words."""
    found = [{**record, "channel": channel(visit.cast, 0)} for record in visit.all("messages/found", message)]
    pages = {"page": 1, "pages": 1, "page_count": 1, "total_count": len(found), "per_page": 100}
    return {"ok": True, "messages": {"matches": found, "paging": pages, "pagination": pages, "total": len(found)}}


@slack.on("GET", r"/api/files\.getUploadURLExternal")
def upload_address(visit: Visit) -> Any:
    """Where a file's bytes go."""
    return {
        "ok": True,
        "upload_url": f"https://files.slack.com/upload/v1/{visit.new_id()}",
        "file_id": f"F{visit.new_number()}",
    }


@slack.on("POST", r"/upload/v1/.+")
def uploaded(visit: Visit) -> Any:
    """The bytes arrived."""
    return "OK"


def file(cast: Cast, number: int) -> Record:
    """A file."""
    name = f"report-{number + 1}.pdf"
    return {"id": f"F{cast.id('slack file', number, 10).upper()}", "name": name, "title": name, "mimetype": "application/pdf",
            "url_private": f"https://files.slack.com/files-pri/{name}", "permalink": f"https://example.slack.com/files/{name}",
            "created": int(cast.past(number).timestamp())}  # fmt: skip


@slack.on("POST", r"/api/files\.(?:upload|completeUploadExternal)")
def upload(visit: Visit) -> Any:
    """A file in a channel."""
    made = {**file(visit.cast, 0), "id": f"F{visit.new_number()}"}
    return {"ok": True, "file": made, "files": [visit.create("files", made, file)]}


@slack.on("GET POST", r"/api/files\.(?:list|info)")
def files(visit: Visit) -> Any:
    """Files, or one of them."""
    found = visit.all("files", file)
    return {"ok": True, "files": found, "file": (found or [file(visit.cast, 0)])[0], **END}


@slack.on("POST GET", r"/api/usergroups\..+")
def groups(visit: Visit) -> Any:
    """User groups."""
    group = {"id": f"S{visit.new_number()}", "name": "Team", "handle": "team", "users": [], **visit.fields}
    return {"ok": True, "usergroup": group, "usergroups": [group]}


@slack.on("POST", r"/services/.+")
def incoming_webhook(visit: Visit) -> Any:
    """An incoming webhook."""
    return text_answer("ok")


@slack.on("*", r"/api/.+")
def anything_else(visit: Visit) -> Any:
    """Any other method."""
    return {"ok": True, **visit.fields}
