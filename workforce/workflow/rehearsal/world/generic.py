"""Any other HTTP service, answered by the words of its address."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

from workforce.workflow.rehearsal.plausible import Kind
from workforce.workflow.rehearsal.world.exchange import Answer, bytes_answer, json_answer, text_answer
from workforce.workflow.rehearsal.world.files import csv_text, file_of
from workforce.workflow.rehearsal.world.graphql import graphql
from workforce.workflow.rehearsal.world.visit import Visit

_FEED = re.compile(r"(?:^|[/.\-_])(?:rss|feed|feeds|atom)(?:$|[/.\-_])|\.xml$", re.IGNORECASE)
_ID = re.compile(r"/(?:\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{20,}|[A-Za-z]{0,6}[_-]?[A-Za-z0-9]*\d[A-Za-z0-9_-]{4,})$")
_API = re.compile(r"(?:^|[/.\-])(?:api|v\d+|rest|json|graphql|data|odata)(?:$|[/.\-])", re.IGNORECASE)
_SINGLE = {"weather", "rate"}
_PAGED = ("page", "offset", "skip", "cursor", "after", "start")


def generic(visit: Visit) -> Answer:
    """A sensible answer to any call."""
    asked = visit.asked
    if asked.method.upper() in ("HEAD", "OPTIONS"):
        return Answer(200, {"content-type": "application/json"})
    if asked.host.endswith(".simulated"):
        return _database(visit)
    if re.search(r"/graphql(?:\.json)?$", asked.path) and (asked.fields.get("query") or asked.query.get("query")):
        return json_answer(graphql(visit))
    if asked.method.upper() == "GET":
        return _read(visit)
    return _written(visit)


def _read(visit: Visit) -> Answer:
    path = visit.asked.path
    accept = visit.asked.header("accept").lower()
    if _FEED.search(path) or visit.asked.host.startswith(("feeds.", "rss.")):
        return feed(visit)
    if (data := file_of(path, visit)) is not None:
        return data
    if path.endswith((".csv", ".tsv")) or "text/csv" in accept or visit.query.get("format") == "csv":
        return text_answer(csv_text(_records(visit)), "text/csv")
    if _html(visit, accept):
        return text_answer(page(visit), "text/html")
    return json_answer(_json(visit))


def _html(visit: Visit, accept: str) -> bool:
    path, host = visit.asked.path, visit.asked.host
    if path.endswith((".html", ".htm", ".php", ".asp")) or accept.startswith("text/html"):
        return True
    speaks_api = (
        _API.search(host) or _API.search(path) or path.endswith(".json") or "json" in accept.split(",", maxsplit=1)[0]
    )
    front = host.startswith("www.") or path == "/"
    return bool(front and not speaks_api)


def _kind(visit: Visit) -> Kind:
    found = visit.kind(visit.asked.path)
    return found if found.name != "record" else visit.kind(f"{visit.asked.host} {visit.asked.parts.query}")


def _records(visit: Visit) -> list[dict[str, Any]]:
    return visit.all(_collection(visit), lambda cast, number: visit.dressing.record(_kind(visit), number))


def _collection(visit: Visit) -> str:
    return visit.asked.host + _ID.sub("", visit.asked.path)


def _json(visit: Visit) -> Any:
    if _later_page(visit):
        return []
    if _ID.search(visit.asked.path):
        ident = visit.asked.path.rsplit("/", 1)[1]
        return visit.one(_collection(visit), ident, lambda cast, number: visit.dressing.record(_kind(visit), number))
    if _kind(visit).name in _SINGLE and not visit.empty:
        return _records(visit)[0]
    return _records(visit)


def _later_page(visit: Visit) -> bool:
    """Whether somebody asks for what comes after the first page: there is nothing."""
    for name in _PAGED:
        value = visit.query.get(name, "")
        first = "1" if name in ("page", "start") else "0"
        if value.isdigit() and int(value) > int(first):
            return True
        if name in ("cursor", "after") and value and not re.match(r"\d{4}-\d\d", value):
            return True
    return False


def _written(visit: Visit) -> Answer:
    given = visit.asked.json
    fields = given if isinstance(given, dict) else {"items": given} if isinstance(given, list) else {}
    ident = visit.asked.path.rsplit("/", 1)[1] if _ID.search(visit.asked.path) else ""
    method = visit.asked.method.upper()
    if method == "DELETE":
        visit.delete(_collection(visit), ident)
        return json_answer({"id": ident, "deleted": True, "success": True})
    if method in ("PUT", "PATCH") and ident:
        return json_answer(visit.update(_collection(visit), ident, {**fields, "updated_at": visit.now}))
    record = {"id": visit.new_number(), "success": True, "status": "ok", **fields, "created_at": visit.now}
    return json_answer(visit.create(_collection(visit), record))


_WRITES = re.compile(
    r"insert|update|upsert|delete|set|push|publish|create|upload|send|incr|write|rename|remove|drop|produce|add"
)


def _database(visit: Visit) -> Answer:
    """What is not HTTP arrives as its parameters at `http://<node type>.simulated/<operation>`."""
    operation = visit.asked.path.strip("/").lower()
    fields = visit.fields
    if _WRITES.search(operation) or (operation.startswith("execute") and not _reads(str(fields.get("query", "")))):
        return json_answer({**fields, "id": visit.new_number(), "success": True})
    about = " ".join(str(value) for value in _texts(fields)) or operation
    return json_answer(visit.all(about, lambda cast, number: visit.dressing.record(visit.kind(about), number)))


def _reads(query: str) -> bool:
    return bool(re.match(r"\s*(select|with|show|get|find|\{|\[|$)", query, re.IGNORECASE))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for name, inner in value.items() if name != "values" for text in _texts(inner)]
    return [value] if isinstance(value, str) else []


def feed(visit: Visit) -> Answer:
    """An RSS feed, or Atom where the address says so."""
    articles = [visit.dressing.record(visit.kind("articles"), n) for n in range(0 if visit.empty else 4)]
    if "atom" in visit.asked.path.lower():
        return text_answer(_atom(visit, articles), "application/atom+xml")
    rows = "".join(
        f"<item><title>{escape(str(a.get('title')))}</title><link>{a.get('url')}</link><guid>{a.get('url')}</guid>"
        f"<description>{escape(str(a.get('summary')))}</description><author>{escape(str(a.get('author')))}</author>"
        f"<category>{escape(str(a.get('category')))}</category>"
        f"<pubDate>{visit.cast.past(n).strftime('%a, %d %b %Y %H:%M:%S GMT')}</pubDate></item>"
        for n, a in enumerate(articles)
    )
    title = escape(f"News from {visit.asked.host}")
    return text_answer(
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://{visit.asked.host}/</link><description>{title}</description>{rows}</channel></rss>",
        "application/rss+xml",
    )


def _atom(visit: Visit, articles: list[dict[str, Any]]) -> str:
    rows = "".join(
        f'<entry><title>{escape(str(a.get("title")))}</title><link href="{a.get("url")}"/><id>{a.get("url")}</id>'
        f"<updated>{visit.past(n)}</updated><summary>{escape(str(a.get('summary')))}</summary>"
        f"<author><name>{escape(str(a.get('author')))}</name></author></entry>"
        for n, a in enumerate(articles)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>News from {visit.asked.host}</title><id>https://{visit.asked.host}/</id>"
        f"<updated>{visit.now}</updated>{rows}</feed>"
    )


def page(visit: Visit) -> str:
    """A web page with headings, paragraphs, a table and links."""
    records = [visit.dressing.record(_kind(visit), n) for n in range(0 if visit.empty else 3)]
    names = list(records[0]) if records else []
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    rows = "".join(
        "<tr>" + "".join(f'<td class="{escape(n)}">{escape(str(r.get(n, "")))}</td>' for n in names) + "</tr>"
        for r in records
    )
    articles = "".join(
        f'<article><h2 class="title"><a href="{a["url"]}">{escape(a["title"])}</a></h2>'
        f'<p>{escape(a["summary"])}</p><span class="price">{visit.cast.amount("page", n)} EUR</span></article>'
        for n in range(3)
        for a in [{"url": "", "title": "", "summary": "", **visit.made("articles", None, n)}]
    )
    title = escape(visit.asked.host)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title><meta name="description" content="{title}"></head>'
        f"<body><h1>{title}</h1>{articles}<table><tr>{head}</tr>{rows}</table></body></html>"
    )


__all__ = ["bytes_answer", "feed", "generic", "page"]
