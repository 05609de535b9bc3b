"""Google Drive: files and folders, kept; downloads give real small files."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.exchange import Answer, bytes_answer, json_answer, text_answer
from workforce.workflow.rehearsal.world.files import bytes_of, csv_text, letter, xlsx
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

drive = Service(
    "Google Drive", r"www\.googleapis\.com|drive\.google\.com|content\.googleapis\.com", r"(?:/upload)?/drive/|/uc"
)
FILES = r"(?:/upload)?/drive/v3/files"


def file(cast: Cast, number: int) -> Record:
    """A file as the API describes it."""
    ident = cast.id("drive", number, 33)
    name = f"{cast.pick(('Report', 'Contract', 'Offer', 'Minutes'), number)}-{number + 1}.pdf"
    return _described(ident, name, "application/pdf", iso(cast.past(number)))


def _described(ident: str, name: str, mime: str, at: str) -> Record:
    owner = {"kind": "drive#user", "displayName": "Me", "emailAddress": "me@example.com", "me": True}
    return {
        "kind": "drive#file",
        "id": ident,
        "name": name,
        "mimeType": mime,
        "parents": ["root"],
        "createdTime": at,
        "modifiedTime": at,
        "size": "1024",
        "owners": [owner],
        "permissions": [],
        "webViewLink": f"https://drive.google.com/file/d/{ident}/view",
        "webContentLink": f"https://drive.google.com/uc?id={ident}&export=download",
    }


@drive.on("GET", FILES)
def search(visit: Visit) -> Any:
    """Files that a query finds."""
    if visit.query.get("pageToken"):
        return {"files": []}
    wanted = visit.query.get("q", "")
    found = list(visit.all("files", file))
    if "application/vnd.google-apps.folder" in wanted and "mimeType =" in wanted.replace("mimeType=", "mimeType ="):
        found = [record for record in found if record["mimeType"].endswith("folder")]
        if not found and not visit.empty:
            name = re.search(r"name\s*(?:=|contains)\s*'([^']+)'", wanted)
            at = visit.now
            folder = _described(
                visit.new_id(33), name[1] if name else "Folder", "application/vnd.google-apps.folder", at
            )
            found = [visit.create("files", folder, file)]
    return {
        "kind": "drive#fileList",
        "incompleteSearch": False,
        "files": found[: int(visit.query.get("pageSize") or 100)],
    }


@drive.on("POST", FILES)
def create(visit: Visit) -> Any:
    """A new file or folder; a resumable upload gets its address."""
    given = visit.fields
    if visit.query.get("uploadType") == "resumable":
        where = f"https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable&upload_id={visit.new_id()}"
        return Answer(200, {"location": where, "content-type": "application/json"}, b"")
    parts = [part for part in given.values() if isinstance(part, dict)]
    meta = next((part for part in parts if "name" in part), given)
    return _new(visit, meta)


@drive.on("PUT", FILES)
def upload(visit: Visit) -> Any:
    """The bytes of a resumable upload."""
    return _new(visit, {"name": "upload"})


def _new(visit: Visit, meta: Record) -> Record:
    mime = str(meta.get("mimeType") or "application/octet-stream")
    record = _described(visit.new_id(33), str(meta.get("name") or "Untitled"), mime, visit.now)
    record["parents"] = meta.get("parents") or ["root"]
    return visit.create("files", record, file)


@drive.on("GET", rf"{FILES}/(?P<id>[^/]+)")
def get(visit: Visit) -> Any:
    """A file's description, or its bytes."""
    record = visit.one("files", visit.found["id"], file)
    if visit.query.get("alt") != "media":
        return record
    ending = str(record["name"]).rsplit(".", 1)[-1].lower()
    return bytes_answer(bytes_of(ending, visit), str(record["mimeType"]))


@drive.on("GET", rf"{FILES}/(?P<id>[^/]+)/export")
def export(visit: Visit) -> Any:
    """A Google document as a file of another kind."""
    mime = visit.query.get("mimeType", "application/pdf")
    rows = visit.dressing.records("customers", 0 if visit.empty else 3)
    if mime == "text/csv":
        return text_answer(csv_text(rows), mime)
    if mime.startswith("text/"):
        return text_answer(letter(visit), mime)
    return bytes_answer(xlsx(rows) if "sheet" in mime else bytes_of("pdf", visit), mime)


@drive.on("POST", rf"{FILES}/(?P<id>[^/]+)/copy")
def copy(visit: Visit) -> Any:
    """A copy under a new name."""
    return _new(visit, {**visit.one("files", visit.found["id"], file), **visit.fields})


@drive.on("PATCH", rf"{FILES}/(?P<id>[^/]+)")
def update(visit: Visit) -> Any:
    """New name, place or content."""
    changes = {name: value for name, value in visit.fields.items() if isinstance(value, str)}
    if visit.query.get("addParents"):
        changes["parents"] = visit.query["addParents"].split(",")  # type: ignore[assignment]
    return visit.update("files", visit.found["id"], {**changes, "modifiedTime": visit.now}, file)


@drive.on("DELETE", rf"{FILES}/(?P<id>[^/]+)")
def delete(visit: Visit) -> Any:
    """Gone."""
    visit.delete("files", visit.found["id"], file)
    return Answer(204)


@drive.on("POST", rf"{FILES}/(?P<id>[^/]+)/permissions")
def share(visit: Visit) -> Any:
    """Shared with somebody."""
    return {"kind": "drive#permission", "id": visit.new_id(20), "type": "user", "role": "reader", **visit.fields}


@drive.on("GET", r"/drive/v3/drives(?:/(?P<id>[^/]+))?")
def drives(visit: Visit) -> Any:
    """Shared drives."""
    one = {"kind": "drive#drive", "id": visit.found["id"] or visit.cast.id("shared", 0, 19), "name": "Team"}
    return one if visit.found["id"] else {"drives": [] if visit.query.get("pageToken") else [one]}


@drive.on("POST PATCH", r"/drive/v3/drives(?:/(?P<id>[^/]+))?")
def make_drive(visit: Visit) -> Any:
    """A shared drive, made or changed."""
    return {"kind": "drive#drive", "id": visit.found["id"] or visit.new_id(19), **visit.fields}


@drive.on("GET", r"/uc")
def public_download(visit: Visit) -> Any:
    """The address under which a file is downloaded."""
    return json_answer({}) if visit.empty else bytes_answer(bytes_of("pdf", visit), "application/pdf")
