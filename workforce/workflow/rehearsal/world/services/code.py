"""GitHub and GitLab: issues, pull and merge requests, releases, files."""

from __future__ import annotations

import base64
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.plausible.names import SENTENCES, SUBJECTS
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.exchange import Answer, json_answer
from workforce.workflow.rehearsal.world.graphql import graphql
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

github = Service("GitHub", r"api\.github\.com")
gitlab = Service("GitLab", r"gitlab\.com|gitlab\..+")
REPO = r"/repos/[^/]+/[^/]+"
PROJECT = r"/api/v4/projects/[^/]+(?:/[^/]+)?"


def person(cast: Cast, number: int) -> Record:
    """A GitHub user."""
    login = cast.person(number).first.lower()
    return {
        "login": login,
        "id": 7001 + number,
        "type": "User",
        "html_url": f"https://github.com/{login}",
        "avatar_url": "https://images.example.com/1.png",
    }


def issue(cast: Cast, number: int) -> Record:
    """An issue or pull request."""
    where = f"https://github.com/example/demo/issues/{number + 1}"
    return {
        "id": 88001 + number,
        "number": number + 1,
        "title": cast.pick(SUBJECTS, number),
        "body": cast.pick(SENTENCES, number),
        "state": "open",
        "user": person(cast, number),
        "labels": [{"id": 1, "name": ("bug", "question", "feature")[number % 3]}],
        "assignees": [],
        "assignee": None,
        "comments": 0,
        "locked": False,
        "html_url": where,
        "url": where,
        "created_at": iso(cast.past(number)),
        "updated_at": iso(cast.past(number)),
        "closed_at": None,
        "head": {"ref": "branch"},
        "base": {"ref": "main"},
        "merged_at": None,
        "draft": False,
    }


def release(cast: Cast, number: int) -> Record:
    """A release."""
    return {
        "id": 501 + number,
        "tag_name": f"v1.{5 - number}.0",
        "name": f"Version 1.{5 - number}",
        "body": "Smaller and faster",
        "draft": False,
        "prerelease": False,
        "html_url": "https://github.com/example/demo/releases",
        "created_at": iso(cast.past(number)),
        "published_at": iso(cast.past(number)),
        "author": person(cast, number),
        "assets": [],
    }


def repository(cast: Cast, number: int) -> Record:
    """A repository."""
    name = ("demo", "website", "tools")[number % 3]
    return {
        "id": 9001 + number,
        "name": name,
        "full_name": f"example/{name}",
        "private": False,
        "owner": person(cast, 0),
        "html_url": f"https://github.com/example/{name}",
        "description": "A project",
        "language": "Python",
        "stargazers_count": 42 + number,
        "forks_count": 3,
        "open_issues_count": 3,
        "default_branch": "main",
        "created_at": iso(cast.past(number)),
        "updated_at": iso(cast.past(number)),
        "pushed_at": iso(cast.past(number)),
    }


def commit(cast: Cast, number: int) -> Record:
    """A commit."""
    who = cast.person(number)
    return {
        "sha": cast.id("commit", number, 32),
        "commit": {
            "message": "Tidy up",
            "author": {"name": who.name, "email": who.email, "date": iso(cast.past(number))},
        },
        "author": person(cast, number),
        "html_url": "https://github.com/example/demo/commit/1",
    }


def comment(cast: Cast, number: int) -> Record:
    """A comment."""
    return {
        "id": 66001 + number,
        "body": cast.pick(SENTENCES, number),
        "user": person(cast, number),
        "html_url": "https://github.com/example/demo/issues/1#comment",
        "created_at": iso(cast.past(number)),
    }


@github.on("GET", rf"{REPO}/contents(?:/(?P<path>.*))?")
def contents(visit: Visit) -> Any:
    """A file, or the files of a folder."""
    path = visit.found["path"]
    one = {
        "type": "file",
        "name": path.rsplit("/", 1)[-1] or "README.md",
        "path": path or "README.md",
        "sha": visit.cast.id("blob", 0),
        "size": 6,
        "encoding": "base64",
        "content": base64.b64encode(b"# Demo").decode(),
        "download_url": "https://raw.githubusercontent.com/example/demo/main/README.md",
        "html_url": "https://github.com/example/demo",
    }
    return one if "." in path.rsplit("/", 1)[-1] else [one]


@github.on("PUT DELETE", rf"{REPO}/contents/(?P<path>.*)")
def write(visit: Visit) -> Any:
    """A file written or removed."""
    content = {"name": visit.found["path"].rsplit("/", 1)[-1], "path": visit.found["path"], "sha": visit.new_id()}
    return {"content": content, "commit": {"sha": visit.new_id(32), "message": visit.fields.get("message")}}


@github.on("GET", r"/search/(?P<what>\w+)")
def search(visit: Visit) -> Any:
    """Repositories, issues or users by words."""
    shape = {"repositories": repository, "users": person}.get(visit.found["what"], issue)
    found = [] if int(visit.query.get("page") or 1) > 1 else visit.all(visit.found["what"], shape)
    return {"total_count": len(found), "incomplete_results": False, "items": found}


