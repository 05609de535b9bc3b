# ruff: noqa: E501 - a paragraph of the page stays as it is written
"""`docs/services.md`, written from the code: `python -m tests.docs.services` brings it up to date."""

from __future__ import annotations

import json
from pathlib import Path

from workforce.workflow.rehearsal.world.services import SERVICES

PAGE = Path(__file__).parents[2] / "docs" / "services.md"
OPERATIONS = Path(__file__).parents[1] / "rehearsal" / "world" / "operations"
HEAD = """# The simulated services

In a rehearsal, n8n's own nodes talk to these services in the services' own shapes; what a step makes can be read, changed and removed
by a later one. Every other address is answered by the words in it (records, a page, a feed, a file), every GraphQL address by the
fields that the query selects, and what does not speak HTTP (databases, queues, FTP) by its parameters.

| service | operations of n8n's node that the tests run on the real n8n |
|---|---|
"""


def page() -> str:
    """The whole page."""
    proven = {_key(path.stem): _operations(path) for path in sorted(OPERATIONS.glob("*.json"))}
    names = sorted((service.name for service in SERVICES if service.name != "Sign-in"), key=str.lower)
    rows = [f"| {name} | {_shown(name, proven)} |" for name in dict.fromkeys(names)]
    return HEAD + "\n".join(rows) + "\n"


def _shown(name: str, proven: dict[str, list[str]]) -> str:
    found = proven.get(_key(name)) or proven.get(_key(name.removeprefix("Amazon ").split(" ")[0]))
    if not found and name in MODELS:
        return "chains, forms, classifiers, agents with tools"
    return ", ".join(found) if found else "through HTTP Request and other nodes"


MODELS = {
    "OpenAI", "Anthropic", "Google Gemini", "Mistral AI", "OpenRouter", "Groq", "DeepSeek",
}  # fmt: skip


def _operations(path: Path) -> list[str]:
    found = []
    for node in json.loads(path.read_text()):
        parameters = node["parameters"]
        words = [str(parameters[name]) for name in ("resource", "operation") if parameters.get(name)]
        plain = "HTTP Request: " + node["name"] if node["type"].endswith(".httpRequest") else "default"
        found.append(" ".join(words) or plain)
    return sorted(set(found))


def _key(name: str) -> str:
    known = {"amazons3": "amazon", "mondaycom": "monday"}
    plain = "".join(char for char in name.lower() if char.isalnum())
    return known.get(plain, plain)


if __name__ == "__main__":
    PAGE.write_text(page())
