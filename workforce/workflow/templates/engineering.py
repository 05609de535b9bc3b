"""Engineering and product."""

from __future__ import annotations

from workforce.workflow import build
from workforce.workflow.spec import Locator
from workforce.workflow.templates.parts import (
    LIST,
    add_row,
    answer,
    as_lines,
    find,
    form,
    ref,
    slack,
    teams,
    weekly,
    write,
)
from workforce.workflow.templates.template import ask, part, template, trigger

ENGINEERING = "Engineering"
OWNER = Locator(mode="name", value=ask("owner", "owner"))
REPOSITORY = Locator(mode="name", value=ask("repository", "repository"))

TEMPLATES = (
    template(
        "Pull requests to review",
        ENGINEERING,
        "Posts each pull request that is opened in a GitHub repository.",
        "When a pull request is opened in our GitHub repository, post it in Slack.",
        trigger(
            "github_trigger", "A pull request changes", owner=OWNER, repository=REPOSITORY, events=["pull_request"]
        ),
        part(
            "opened",
            "filter",
            "Only opened ones",
            conditions=build.conditions(build.condition(ref("start", "body.action"), "equals", "opened")),
        ),
        slack(
            "tell",
            "To review: ",
            ref("start", "body.pull_request.title"),
            "\n",
            ref("start", "body.pull_request.html_url"),
        ),
    ),
    template(
        "Open issues every Monday",
        ENGINEERING,
        "Lists the open issues of a repository at the beginning of the week.",
        "Every Monday at 9, list the open issues of our GitHub repository and post them in Slack.",
        weekly("Monday", 9),
        part(
            "issues",
            "github.repository.get_issues",
            "Get the issues",
            owner=OWNER,
            repository=REPOSITORY,
            returnAll=True,
            getRepositoryIssuesFilters=build.group(state="open"),
        ),
        as_lines("- #", ref("issues", "number"), " ", ref("issues", "title")),
        slack("tell", "Open issues:\n", LIST),
    ),
    template(
        "Bugs from customers",
        ENGINEERING,
        "A form for bugs becomes a GitHub issue that an AI has put into shape.",
        "When somebody reports a bug by form, let AI write a clear issue text and create a GitHub issue.",
        form("Report a bug", "What happened:textarea", "What did you expect", "Your e-mail:email"),
        write(
            "text",
            "Put it into shape",
            "Write a clear bug report with steps, what was expected and what happened, only from this:\n",
            ref("start", "What happened"),
            "\nExpected: ",
            ref("start", "What did you expect"),
        ),
        part(
            "issue",
            "github.issue.create",
            "Make the issue",
            owner=OWNER,
            repository=REPOSITORY,
            title=ref("start", "What happened"),
            body=answer("text"),
            labels=build.many(),
        ),
        slack("tell", "A customer found a bug: ", ref("start", "What happened")),
    ),
    template(
        "Ideas from the team",
        ENGINEERING,
        "Collects product ideas from a form in a sheet with the area an AI puts them in.",
        "When somebody sends in a product idea by form, let AI say which area it belongs to and add it to our ideas sheet.",
        form("Product idea", "Idea:textarea", "Your name"),
        find(
            "kind", "Which area?", (ref("start", "Idea"),), area="One of: usability, speed, integration, price, other"
        ),
        add_row(
            "keep", "ideas", Idea=ref("start", "Idea"), Area=ref("kind", "output.area"), From=ref("start", "Your name")
        ),
    ),
    template(
        "Release notes in plain words",
        ENGINEERING,
        "When a release is published on GitHub, an AI rewrites its notes for colleagues and posts them.",
        "When we publish a release on GitHub, let AI rewrite the notes for non-technical colleagues and post them in Teams.",
        trigger("github_trigger", "A release is published", owner=OWNER, repository=REPOSITORY, events=["release"]),
        write(
            "text",
            "Rewrite the notes",
            "Rewrite these release notes for colleagues without technical knowledge, in at most eight lines:\n",
            ref("start", "body.release.body"),
        ),
        teams("tell", ref("start", "body.release.name"), "\n", answer("text")),
    ),
)