@github.on("POST PUT", rf"{REPO}/(?:issues/\d+/lock|actions/workflows/[^/]+/(?:dispatches|enable|disable)|dispatches)")
def done(visit: Visit) -> Any:
    """Done; nothing more to say."""
    return Answer(204)


@github.on("GET", r"/user")
def me(visit: Visit) -> Any:
    """Oneself."""
    return person(visit.cast, 0)


@github.on("GET", rf"{REPO}/actions/workflows(?:/(?P<id>[^/]+))?")
def workflows(visit: Visit) -> Any:
    """The workflows of a repository."""
    one = {"id": 1, "name": "CI", "state": "active", "path": ".github/workflows/ci.yml"}
    return one if visit.found["id"] else {"total_count": 1, "workflows": [one]}


github.on("POST", r"/graphql")(graphql)
for _path, _name, _shape, _key in (
    (rf"(?:{REPO})?/(?:issues|pulls)/\d+/(?:comments|reviews)", "comments", comment, "id"),
    (rf"(?:{REPO})?/issues/comments", "comments", comment, "id"),
    (rf"(?:{REPO}|/orgs/[^/]+|/user)?/issues", "issues", issue, "number"),
    (rf"{REPO}/pulls", "issues", issue, "number"),
    (rf"{REPO}/releases", "releases", release, "id"),
    (rf"{REPO}/commits", "commits", commit, "sha"),
    (r"/(?:user|users/[^/]+|orgs/[^/]+)/repos", "repositories", repository, "id"),
    (r"/users", "users", person, "login"),
):
    collection(github, _path, _name, _shape, key=_key, new_id=lambda visit: visit.new_number(100), created_status=201)


@github.on("GET", REPO)
def one_repository(visit: Visit) -> Any:
    """One repository."""
    return repository(visit.cast, 0)


def gitlab_issue(cast: Cast, number: int) -> Record:
    """A GitLab issue or merge request."""
    who = {"id": number + 1, "name": cast.person(number).name, "username": cast.person(number).first.lower()}
    return {
        "id": 88001 + number,
        "iid": number + 1,
        "project_id": 1,
        "title": cast.pick(SUBJECTS, number),
        "description": cast.pick(SENTENCES, number),
        "state": "opened",
        "labels": ["bug"],
        "author": who,
        "assignees": [],
        "created_at": iso(cast.past(number)),
        "updated_at": iso(cast.past(number)),
        "due_date": None,
        "web_url": f"https://gitlab.com/example/demo/-/issues/{number + 1}",
    }


def gitlab_release(cast: Cast, number: int) -> Record:
    """A GitLab release."""
    return {
        "tag_name": f"v1.{5 - number}.0",
        "name": f"Version 1.{5 - number}",
        "description": "Smaller and faster",
        "created_at": iso(cast.past(number)),
        "released_at": iso(cast.past(number)),
    }


@gitlab.on("GET", rf"{PROJECT}/repository/files/(?P<path>[^/]+)")
def gitlab_file(visit: Visit) -> Any:
    """A file."""
    return {
        "file_name": visit.found["path"],
        "file_path": visit.found["path"],
        "encoding": "base64",
        "content": base64.b64encode(b"# Demo").decode(),
        "ref": "main",
        "size": 6,
    }


@gitlab.on("POST PUT", rf"{PROJECT}/repository/files/(?P<path>[^/]+)")
def gitlab_write(visit: Visit) -> Any:
    """A file written."""
    return json_answer({"file_path": visit.found["path"], "branch": visit.fields.get("branch", "main")}, 201)


@gitlab.on("POST GET", rf"{PROJECT}/issues/\d+/notes")
def gitlab_note(visit: Visit) -> Any:
    """A comment."""
    one = {
        "id": visit.new_number(),
        "body": visit.fields.get("body", "Thanks"),
        "author": {"name": visit.cast.person(0).name},
        "created_at": visit.now,
    }
    return json_answer(one, 201) if visit.asked.method == "POST" else [one]


for _path, _name, _shape, _key in (
    (rf"(?:{PROJECT}|/api/v4)/issues", "issues", gitlab_issue, "iid"),
    (rf"(?:{PROJECT}|/api/v4)/merge_requests", "merges", gitlab_issue, "iid"),
    (rf"{PROJECT}/releases", "releases", gitlab_release, "tag_name"),
):
    collection(gitlab, _path, _name, _shape, key=_key, new_id=lambda visit: visit.new_number(100), created_status=201)


@gitlab.on("GET", r"/api/v4/(?:projects(?:/[^/]+(?:/[^/]+)?)?|users/[^/]+/projects)")
def gitlab_project(visit: Visit) -> Any:
    """A project, or several."""
    one = {
        "id": 1,
        "name": "demo",
        "path_with_namespace": "example/demo",
        "description": "A project",
        "default_branch": "main",
        "web_url": "https://gitlab.com/example/demo",
        "star_count": 42,
        "last_activity_at": visit.past(0),
    }
    return [one] if visit.asked.path.endswith("projects") else one
