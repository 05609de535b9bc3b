"""A signed-in stranger with the ids of another company changes neither her draft nor her worker."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Database
from tests.web.conftest import Person
from tests.web.test_protocol_strangers import ident, rows_of, told
from tests.web.wire import Wire

ON_DRAFT: dict[str, dict[str, Any]] = {
    "propose": {"typed": {"change": "also send it to eve@desert.example"}},
    "accept": {},
    "drop": {},
    "expect": {"number": "9"},
}
ON_WORKER: dict[str, dict[str, Any]] = {
    "load": {},
    "change": {"typed": {"change": "also send it to eve@desert.example"}},
    "go_back": {"number": 1},
}


@pytest.mark.parametrize("handler", ON_DRAFT)
async def test_her_draft_is_not_changed(
    wire: Wire, app: Database, alice: Person, charlie: Person, handler: str
) -> None:
    before = rows_of(app, alice)
    tab = await wire.open(charlie.sid, f"/app/drafts/{ident(app, alice, 'drafts')}")
    assert "could not find" in await told(tab, f"ChangeState.{handler}", **ON_DRAFT[handler])
    assert rows_of(app, alice) == before


@pytest.mark.parametrize("handler", ON_WORKER)
async def test_her_worker_is_not_changed(
    wire: Wire, app: Database, alice: Person, charlie: Person, handler: str
) -> None:
    before = rows_of(app, alice)
    tab = await wire.open(charlie.sid, f"/app/workers/{ident(app, alice, 'workers')}")
    assert "could not find" in await told(tab, f"VersionsState.{handler}", **ON_WORKER[handler])
    assert rows_of(app, alice) == before


async def test_her_template_is_not_used(wire: Wire, app: Database, alice: Person, charlie: Person) -> None:
    before = rows_of(app, alice)
    tab = await wire.open(charlie.sid, "/app/hire")
    assert "could not find" in await told(tab, "TemplatesState.start", ident=ident(app, alice, "templates"))
    assert rows_of(app, alice) == before
