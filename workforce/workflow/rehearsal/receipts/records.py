# ruff: noqa: E501 - patterns and sentences stay whole
"""Everything else: records, events, files and payments made or changed, what was read, and plain requests."""

from __future__ import annotations

import re
from typing import Any

from workforce.workflow.rehearsal.plausible import words_of
from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.seen import Seen, text_of

_SIGN_IN = re.compile(r"/(?:oauth2?/.*|.*/)?(?:token|access_token|bearer)$|/\.well-known/|/connections$")
_READS = re.compile(
    r"(?:search|query|list|find|lookup|count|scan|select|describe|jql|freebusy|list_folder|search_v2|listRecords|batchGet|download"
    r"|(?:get|list|search|find)[A-Z_]\w*|(?:create|close|refresh)Session)(?:All|/continue|\.\w+)?$",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"/upload/|/uploads?$|/files/upload|/content$|/media$|getUploadURLExternal|completeUploadExternal|/attachments$"
)
_PAYMENT = re.compile(
    r"/(?:charges|payment_intents|payments?|payouts?|refunds|transfers|checkout/sessions)(?:/|$)", re.IGNORECASE
)
_EVENT = re.compile(r"/(?:events?|meetings|scheduled_events|appointments)(?:/|$)", re.IGNORECASE)
_ID = re.compile(
    r"^(?:\d+|v[\d.]+|[0-9a-f-]{16,}|[\w-]*\d[\w-]{5,}|me|root|default|paged|batch|api|rest|data|crm|objects|sobjects|json|latest|primary"
    r"|email|vid|profile|graphql|createOrUpdate|children|actions|primary|all|generations|vendor)$",
    re.IGNORECASE,
)
# addresses that end in what is done instead of what it is done to: (verb, what people say)
_DEEDS: tuple[tuple[str, str, str], ...] = (
    (r"/messages/[^/]+/modify|/threads/[^/]+/modify", "change", "Change the labels of a message"),
    (r"/messages/[^/]+/(?:trash|untrash)", "change", "Move a message to or from the bin"),
    (r"/messages/[^/]+/(?:move|copy)", "change", "Move or copy a message"),
    (r"/permissions|/createLink|/invite|sharing/", "change", "Share a file"),
    (r"/copy(?:_v2)?", "create", "Copy a file"),
    (r"/(?:move|move_v2)", "change", "Move a file"),
    (r"/reactions\.add|/reactions/", "create", "React to a message"),
    (r"/(?:dispatches|dispatch)", "create", "Start a workflow"),
    (r"/invocations", "create", "Run a function"),
    (r"/campaigns/[^/]+/actions/send", "create", "Send a campaign to its audience"),
    (r"/invoice/[^/]+/send", "create", "Send an invoice by e-mail"),
    (r"/transitions", "change", "Move an issue to another state"),
    (r"/deleteMessage|/chat\.delete", "delete", "Delete a message"),
    (r"/images/(?:generations|edits)", "create", "Have a picture made"),
    (r"/audio/speech", "create", "Have a text spoken"),
    (r"/audio/transcriptions", "create", "Have a recording written down"),
)
_TITLES = (
    "summary",
    "title",
    "name",
    "subject",
    "dealname",
    "topic",
    "displayName",
    "Name",
    "text",
    "description",
    "email",
)
_ONES = {
    "companies": "company",
    "opportunities": "opportunity",
    "activities": "activity",
    "entries": "entry",
    "categories": "category",
    "people": "person",
}


def read_sign_in(seen: Seen) -> Receipt | None:
    """Getting a token: nothing that people need to read."""
    if not _SIGN_IN.search(seen.path) or seen.scheme not in ("http", "https"):
        return None
    return seen.receipt(kind="sign-in", verb="sign in", title=f"Sign in at {seen.host}", effect=False)


