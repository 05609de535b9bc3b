"""What a message, a title, a row says: made of what the prompt says and of the data that is there."""

from __future__ import annotations

import re

from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import fold
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.data import Source, concept_of
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import is_person
from workforce.workflow.spec import Literal, Ref, Template, Value

HOW_MANY = re.compile(r"\b(how many|number of|count of|wie viele|anzahl|cuant[oa]s|combien|nombre de|quant[oa]s)\b")
_NOT_FIELDS = re.compile(r"^(the|a|an|channel|project|tag|label|with|slack|team|everyone|note|link to .*)$")


def named_field(assembly: Assembly, scope: int, words: str) -> tuple[Source, str] | None:
    """The source that holds a field, the nearest one that knows it; else the nearest app, form or call with a guess."""
    sources = assembly.sources_of(scope)
    for source in reversed(sources):
        if source.holds(words):
            return source, source.path(words)
    for source in reversed(sources):
        if source.style not in ("ai", "list") and (path := source.path(words)):
            return source, path
    return None


def fields_of(assembly: Assembly, intent: Intent) -> list[tuple[str, Ref]]:
    """(label, reference) of what the intent wants to carry: the fields it names, else those that matter most."""
    found: list[tuple[str, Ref]] = []
    wanted = [f for f in intent.fields if not _NOT_FIELDS.match(fold(f)) and len(f) < 40]
    for words in wanted:
        place = named_field(assembly, intent.scope, words)
        if place is not None:
            label = words[:1].upper() + words[1:]
            found.append((label, place[0].ref(place[1])))
    if found:
        return found
    seen: set[str] = set()
    for source in reversed(assembly.sources_of(intent.scope)):
        if source.style == "list":
            continue
        for label, path in source.defaults():
            if label not in seen:
                seen.add(label)
                found.append((label, source.ref(path)))
        if found and source.style != "ai":
            break
    return found[:10]


def message(assembly: Assembly, intent: Intent) -> Value:
    """The text of a message, mail, comment or page."""
    said = [p.content for p in intent.named("text")]
    quoted = [
        p.content
        for i, p in enumerate(intent.pieces)
        if p.kind == "quote" and not p.names and i and _speaks(p.content, intent.pieces[i - 1])
    ]
    if said or quoted:
        return Literal(value=(said or quoted)[0])
    source = assembly.source(intent.scope) if assembly.sources_of(intent.scope) else None
    head = heading(assembly, intent)
    if source is None:
        return Literal(value=reminder(assembly, intent))
    written = _written(assembly, intent)
    if source.style == "list" and "count" in source.fields and HOW_MANY.search(fold(intent.text)):
        return Template(parts=[source.ref(source.fields["count"]), f" {_things(assembly)}"])
    if source.style == "list":
        body = source.ref(source.fields["text"])
        return Template(parts=[f"{head}\n\n", body])
    if written is not None and not intent.fields:
        return Ref(step=written.step, path=written.fields["text"])
    rows = fields_of(assembly, intent)
    if not rows:
        return Template(parts=[f"{head}\n\n", Ref(step=source.step)])
    parts: list[str | Ref] = [head + "\n"]
    for label, ref in rows:
        parts += [f"\n{label}: ", ref]
    return Template(parts=list(parts))


def _things(assembly: Assembly) -> str:
    """What is counted, from what the prompt says is read: `read new rows of the sheet Leads` → `new rows of …`."""
    read = next((i for i in assembly.request.intents if i.kind == "read"), None)
    words = re.sub(r"\s+", " ", read.text).strip(" ,.:") if read else ""
    first, _, rest = words.partition(" ")
    things = re.sub(r"^(all|the|every|die|der|das|alle|los|las|les|tous|os|as)\s+", "", rest, flags=re.IGNORECASE)
    return things[:80] if first and things else "items"


def _speaks(text: str, before: Piece) -> bool:
    """Whether a quotation is what is to be said: `post "Timesheets are due!"`, `reply with "…"`."""
    led = bool(before.verbs) or before.fold in ("with", "mit", "con", "avec", "com", ":", "saying")
    return led and (len(text.split()) > 2 or text[-1:] in "!?.")


def _written(assembly: Assembly, intent: Intent) -> Source | None:
    """The nearest step that wrote a text, if it is nearer than anything read since."""
    for source in reversed(assembly.sources_of(intent.scope)):
        if source.style == "ai":
            return source if "text" in source.fields else None
        if source.style in ("read", "list"):
            return None
    return None


def heading(assembly: Assembly, intent: Intent) -> str:
    """One line that says what a message is about."""
    scope = assembly.request.scopes[intent.scope]
    if scope.kind == "error":
        return "The worker ran into a problem"
    title = subject_of(intent)
    if title:
        return title
    start = assembly.request.start
    if start.kind == "schedule" or not start.text:
        return assembly_title(assembly)
    text = re.sub(
        r"^(a|an|the|un|una|une|ein|eine|einen|um|uma|el|la|le|los|las|les|o|der|die|das)\s+",
        "",
        start.text.strip(" ,."),
        flags=re.IGNORECASE,
    )
    return text[:1].upper() + text[1:80]


