"""The workflows of a turn in the engine: made and published once, used for all its plays, and deleted at its end."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from workforce.core.errors import NotFound
from workforce.integrations import credential_types
from workforce.integrations.rehearsal import Play
from workforce.local.rehearsal.backstage import Backstage
from workforce.local.rehearsal.dummies import dummy

Json = dict[str, Any]
REMEMBERS = re.compile(rb"StaticData|removeDuplicates")
ADDRESS = re.compile(rb"https?://[\w.-]+:(\d{2,5})\b")


@dataclass(frozen=True, slots=True)
class Copy:
    """What stands in the engine for one play's workflow."""

    content: bytes
    workflow_id: str
    others: tuple[str, ...]


class Copies:
    """Of one engine. catalogue: the `node_modules` of its n8n; scratch: how PostgreSQL's credential signs in."""

    def __init__(self, catalogue: Path, scratch: Json) -> None:
        self._types, self._scratch = credential_types.read(catalogue), scratch
        self._credentials: dict[str, str] = {}
        self._swept = False
        self._current: Copy | None = None

    def forget(self) -> None:
        """Another engine, or the same one with another memory."""
        self._credentials.clear()
        self._swept, self._current = False, None

    async def ensure(self, engine: Backstage, play: Play) -> str:
        """The published workflow of a play; its id. One that remembers earlier runs is made anew each time."""
        content = orjson.dumps([play.workflow, play.others], option=orjson.OPT_SORT_KEYS)
        if self._current and self._current.content == content and not REMEMBERS.search(content):
            return self._current.workflow_id
        await self.remove(engine)
        await self._sign_in(engine, play)
        names: dict[str, str] = {}
        for ident, workflow in play.others.items():
            names[ident] = await self._publish(engine, workflow, {})
        made = await self._publish(engine, play.workflow, names)
        self._current = Copy(content, made, tuple(names.values()))
        return made

    async def remove(self, engine: Backstage) -> None:
        """Delete what is there, with all that it has left."""
        if self._current:
            for ident in (self._current.workflow_id, *self._current.others):
                await engine.workflows.delete_workflow(ident)
        self._current = None

    async def _publish(self, engine: Backstage, workflow: Json, names: Mapping[str, str]) -> str:
        content = _renamed(copy.deepcopy(workflow), names) | {"name": workflow.get("name") or "Rehearsal"}
        for node in content.get("nodes") or ():
            for kind in node.get("credentials") or {}:
                if ident := self._credentials.get(kind):
                    node["credentials"][kind] = {"id": ident, "name": kind}
        made = await engine.workflows.create_workflow(content)
        try:
            await engine.workflows.publish(made.id)
        except BaseException:
            await engine.workflows.delete_workflow(made.id)
            raise
        return made.id

    async def _sign_in(self, engine: Backstage, play: Play) -> None:
        """A dummy for each credential type that is named; they are the same for everybody and stay with the engine."""
        if not self._swept:  # what an earlier release made may not be what this one would
            for one in await engine.workflows.all_credentials():
                await engine.workflows.delete_credential(one.id)
            self._swept = True
        nodes = [node for one in (play.workflow, *play.others.values()) for node in one.get("nodes") or ()]
        named = {kind for node in nodes for kind in node.get("credentials") or {}}
        for kind in sorted((named | set(play.credentials)) - self._credentials.keys()):
            if kind in self._types:
                data = await self._fitting(engine, kind)
                self._credentials[kind] = await engine.credential(kind, data)

    async def _fitting(self, engine: Backstage, kind: str) -> Json:
        """The dummy's fields, only those that this n8n's schema takes."""
        data = dummy(kind, self._types, self._scratch)
        try:
            schema = await engine.workflows.credential_schema(kind)
        except NotFound:
            return data
        known = schema.get("properties") or {}
        strict = schema.get("additionalProperties") is False
        return {name: value for name, value in data.items() if name in known or not strict or name == "oauthTokenData"}


def ports_named(play: Play) -> set[int]:
    """The ports of web addresses in a play's workflows: what is there must be listened on."""
    text = orjson.dumps([play.workflow, play.others])
    return {int(port) for port in ADDRESS.findall(text) if int(port) < 65_536}


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The same JSON with the ids of other workflows replaced by those of their copies."""
    if isinstance(value, dict):
        return {key: _renamed(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value
