"""What a workflow itself tells of the outside: which sheets there are and what their columns are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_COLUMN_HOLDERS = ("columns", "fieldsUi", "dataToSend")


@dataclass
class SheetHint:
    """A sheet that a step names. document: its spreadsheet's id, address or name; empty: known only when it runs."""

    document: str
    title: str
    number: int
    columns: list[str] = field(default_factory=list)


class Hints:
    """Read once from n8n JSON; empty without one."""

    def __init__(self, workflow: Mapping[str, Any] | None = None) -> None:
        nodes = [node for node in (workflow or {}).get("nodes") or () if isinstance(node, dict)]
        self.sheets: list[SheetHint] = []
        for node in nodes:
            if str(node.get("type", "")).startswith(("n8n-nodes-base.googleSheets", "n8n-nodes-base.microsoftExcel")):
                self._sheet(node.get("parameters") or {})

    def _sheet(self, parameters: Mapping[str, Any]) -> None:
        title, number = _sheet_of(parameters.get("sheetName"))
        document = _plain(parameters.get("documentId") or parameters.get("sheetId"))
        known = next((s for s in self.sheets if (s.document, s.title) == (document, title)), None)
        if known is None:
            number = number if number is not None else 700 + len(self.sheets)
            known = SheetHint(document, title, number)
            self.sheets.append(known)
        known.columns = list(dict.fromkeys([*known.columns, *_columns(parameters)]))

    def sheets_of(self, document: str) -> list[SheetHint]:
        """The sheets of a spreadsheet: those said to be in it, and those of which that is not known."""
        return [sheet for sheet in self.sheets if not sheet.document or document in sheet.document] or self.sheets


def _sheet_of(locator: Any) -> tuple[str, int | None]:
    name = _plain(locator)
    shown = str(locator.get("cachedResultName") or "") if isinstance(locator, dict) else ""
    mode = locator.get("mode") if isinstance(locator, dict) else "name"
    figures = re.search(r"(?:gid=)?(\d+)$", name)
    if mode != "name" and figures:
        return shown or "Sheet1", int(figures.group(1))
    return name or shown or "Sheet1", None


def _plain(locator: Any) -> str:
    """A locator's value; empty for an expression, which is known only when it runs."""
    value = locator.get("value") if isinstance(locator, dict) else locator
    text = str(value or "").strip()
    if text.startswith("=") and "{{" not in text:
        text = text[1:]
    return "" if "{{" in text or text.startswith("=") else text


def _columns(parameters: Mapping[str, Any]) -> Iterator[str]:
    for holder in _COLUMN_HOLDERS:
        given = parameters.get(holder)
        if not isinstance(given, dict):
            continue
        for column in given.get("schema") or ():
            yield str(column.get("id") or column.get("displayName"))
        value = given.get("value")
        yield from (value if isinstance(value, dict) else ())
        for rows in given.values():
            for row in rows if isinstance(rows, list) else ():
                if isinstance(row, dict) and isinstance(name := row.get("fieldId") or row.get("column"), str):
                    yield name
        yield from (str(name) for name in given.get("matchingColumns") or ())
    for name in (parameters.get("columnToMatchOn"), parameters.get("valueToMatchOn") and None):
        if isinstance(name, str) and name and "{{" not in name:
            yield name
    for row in ((parameters.get("filtersUI") or {}).get("values")) or ():
        if isinstance(row, dict) and isinstance(row.get("lookupColumn"), str):
            yield row["lookupColumn"]