def read_rest(seen: Seen) -> Receipt:
    """A record, event, file or payment; a read; else the request as it is."""
    if _only_reads(seen):
        return _read(seen)
    deed = next(((verb, said) for pattern, verb, said in _DEEDS if re.search(rf"(?:{pattern})$", seen.path)), None)
    if deed is not None:
        fields = fields_of(seen)
        return seen.receipt(
            kind="record",
            verb=deed[0],
            noun="item",
            title=f"{deed[1]} in {seen.service}",
            place=seen.service,
            rows=[fields] if fields else [],
            effect=True,
        )
    noun = _mutated(seen) or noun_of(seen.path)
    verb = {"DELETE": "delete", "PUT": "change", "PATCH": "change"}.get(seen.method, "create")
    if re.search(r"mutation\b[^{]*\{\s*\w*(?:update|change|set)", text_of(seen.fields.get("query")), re.I):
        verb = "change"
    if verb == "create" and _ends_in_id(seen.path):
        verb = "change"
    if _FILE.search(seen.path):
        name = _named(seen) or "a file"
        return seen.receipt(
            kind="file",
            verb="create" if verb == "create" else verb,
            noun="file",
            title=f"Put {name} into {seen.service}",
            place=seen.service,
            effect=True,
        )
    kind = (
        "payment"
        if _PAYMENT.search(seen.path)
        else "event"
        if _EVENT.search(seen.path)
        else "record"
        if noun
        else "request"
    )
    fields = fields_of(seen)
    if kind == "request":
        return seen.receipt(
            kind="request",
            verb="call",
            noun="call",
            title=f"{seen.method} {seen.host}{seen.path}",
            rows=[fields] if fields else [],
            effect=True,
        )
    said = {"create": "Create", "change": "Change", "delete": "Delete"}[verb]
    name = _named(seen)
    title = f"{said} {_article(noun)}{noun} in {seen.service}" + (f": {name}" if name and verb != "delete" else "")
    return seen.receipt(
        kind=kind,
        verb=verb,
        noun=noun,
        title=title,
        subject=name,
        place=seen.service,
        rows=[fields] if fields else [],
        effect=True,
    )


def _only_reads(seen: Seen) -> bool:
    if seen.method in ("GET", "HEAD", "OPTIONS"):
        return True
    if seen.scheme not in ("http", "https") and seen.method in ("SELECT", "READ", "FETCH", "CONNECT", ""):
        return True
    statement = text_of(seen.fields.get("query") or seen.fields.get("sql"))
    if seen.path.endswith(("/graphql", "/v2")) or seen.host == "api.monday.com":
        return not re.match(r"\s*mutation\b", statement)
    if seen.scheme in ("postgres", "mysql") or seen.host.endswith(".simulated"):
        return not re.search(
            r"insert|update|upsert|delete|set|push|publish|create|upload|send|write|rename|execute", seen.path, re.I
        ) or bool(re.match(r"\s*(select|with|show)\b", statement, re.I))
    return seen.method == "POST" and bool(_READS.search(seen.path))


def noun_of(path: str) -> str:
    """What a path is about, as one of it: `/crm/v3/objects/contacts/55` → contact; empty when it says nothing."""
    for part in reversed(re.sub(r"\.json$", "", path).strip("/").split("/")):
        word = part.split(":")[0]
        if word and not _ID.match(word) and re.fullmatch(r"[A-Za-z][A-Za-z_ -]{2,30}", word):
            plain = words_of(word).replace("_", " ")
            return _one_of(plain)
    return ""


