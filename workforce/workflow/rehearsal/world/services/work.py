# ruff: noqa: E501 - records stay readable in one line
"""Jira, Trello, Asana, ClickUp, monday.com and Linear: issues, cards and tasks."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.plausible.names import SENTENCES, TASKS
from workforce.workflow.rehearsal.world.collections import collection, later_page
from workforce.workflow.rehearsal.world.exchange import Answer, json_answer
from workforce.workflow.rehearsal.world.graphql import graphql
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import shape_of, under
from workforce.workflow.rehearsal.world.visit import Visit

jira = Service("Jira", r".+", r"/(?:ex/jira/[^/]+/)?rest/(?:api|agile|webhooks)/")
trello = Service("Trello", r"api\.trello\.com")
asana = Service("Asana", r"app\.asana\.com")
clickup = Service("ClickUp", r"api\.clickup\.com")
monday = Service("monday.com", r"api\.monday\.com")
linear = Service("Linear", r"api\.linear\.app")
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


# --- Trello -----------------------------------------------------------------------------------------------

card = shape_of(
    "tasks",
    "desc due dateLastActivity",
    lambda cast, n: {
        "id": cast.id("card", n, 24),
        "name": cast.pick(TASKS, n),
        "closed": False,
        "idBoard": cast.id("board", 0, 24),
        "idList": cast.id("list", 0, 24),
        "idMembers": [],
        "labels": [],
        "shortUrl": f"https://trello.com/c/{n}",
        "url": f"https://trello.com/c/{n}",
        "pos": n,
    },
)
board = shape_of(
    "projects",
    "desc",
    lambda cast, n: {
        "id": cast.id("board", n, 24),
        "name": ("Sales", "Support", "Website")[n % 3],
        "closed": False,
        "url": f"https://trello.com/b/{n}",
    },
)
trello_list = shape_of(
    "",
    "",
    lambda cast, n: {
        "id": cast.id("list", n, 24),
        "name": ("To do", "Doing", "Done")[n % 3],
        "closed": False,
        "idBoard": cast.id("board", 0, 24),
        "pos": n,
    },
)
comment = shape_of(
    "comments",
    "",
    lambda cast, n: {
        "id": cast.id("action", n, 24),
        "type": "commentCard",
        "date": iso(cast.past(n)),
        "data": {"text": cast.pick(SENTENCES, n)},
        "memberCreator": {"fullName": cast.person(n).name},
    },
)
member = shape_of(
    "members",
    "",
    lambda cast, n: {
        "id": cast.id("member", n, 24),
        "fullName": cast.person(n).name,
        "username": cast.person(n).first.lower(),
    },
)
checklist = shape_of(
    "",
    "",
    lambda cast, n: {
        "id": cast.id("checklist", n, 24),
        "name": "Checklist",
        "checkItems": [],
        "idCard": cast.id("card", 0, 24),
    },
)


def _asked(visit: Visit) -> Record:
    """Trello takes fields in the query as well."""
    return {**{k: v for k, v in visit.query.items() if k not in ("key", "token")}, **visit.fields}


for _path, _name, _shape in (
    (r"/1/(?:(?:lists|boards|members)/[^/]+/)?cards", "cards", card),
    (r"/1/(?:members/[^/]+/|organizations/[^/]+/)?boards", "boards", board),
    (r"/1/(?:boards/[^/]+/)?lists", "lists", trello_list),
    (r"/1/cards/[^/]+/actions/comments", "comments", comment),
    (r"/1/cards/[^/]+/actions", "comments", comment),
    (r"/1/(?:cards/[^/]+/)?checklists", "checklists", checklist),
    (r"/1/(?:boards/[^/]+/|cards/[^/]+/)?members", "members", member),
):
    collection(
        trello,
        _path,
        _name,
        _shape,
        given=_asked,
        new_id=lambda visit: visit.new_id(24),
        removed=lambda visit: {"_value": None},
    )

# --- Asana ------------------------------------------------------------------------------------------------

asana_task = shape_of(
    "tasks",
    "notes due_on created_at modified_at",
    lambda cast, n: {
        "gid": str(1201000 + n),
        "resource_type": "task",
        "name": cast.pick(TASKS, n),
        "completed": n == 2,
        "assignee": {"gid": "1", "name": cast.person(n).name},
        "projects": [{"gid": "1200", "name": "Sales"}],
        "tags": [],
        "workspace": {"gid": "1100", "name": "Company"},
        "permalink_url": f"https://app.asana.com/0/1200/{1201000 + n}",
    },
)
asana_project = shape_of(
    "projects",
    "notes created_at due_date",
    lambda cast, n: {
        "gid": str(1200 + n),
        "resource_type": "project",
        "name": ("Sales", "Support", "Website")[n % 3],
        "archived": False,
        "owner": {"gid": "1", "name": cast.person(n).name},
    },
)
asana_user = shape_of("users", "name email", lambda cast, n: {"gid": str(n + 1), "resource_type": "user"})
asana_story = shape_of(
    "comments",
    "text created_at",
    lambda cast, n: {
        "gid": str(1301000 + n),
        "resource_type": "story",
        "type": "comment",
        "created_by": {"gid": "1", "name": cast.person(n).name},
    },
)
asana_section = shape_of("", "", lambda cast, n: {"gid": str(1401000 + n), "name": ("To do", "Doing", "Done")[n % 3]})


def _data(visit: Visit) -> Record:
    given = visit.fields.get("data", visit.fields)
    return given if isinstance(given, dict) else {}


@asana.on("POST", r"/api/1\.0/(?:tasks|sections)/[^/]+/(?:addProject|removeProject|addTag|removeTag|addTask)")
def asana_done(visit: Visit) -> Any:
    """Done; nothing more to say."""
    return {"data": {}}


for _path, _name, _shape in (
    (
        r"/api/1\.0/(?:workspaces/[^/]+/tasks/search|(?:projects|sections)/[^/]+/tasks|tasks/[^/]+/subtasks|tasks)",
        "tasks",
        asana_task,
    ),
    (r"/api/1\.0/(?:workspaces/[^/]+/|teams/[^/]+/)?projects", "projects", asana_project),
    (r"/api/1\.0/(?:workspaces/[^/]+/)?users", "users", asana_user),
    (r"/api/1\.0/(?:tasks/[^/]+/)?stories", "stories", asana_story),
    (r"/api/1\.0/(?:projects/[^/]+/)?sections", "sections", asana_section),
    (r"/api/1\.0/(?:workspaces|organizations/[^/]+/teams|tags)", "workspaces", asana_project),
):
    collection(
        asana,
        _path,
        _name,
        _shape,
        key="gid",
        given=_data,
        listed=lambda visit, records: {"data": records, "next_page": None},
        single=lambda record: {"data": record},
        new_id=lambda visit: str(visit.new_number(1500000)),
        removed=lambda visit: {"data": {}},
    )

# --- ClickUp ----------------------------------------------------------------------------------------------

clickup_task = shape_of(
    "tasks",
    "description",
    lambda cast, n: {
        "id": cast.id("clickup", n, 9),
        "name": cast.pick(TASKS, n),
        "text_content": cast.pick(SENTENCES, n),
        "status": {"status": ("to do", "in progress", "complete")[n % 3], "type": "open"},
        "date_created": str(int(cast.past(n).timestamp() * 1000)),
        "date_updated": str(int(cast.past(n).timestamp() * 1000)),
        "due_date": str(int(cast.soon(n).timestamp() * 1000)),
        "creator": {"id": 1, "username": cast.person(n).name, "email": cast.person(n).email},
        "assignees": [{"id": 2, "username": cast.person(n + 1).name, "email": cast.person(n + 1).email}],
        "tags": [],
        "priority": {"priority": ("urgent", "high", "normal")[n % 3]},
        "custom_fields": [],
        "list": {"id": "1", "name": "List"},
        "folder": {"id": "1"},
        "space": {"id": "1"},
        "url": f"https://app.clickup.com/t/{n}",
    },
)
clickup_place = shape_of(
    "projects",
    "",
    lambda cast, n: {
        "id": str(9001 + n),
        "name": ("Sales", "Support", "Website")[n % 3],
        "archived": False,
        "statuses": [{"status": "to do"}],
        "tags": [],
        "lists": [],
    },
)
clickup_comment = shape_of(
    "comments",
    "",
    lambda cast, n: {
        "id": str(7001 + n),
        "comment_text": cast.pick(SENTENCES, n),
        "user": {"id": 1, "username": cast.person(n).name},
        "date": str(int(cast.past(n).timestamp() * 1000)),
    },
)

for _path, _name, _shape, _under in (
    (r"/api/v2/(?:(?:list|team|view)/[^/]+/)?task", "tasks", clickup_task, "tasks"),
    (r"/api/v2/(?:(?:task|list|view)/[^/]+/)?comment", "comments", clickup_comment, "comments"),
    (r"/api/v2/(?:(?:folder|space)/[^/]+/)?list", "lists", clickup_place, "lists"),
    (r"/api/v2/(?:space/[^/]+/)?folder", "folders", clickup_place, "folders"),
    (r"/api/v2/(?:team/[^/]+/)?space", "spaces", clickup_place, "spaces"),
    (r"/api/v2/team", "teams", clickup_place, "teams"),
    (r"/api/v2/(?:team/[^/]+/)?goal", "goals", clickup_place, "goals"),
):
    collection(
        clickup,
        _path,
        _name,
        _shape,
        listed=under(_under),
        new_id=lambda visit: visit.new_id(9),
        removed=lambda visit: {},
    )


@clickup.on("GET", r"/api/v2/(?:list|task)/[^/]+/(?P<what>field|member)")
def clickup_lookups(visit: Visit) -> Any:
    """A list's own fields, or its members."""
    return {"fields": [], "members": [{"id": 1, "username": visit.cast.person(0).name}]}


# --- monday.com and Linear speak GraphQL ------------------------------------------------------------------

monday.on("POST", r"/v2(?:/file)?")(graphql)
linear.on("POST", r"/graphql")(graphql)

__all__ = ["asana", "clickup", "jira", "later_page", "linear", "monday", "trello"]
