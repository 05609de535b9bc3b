"""Work items: projects, issues, tasks, boards."""

from __future__ import annotations

import re

from workforce.workflow.build import group
from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.recipes.order import Order, by_name, recipe, short_quote
from workforce.workflow.spec import Group, Value


@recipe("project")
def project(order: Order) -> Value:
    said = order.named("project", "board", "space")
    if not said:
        keys = [
            p.text
            for p in order.intent.pieces
            if p.kind == "word"
            and re.fullmatch(r"[A-Z][A-Z0-9]{1,9}", p.text)
            and p.text not in ("AI", "KI", "IA", "PR", "CSV", "PDF", "URL", "IT", "HR", "API", "ID", "CRM", "VIP")
        ]
        said = keys[0] if keys else ""
    return order.listed(
        said, "jira_project", "In which Jira project (key or name)?", "The issue needs a project.", "PROJECT"
    )


@recipe("issue_type")
def issue_type(order: Order) -> Value:
    text = fold(order.intent.text)
    kind = (
        "Bug"
        if re.search(r"\bbugs?\b", text)
        else "Story"
        if re.search(r"\bstor(y|ies)\b", text)
        else "Epic"
        if "epic" in text
        else "Task"
    )
    return by_name(kind)


@recipe("jira_details")
def jira_details(order: Order) -> Value:
    fields: dict[str, Value] = {"description": writing.message(order.assembly, order.intent)}
    return Group(fields=fields)


@recipe("jql")
def jql(order: Order) -> Value:
    said = order.named("project", "board")
    clauses = [f'project = "{said}"'] if said else []
    text = fold(order.intent.text)
    if re.search(r"\b(open|unresolved|offen\w*|abiert\w*|ouvert\w*|abert\w*)\b", text):
        clauses.append("resolution = Unresolved")
    if re.search(r"overdue|uberfallig|vencid|en retard|atrasad", text):
        clauses.append("due < now()")
    return group(jql=" AND ".join(clauses) if clauses else "created >= -7d")


@recipe("linear_details")
def linear_details(order: Order) -> Value:
    return group(description=writing.message(order.assembly, order.intent))


@recipe("team_option")
def team_option(order: Order) -> Value:
    said = order.named("team")
    text = f"Which Linear team is “{said}”?" if said else "In which Linear team?"
    return order.ask(
        "linear_team",
        text,
        "Linear keeps issues in teams; the team is chosen from your workspace.",
        said or "your-team",
    )


@recipe("asana_details")
def asana_details(order: Order) -> Value:
    return group(notes=writing.message(order.assembly, order.intent))


@recipe("ask_workspace")
def ask_workspace(order: Order) -> Value:
    said = order.named("space", "team")
    return order.ask(
        "asana_workspace",
        "Which Asana workspace?",
        "Asana keeps tasks in workspaces; it is chosen from your account.",
        said or "your-workspace",
    )


@recipe("asana_filters")
def asana_filters(order: Order) -> Value:
    said = order.named("project", "board")
    if said:
        return group(
            project=order.ask(
                "asana_project", f"Which Asana project is “{said}”?", "It is chosen from your account.", said
            )
        )
    return group(
        assignee=order.ask(
            "asana_assignee", "Whose tasks, or which project?", "Asana lists tasks of a person or a project.", "me"
        ),
        workspace=ask_workspace(order),
    )


@recipe("list_text")
def list_text(order: Order) -> Value:
    said = order.named("list", "board", "column")
    text = f"Which Trello list is “{said}” (its id or link)?" if said else "Which Trello list?"
    return order.ask("trello_list", text, "Trello finds a list by its id.", said or "your-list")


@recipe("list_option")
def list_option(order: Order) -> Value:
    said = order.named("list", "project", "board", "folder", "space")
    return order.ask(
        f"{order.service}_list",
        f"Which {order.name} list is “{said}”?" if said else f"Which {order.name} list?",
        "It is chosen from your account.",
        said or "your-list",
    )


@recipe("board_option")
def board_option(order: Order) -> Value:
    said = order.named("board", "project", "list") or short_quote(order)
    return order.ask(
        "monday_board",
        f"Which board is “{said}”?" if said else "Which Monday.com board?",
        "It is chosen from your account.",
        said or "your-board",
    )


@recipe("project_rl")
def project_rl(order: Order) -> Value:
    said = order.named("project", "list") or short_quote(order)
    return by_name(said or "Inbox")


@recipe("thing_id", "message_id")
def thing_id(order: Order) -> Value:
    place = writing.named_field(order.assembly, order.intent.scope, "id")
    return (
        place[0].ref(place[1])
        if place
        else order.ask(
            f"{order.service}_id",
            f"Which {order.operation.resource or 'item'} (its id)?",
            "The step works on one thing.",
            "1",
        )
    )
