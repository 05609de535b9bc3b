# ruff: noqa: E501 - records stay readable in one line
"""Jira: issues, comments, states."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.plausible.names import SENTENCES, TASKS
from workforce.workflow.rehearsal.world.exchange import Answer, json_answer
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

jira = Service("Jira", r".+", r"/(?:ex/jira/[^/]+/)?rest/(?:api|agile|webhooks)/")


REST = r"/(?:ex/jira/[^/]+/)?rest/api/[23]"


def issue(cast: Cast, number: int) -> Record:
    """A Jira issue."""
    return {"id": str(10100 + number), "key": f"DEMO-{number + 1}", "self": f"https://example.atlassian.net/rest/api/2/issue/{10100 + number}", "fields": {
        "summary": cast.pick(TASKS, number), "description": cast.pick(SENTENCES, number), "issuetype": {"id": "10001", "name": "Task"},
        "status": {"id": str(number), "name": ("To Do", "In Progress", "Done")[number % 3], "statusCategory": {"key": "new"}},
        "priority": {"id": "3", "name": ("High", "Medium", "Low")[number % 3]}, "project": {"id": "10000", "key": "DEMO", "name": "Demo"},
        "assignee": jira_user(cast, number), "reporter": jira_user(cast, number + 1), "creator": jira_user(cast, number + 1), "labels": [],
        "created": iso(cast.past(number)), "updated": iso(cast.past(number)), "duedate": cast.soon(number).date().isoformat(), "resolution": None}}  # fmt: skip


def jira_user(cast: Cast, number: int) -> Record:
    """A Jira user."""
    person = cast.person(number)
    return {
        "accountId": cast.id("jira user", number, 24),
        "displayName": person.name,
        "emailAddress": person.email,
        "active": True,
        "accountType": "atlassian",
    }


@jira.on("POST", rf"{REST}/issue")
def new_issue(visit: Visit) -> Any:
    """A new issue."""
    number = visit.new_number(20000)
    made = issue(visit.cast, 0) | {"id": str(number), "key": f"DEMO-{number - 19900}"}
    made["fields"] |= {
        "status": {"id": "0", "name": "To Do"},
        "created": visit.now,
        **(visit.fields.get("fields") or {}),
    }
    visit.create("issues", made, issue)
    return json_answer({name: made[name] for name in ("id", "key", "self")}, 201)


@jira.on("GET POST", rf"{REST}/search(?:/jql)?")
def search(visit: Visit) -> Any:
    """Issues that a JQL finds; one page."""
    asked = {**visit.query, **visit.fields}
    found = [] if asked.get("nextPageToken") or int(asked.get("startAt") or 0) else visit.all("issues", issue)
    return {"startAt": 0, "maxResults": 100, "total": len(found), "issues": found, "isLast": True}


@jira.on("GET", rf"{REST}/issue/(?P<id>[^/]+)")
def get_issue(visit: Visit) -> Any:
    """One issue by key or id."""
    ident = visit.found["id"]
    return visit.one("issues", ident, issue, "id" if ident.isdigit() else "key")


@jira.on("PUT", rf"{REST}/issue/(?P<id>[^/]+)")
def change_issue(visit: Visit) -> Any:
    """An issue changed."""
    get_issue(visit)["fields"] |= visit.fields.get("fields") or {}
    return Answer(204)


@jira.on("DELETE", rf"{REST}/.+")
@jira.on("POST", rf"{REST}/issue/[^/]+/(?:transitions|notify|watchers)")
def done(visit: Visit) -> Any:
    """Done; nothing more to say."""
    return Answer(204)


@jira.on("GET", rf"{REST}/issue/[^/]+/transitions")
def transitions(visit: Visit) -> Any:
    """The states an issue can go to."""
    return {
        "transitions": [
            {"id": str(n), "name": name, "to": {"id": str(n), "name": name}}
            for n, name in ((11, "To Do"), (21, "In Progress"), (31, "Done"))
        ]
    }


@jira.on("GET POST", rf"{REST}/issue/[^/]+/comment")
def comments(visit: Visit) -> Any:
    """What was said about an issue; new comments are kept."""
    made = {
        "id": str(visit.new_number(30000)),
        "author": jira_user(visit.cast, 0),
        "body": visit.fields.get("body", visit.cast.pick(SENTENCES, 0)),
        "created": visit.now,
    }
    kept = visit.memory.collection(f"jira/{visit.asked.path}", list)
    if visit.asked.method == "POST":
        kept.append(made)
        return json_answer(made, 201)
    return {"comments": kept or [made], "total": 1, "startAt": 0, "maxResults": 50}


@jira.on("GET", rf"{REST}/(?:project/search|users/search|user/search|user/assignable/search|user|myself)")
def people(visit: Visit) -> Any:
    """Projects, or people."""
    if visit.asked.path.endswith("project/search"):
        return {"values": [{"id": "10000", "key": "DEMO", "name": "Demo"}], "isLast": True, "total": 1}
    users = [jira_user(visit.cast, n) for n in range(3)]
    return users[0] if visit.asked.path.endswith(("user", "myself")) else users


@jira.on(
    "GET",
    rf"{REST}/(?:issuetype|priority|status|label|project/[^/]+(?:/.*)?|field|issue/createmeta.*|issue/[^/]+/(?:changelog|editmeta))",
)
def lookups(visit: Visit) -> Any:
    """Lists of types, priorities and the like."""
    rows = [{"id": "10001", "name": "Task", "key": "task"}]
    if "/project/" in visit.asked.path or "createmeta" in visit.asked.path or "editmeta" in visit.asked.path:
        return {
            "id": "10000",
            "key": "DEMO",
            "name": "Demo",
            "issueTypes": rows,
            "projects": [],
            "fields": {},
            "values": [],
            "isLast": True,
        }
    return {"values": rows, "isLast": True, "total": 1} if visit.asked.path.endswith(("label", "changelog")) else rows
