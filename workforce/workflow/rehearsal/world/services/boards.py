"""Trello, Asana, ClickUp, monday.com and Linear: cards and tasks."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.plausible.names import SENTENCES, TASKS
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.graphql import graphql
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import shape_of, under
from workforce.workflow.rehearsal.world.visit import Visit

trello = Service("Trello", r"api\.trello\.com")
asana = Service("Asana", r"app\.asana\.com")
clickup = Service("ClickUp", r"api\.clickup\.com")
monday = Service("monday.com", r"api\.monday\.com")
linear = Service("Linear", r"api\.linear\.app")


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