def _one_of(word: str) -> str:
    if word in _ONES:
        return _ONES[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _many_of(word: str) -> str:
    return (
        word[:-1] + "ies"
        if re.search(r"[^aeiou]y$", word)
        else f"{word}es"
        if word.endswith(("s", "ch", "x"))
        else f"{word}s"
    )


def _mutated(seen: Seen) -> str:
    """What a GraphQL mutation makes or changes: `create_item` → item, `issueUpdate` → issue."""
    match = re.search(r"mutation\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w+)", text_of(seen.fields.get("query")))
    words = words_of(match[1]).split("_") if match else []
    return " ".join(
        word for word in words if word not in ("create", "update", "change", "delete", "add", "set", "value", "values")
    )


def _ends_in_id(path: str) -> bool:
    last = path.rstrip("/").rsplit("/", 1)[-1]
    return bool(re.fullmatch(r"\d+|[0-9a-fA-F-]{16,}|[A-Z]+-\d+", last))


def fields_of(seen: Seen) -> dict[str, Any]:
    """The fields of what is written, wherever the service wants them."""
    given = seen.body
    if isinstance(given, dict):
        if isinstance(given.get("properties"), list):
            pairs = [one for one in given["properties"] if isinstance(one, dict)]
            return {text_of(one.get("name") or one.get("property")): one.get("value") for one in pairs}
        if set(given) <= {"query", "variables", "operationName"} and given.get("variables"):
            return dict(given["variables"])
        for name in (
            "fields",
            "properties",
            "data",
            "ticket",
            "user",
            "order",
            "product",
            "customer",
            "organization",
            "contact",
            "issue",
        ):
            if isinstance(given.get(name), dict):
                return dict(given[name])
        return dict(given)
    if isinstance(given, list) and all(isinstance(one, dict) and "name" in one and "value" in one for one in given):
        return {text_of(one["name"]): one["value"] for one in given}
    return {"items": given} if isinstance(given, list) else {}


def _named(seen: Seen) -> str:
    fields = {**fields_of(seen), **{k: v for k, v in seen.query.items() if k in ("name", "title")}}
    found = next((text_of(fields[name]) for name in _TITLES if isinstance(fields.get(name), str) and fields[name]), "")
    return found if len(found) <= 80 else found[:79] + "…"


def _article(noun: str) -> str:
    return "an " if noun[:1] in "aeiou" else "a "


# --- reading ----------------------------------------------------------------------------------------------

_LISTS = (
    "values", "value", "items", "records", "results", "data", "messages", "files", "events", "issues", "tickets", "orders", "products",
    "customers", "contacts", "companies", "deals", "channels", "members", "entries", "rows", "collection", "responses", "nodes",
)  # fmt: skip


def _read(seen: Seen) -> Receipt:
    count, place = _count(seen.answer), _place(seen)
    if seen.service == "Google Sheets" and count and "/values/" in seen.path:
        count = max(0, count - 1)  # the line of names is none
        place = seen.path.rsplit("/values/", 1)[1].split("!")[0].strip("'")
    some = f"{count} {'thing' if count == 1 else 'things'}" if count is not None else "something"
    noun = noun_of(seen.path)
    if "/values/" in seen.path or seen.scheme in ("postgres", "mysql") or seen.host.endswith(".simulated"):
        some = "1 row" if count == 1 else f"{count or 0} rows"
    elif noun and count is not None:
        some = f"{count} {noun if count == 1 else _many_of(noun)}"
    title = f"Read {some} of {place}" if place != seen.service else f"Read {some} from {place}"
    return seen.receipt(kind="read", verb="read", noun="read", title=title, place=place, count=count or 0, effect=False)


def _place(seen: Seen) -> str:
    if seen.scheme in ("postgres", "mysql"):
        return f"table {seen.path.strip('/').rsplit('/', 1)[-1]}" if seen.path.strip("/") else "the database"
    return seen.service or seen.host


def _count(answer: Any) -> int | None:
    if isinstance(answer, list):
        return len(answer)
    if isinstance(answer, dict):
        for name in _LISTS:
            if isinstance(answer.get(name), list):
                return len(answer[name])
        for inner in answer.values():
            if isinstance(inner, dict) and (found := _count(inner)) not in (None, 1):
                return found
            if isinstance(inner, list) and inner and isinstance(inner[0], dict):
                return len(inner)
        return 1
    return None
