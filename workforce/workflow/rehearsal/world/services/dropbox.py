"""Dropbox: files, found, stored and fetched."""

from __future__ import annotations

import json
from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.exchange import bytes_answer
from workforce.workflow.rehearsal.world.files import bytes_of
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.visit import Visit

dropbox = Service("Dropbox", r"(?:api|content)\.dropboxapi\.com")


def entry(cast: Cast, number: int) -> Record:
    """A file in Dropbox."""
    name = f"{('Report', 'Contract', 'Offer')[number % 3]}-{number + 1}.pdf"
    return {
        ".tag": "file",
        "id": f"id:{cast.id('dropbox', number, 22)}",
        "name": name,
        "path_lower": f"/{name.lower()}",
        "path_display": f"/{name}",
        "client_modified": iso(cast.past(number))[:19] + "Z",
        "server_modified": iso(cast.past(number))[:19] + "Z",
        "size": 1024,
        "rev": "1",
        "is_downloadable": True,
        "content_hash": cast.id("hash", number, 32),
    }


@dropbox.on("POST", r"/2/files/list_folder(?P<more>/continue)?")
def list_folder(visit: Visit) -> Any:
    """The files of a folder."""
    return {"entries": [] if visit.found["more"] else visit.all("files", entry), "cursor": "end", "has_more": False}


@dropbox.on("POST", r"/2/files/search_v2(?P<more>/continue)?")
def dropbox_search(visit: Visit) -> Any:
    """Files by words."""
    found = [] if visit.found["more"] else visit.all("files", entry)
    return {
        "matches": [
            {"metadata": {".tag": "metadata", "metadata": one}, "match_type": {".tag": "filename"}} for one in found
        ],
        "has_more": False,
    }


def _argument(visit: Visit) -> Record:
    """Dropbox writes the arguments of uploads into a header."""
    try:
        loaded = json.loads(visit.asked.header("dropbox-api-arg") or "{}")
    except ValueError:
        loaded = {}
    return loaded if isinstance(loaded, dict) else {}


@dropbox.on("POST", r"/2/files/upload")
def dropbox_upload(visit: Visit) -> Any:
    """A file stored."""
    path = str(_argument(visit).get("path") or "/file")
    made = {
        **entry(visit.cast, 0),
        "id": f"id:{visit.new_id(22)}",
        "name": path.rsplit("/", 1)[-1],
        "path_display": path,
        "path_lower": path.lower(),
        "size": len(visit.asked.body),
    }
    return visit.create("files", made, entry)


@dropbox.on("POST", r"/2/files/download")
def dropbox_download(visit: Visit) -> Any:
    """A file's bytes."""
    name = str(_argument(visit).get("path") or "file.pdf")
    return bytes_answer(
        bytes_of(name.rsplit(".", 1)[-1].lower(), visit),
        dropbox_api_result=json.dumps({**entry(visit.cast, 0), "name": name.rsplit("/", 1)[-1]}),
    )


@dropbox.on("POST", r"/2/(?:files/(?P<how>\w+)|sharing/.+|users/.+)")
def dropbox_other(visit: Visit) -> Any:
    """Moved, copied, deleted, shared."""
    path = str(visit.fields.get("to_path") or visit.fields.get("path") or "/file")
    found = {**entry(visit.cast, 0), "name": path.rsplit("/", 1)[-1], "path_display": path}
    return {
        **found,
        "metadata": found,
        "url": "https://www.dropbox.com/s/1",
        "account_id": "dbid:1",
        "root_info": {"root_namespace_id": "1", "home_namespace_id": "1"},
    }
