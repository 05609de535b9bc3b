"""Microsoft Teams: teams, channels, chats and their messages, tasks."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.plausible.names import SENTENCES, TASKS
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.services.microsoft_mail import HOST, values
from workforce.workflow.rehearsal.world.visit import Visit

API = r"/(?:v1\.0|beta)"
teams = Service(
    "Microsoft Teams",
    HOST,
    rf"{API}/(?:teams|chats|planner|groups|(?:me|users/[^/]+)/(?:joinedTeams|chats|planner|teamwork)|(?:me|users)(?:/[^/]+)?$|subscriptions)",
)


def team(cast: Cast, number: int) -> Record:
    """A team."""
    return {
        "id": cast.uuid("team", number),
        "displayName": ("Sales", "Support", "Finance")[number % 3],
        "description": "A team",
    }


def channel(cast: Cast, number: int) -> Record:
    """A channel."""
    return {
        "id": f"19:{cast.id('teams channel', number, 32)}@thread.tacv2",
        "displayName": ("General", "News", "Orders")[number % 3],
        "description": "",
        "membershipType": "standard",
        "webUrl": "https://teams.microsoft.com/l/channel/1",
    }


def message(cast: Cast, number: int) -> Record:
    """A message."""
    person = cast.person(number)
    return {
        "id": str(1700000000000 + number),
        "messageType": "message",
        "createdDateTime": iso(cast.past(number)),
        "subject": None,
        "importance": "normal",
        "from": {"user": {"id": cast.uuid("user", number), "displayName": person.name}},
        "body": {"contentType": "text", "content": cast.pick(SENTENCES, number)},
        "attachments": [],
        "mentions": [],
        "webUrl": "https://teams.microsoft.com/l/message/1",
    }


def chat(cast: Cast, number: int) -> Record:
    """A chat."""
    return {
        "id": f"19:{cast.id('teams chat', number, 32)}@unq.gbl.spaces",
        "topic": "Daily business",
        "chatType": "group",
        "createdDateTime": iso(cast.past(number)),
    }


def task(cast: Cast, number: int) -> Record:
    """A planner task."""
    return {
        "id": cast.id("planner", number, 28),
        "planId": "plan1",
        "bucketId": "bucket1",
        "title": cast.pick(TASKS, number),
        "percentComplete": 0,
        "createdDateTime": iso(cast.past(number)),
        "dueDateTime": iso(cast.soon(number)),
        "assignments": {},
        "@odata.etag": 'W/"1"',
    }


def user(cast: Cast, number: int) -> Record:
    """A person of the organisation."""
    person = cast.person(number)
    return {
        "id": cast.uuid("user", number),
        "displayName": person.name,
        "userPrincipalName": person.email,
        "mail": person.email,
        "jobTitle": person.job,
    }


@teams.on("GET", rf"{API}/me")
def me(visit: Visit) -> Any:
    """Oneself."""
    return {
        "id": visit.cast.uuid("me", 0),
        "displayName": "Me",
        "userPrincipalName": "me@example.com",
        "mail": "me@example.com",
    }


@teams.on("GET", rf"{API}/(?:chats|groups|teams)/[^/]+/members")
def members(visit: Visit) -> Any:
    """Who belongs to it."""
    return {"value": [{**user(visit.cast, n), "userId": user(visit.cast, n)["id"]} for n in range(3)]}


@teams.on("GET", rf"{API}/(?:groups/[^/]+/planner/plans|planner/plans/[^/]+/buckets)")
def plans(visit: Visit) -> Any:
    """Plans, or their buckets."""
    return {"value": [{"id": "plan1", "title": "Plan", "name": "To do"}]}


for _path, _name, _shape in (
    (rf"{API}/(?:me/joinedTeams|users/[^/]+/joinedTeams|teams)", "teams", team),
    (rf"{API}/teams/[^/]+/channels", "channels", channel),
    (rf"{API}/teams/[^/]+/channels/[^/]+/messages(?:/[^/]+/replies)?", "messages", message),
    (rf"{API}/chats/[^/]+/messages", "messages", message),
    (rf"{API}/(?:me/|users/[^/]+/)?chats", "chats", chat),
    (rf"{API}/(?:planner/plans/[^/]+/|(?:me|users/[^/]+)/planner/|planner/)tasks", "tasks", task),
    (rf"{API}/users", "users", user),
    (rf"{API}/subscriptions", "subscriptions", task),
):
    collection(teams, _path, _name, _shape, listed=values, new_id=lambda visit: visit.new_id(28), created_status=201)