def assembly_title(assembly: Assembly) -> str:
    """The worker's subject in a few words, from what it reads and for whom."""
    reads = [i for i in assembly.request.intents if i.kind in ("read", "ai")]
    text = reads[0].text if reads else assembly.request.text.split("\n")[0]
    text = re.sub(r"\s+", " ", text).strip(" ,.:-")
    return (text[:1].upper() + text[1:])[:80].rsplit(" ", 1)[0] if len(text) > 80 else text[:1].upper() + text[1:]


def reminder(assembly: Assembly, intent: Intent) -> str:
    """The text of a message that carries no data: what the prompt wants said."""
    extra = [i.text for i in assembly.request.intents if i is not intent and i.kind == "ask" and i.unit == intent.unit]
    text = " ".join([intent.text, *extra])
    for piece in intent.pieces:
        if piece.kind in ("email", "channel", "chatid", "phone"):
            text = text.replace(piece.text, "")
    text = re.sub(r"\s+", " ", text).strip(" ,.:")
    return text[:1].upper() + text[1:]


def subject_of(intent: Intent) -> str:
    """A subject or title that is said outright; empty without one."""
    said = intent.named("subject", "title", "event")
    return said[0].content if said else ""


def title(assembly: Assembly, intent: Intent) -> Value:
    """The title of a task, ticket, page, event."""
    said = subject_of(intent)
    if said:
        return Literal(value=said)
    for words in _title_fields(intent):
        place = named_field(assembly, intent.scope, words)
        if place is not None:
            return place[0].ref(place[1])
    source = assembly.source(intent.scope) if assembly.sources_of(intent.scope) else None
    if source is None or assembly.request.scopes[intent.scope].kind == "error":
        return Literal(value=heading(assembly, intent))
    for candidate in reversed(assembly.sources_of(intent.scope)):
        if candidate.style in ("list",) or (candidate.style == "ai" and not candidate.holds("title")):
            continue
        path = (
            candidate.path("title", guess=False)
            or candidate.path("subject", guess=False)
            or candidate.path("name", guess=False)
        )
        if path:
            return (
                Template(parts=[f"{_kind_of_thing(intent)}", candidate.ref(path)])
                if _kind_of_thing(intent)
                else candidate.ref(path)
            )
    return Literal(value=heading(assembly, intent))


def _kind_of_thing(intent: Intent) -> str:
    purpose = re.search(r"\bto ([a-z][a-z ]{3,40})$", intent.text)
    return (
        f"{purpose.group(1).strip().capitalize()}: "
        if purpose and not any(p.service for p in intent.pieces[-2:])
        else ""
    )


def _title_fields(intent: Intent) -> list[str]:
    match = re.search(r"with (?:the |their )?([\w' ]{3,30}?) (?:in|as) (?:the )?(?:title|subject|name)", intent.text)
    return [match.group(1)] if match else []


def columns(assembly: Assembly, intent: Intent) -> dict[str, Value]:
    """What goes into a row or record, by column."""
    filled: dict[str, Value] = dict(fields_of(assembly, intent))
    return filled | stated(intent)


_SETTING = re.compile(
    r"\b(?:set|sets|change|changes|mark|marks|update|updates|move|moves|flag|setz\w*|markier\w*|cambi\w*|marc\w*|pon\w*|"
    r"mets?|pass\w*|marqu\w*|mud\w*|alter\w*)\b.{0,70}?\s(?:to|as|auf|als|a|como|en|sur|para)\s+"
    r"[\"'“„«]?\s?(?P<value>[\w-]{3,}(?:\s[\w-]+)?)",
    re.IGNORECASE,
)
_STATED = ("status", "stage")


def stated(intent: Intent) -> dict[str, Value]:
    """What the prompt itself says a field becomes: `set the status to published`, `with status approved`."""
    named = [p for p in intent.named(*_STATED) if p.content]
    if named:
        return {named[0].names.capitalize(): Literal(value=named[0].content)}
    found = _SETTING.search(intent.text) if "update" in intent.verbs else None
    said = found.group("value").split(" and ")[0].strip() if found else ""
    return {"Status": Literal(value=said)} if said and said.lower() not in _NO_STATES else {}


_NO_STATES = frozenset(("the", "our", "a", "google", "sheet", "new", "la", "el", "die", "das", "den"))


def person(assembly: Assembly, intent: Intent, concept: str) -> Ref | None:
    """A field (`email`, `name`, `phone`) of the person that the data is about; of the one meant if several are."""
    sources = [s for s in reversed(assembly.sources_of(intent.scope)) if s.style != "list"]
    who = next((p.fold for p in intent.pieces if is_person(p)), "")
    for source in sources:
        for name, path in source.fields.items():
            folded = fold(name).replace("_", " ")
            if who and who in folded and concept_of(folded) == concept:
                return source.ref(path)
    for source in sources:
        own = [path for name, path in source.fields.items() if concept_of(name) == concept]
        if own:
            return source.ref(own[0])
    for source in sources:
        if source.style in ("ai",):
            continue
        path = source.path(concept, guess=False) or (source.path("author", guess=False) if concept == "email" else "")
        if path:
            return source.ref(path)
    for source in sources:
        if source.style in ("app", "form", "webhook", "sheet", "read") and (path := source.path(concept)):
            return source.ref(path)
    return None
