"""Files, folders, documents, buckets."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.recipes.order import Order, by_name, recipe, short_quote
from workforce.workflow.spec import Literal, Locator, Moment, Template, Value


@recipe("binary")
def binary(order: Order) -> Value:
    return Literal(value=order.assembly.binary or "data")


@recipe("file_name")
def file_name(order: Order) -> Value:
    return (
        Template(parts=["file-", Moment(format="yyyy-MM-dd-HHmmss")])
        if order.assembly.request.start.kind == "schedule"
        else Literal(value="")
    )


@recipe("my_drive")
def my_drive(order: Order) -> Value:
    return Locator(mode="list", value=Literal(value="My Drive"), name="My Drive")


@recipe("folder")
def folder(order: Order) -> Value:
    said = order.named("folder") or short_quote(order)
    if said:
        return by_name(said)
    order.assembly.assume("Files are kept in the top folder of your drive.")
    return Locator(mode="list", value=Literal(value="root"), name="/ (Root folder)")


@recipe("folder_root")
def folder_root(order: Order) -> Value:
    return Locator(mode="list", value=Literal(value="root"), name="/ (Root folder)")


@recipe("folder_id")
def folder_id(order: Order) -> Value:
    said = order.named("folder") or short_quote(order)
    return Literal(value=said) if said else Literal(value="root")


@recipe("docs_folder")
def docs_folder(order: Order) -> Value:
    said = order.named("folder")
    return Literal(value=said) if said else Literal(value="default")


@recipe("file_id")
def file_id(order: Order) -> Value:
    for source in reversed(order.assembly.sources_of(order.intent.scope)):
        if source.service.startswith("google") and source.path("id", guess=False):
            return source.ref(source.path("id"))
    place = writing.named_field(order.assembly, order.intent.scope, "id")
    return place[0].ref(place[1]) if place else template(order)


@recipe("template")
def template(order: Order) -> Value:
    ids = [
        p.content
        for p in order.assembly.request.pieces
        if p.kind == "ident" or (p.names == "template" and p.kind in ("quote", "name") and re.search(r"\d", p.content))
    ]
    if ids:
        return Locator(mode="id", value=Literal(value=ids[0]))
    said = order.named("template", "document") or order.anywhere("template")
    return order.listed(
        said, "template", "Which file is the template (link or id)?", "The worker copies it each time.", "Template"
    )


@recipe("document")
def document(order: Order) -> Value:
    urls = [u for u in order.intent.entities("url") if "docs.google" in u]
    if urls:
        return Literal(value=urls[0])
    made = next((s for s in reversed(order.assembly.sources_of(order.intent.scope)) if s.service == "googledocs"), None)
    if made is not None:
        return made.ref("id")
    ids = [p.content for p in order.assembly.request.pieces if p.kind == "ident"]
    return order.known(
        next(iter(ids), ""),
        "document",
        "Which Google Doc (link)?",
        "The worker writes into it.",
        "https://docs.google.com/document/d/your-document/edit",
        "url",
    )


@recipe("docs_insert")
def docs_insert(order: Order) -> Value:
    return group(actionFields=many(group(action="insert", text=writing.message(order.assembly, order.intent))))


@recipe("file_path")
def file_path(order: Order) -> Value:
    said = order.intent.entities("path")
    path = (said[0] if said else "/" + (order.named("folder") or "").strip("/")).rstrip("/")
    return Template(
        parts=[
            f"{path}/file-",
            Moment(format="yyyy-MM-dd-HHmmss"),
            ".csv" if "csv" in fold(order.assembly.request.text) else "",
        ]
    )


@recipe("file_path_in")
def file_path_in(order: Order) -> Value:
    said = order.intent.entities("path")
    return order.known(
        next(iter(said), ""),
        "path",
        "Which file on the server should be fetched (path)?",
        "The worker needs to know where it lies.",
        "/file",
    )


@recipe("folder_path")
def folder_path(order: Order) -> Value:
    said = order.intent.entities("path")
    return Literal(value=said[0] if said else "/")


@recipe("protocol")
def protocol(order: Order) -> Value:
    return Literal(value="sftp" if "sftp" in fold(order.assembly.request.text) else "ftp")


@recipe("bucket")
def bucket(order: Order) -> Value:
    said = order.named("folder") or short_quote(order)
    return order.known(said, "bucket", "Which bucket should be used?", "Files need a place.", "your-bucket")


@recipe("drive_query")
def drive_query(order: Order) -> Value:
    said = order.named("folder", "document") or ""
    return Literal(value=f"'{said}' in parents" if said else "trashed = false")


@recipe("share_reader")
def share_reader(order: Order) -> Value:
    return group(permissionsValues=group(role="reader", type="anyone"))
