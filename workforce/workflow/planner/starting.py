# ruff: noqa: E501 - patterns and sentences for people stay whole
"""What starts the worker: a schedule, an event at a service, a call, a form, a mail, a chat."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause, is_action
from workforce.workflow.language.comparisons import numeric, worded
from workforce.workflow.language.pieces import Piece
from workforce.workflow.planner.cleaning import schedules_of
from workforce.workflow.planner.intents import Start, StartKind
from workforce.workflow.planner.knowledge.cues import ARRIVES, EVENT_LEADS, NEW
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, mentions
from workforce.workflow.planner.services import Services

WHEN = frozenset(
    [
        "as",
        "anytime",
        "cuanto",
        "when",
        "whenever",
        "once",
        "if",
        "wenn",
        "sobald",
        "falls",
        "cuando",
        "si",
        "quand",
        "lorsque",
        "quando",
        "se",
        "time",
        "que",
    ]
)
_LEADS = sorted((tuple(lead.split()) for lead in EVENT_LEADS), key=len, reverse=True)
_WEBHOOK = re.compile(
    r"\b(web ?hooks?|post(s|ed)? (json|data|to (a|our|the|an)? ?(url|endpoint))|json to a url|calls? (a|our|an) (url|endpoint)|http (call|post|request) (comes|arrives)|takes? that call|(api|http) endpoint|an eine url|llamad[ao] http|appel http|chamada http)\b"
)
_FORM = re.compile(
    r"\b(form|forms|online form|web form|formular\w*|webformular|formulario\w*|formulaire\w*|fill(s|ed)? (out |in )?(a|the|our|this)?|ausfull\w*|anmeldeformular|kontaktformular)\b"
)
_CHAT = re.compile(
    r"\b(chat ?bot|chat window|chat widget|chat on our|in (the|a|our) chat|chat trigger|im chat|en el chat|dans le chat|no chat|conversation with)\b"
)


def find_start(
    parts: list[Clause],
    found: list[Piece],
    language: str,
    timezone: str,
    text: str,
    usual: Defaults,
    services: Services,
) -> tuple[Start, list[Clause]]:
    """The start, and the clauses that are left for the work itself."""
    schedules = [s for s in schedules_of(text, language, timezone) if s.confidence >= 0.5]
    spoken = [s for s in schedules if len(s.text.split()) > 1]  # `annual value` says nothing about when
    event = _event(parts, usual, services, language, scheduled=bool(spoken))
    if event is not None and not spoken:
        return event[0], event[1]
    if schedules and (event is None or not event[2]):
        chosen = schedules[0]
        start = Start(
            "schedule",
            [],
            schedule=chosen.schedule,
            timezone=chosen.timezone or next((s.timezone for s in schedules if s.timezone), ""),
            assumed=list(chosen.assumed),
        )
        return start, [
            c for c in parts if (c.pieces and any(p.kind not in ("time", "mark") for p in c.pieces)) or c.lead
        ]
    if event is not None:
        return event[0], event[1]
    return Start("unknown", []), parts


def _event(
    parts: list[Clause], usual: Defaults, services: Services, language: str, *, scheduled: bool
) -> tuple[Start, list[Clause], bool] | None:
    """(start, clauses that are left, whether it is said so clearly that it goes before a schedule)."""
    for index, clause in enumerate(parts):
        lead = _lead_length(clause)
        conditional = clause.lead == "if" and clause.word in WHEN
        pure = clause.word in ("if", "si", "se", "falls")
        acted = any(
            is_action(c.pieces, language) and not c.lead for c in parts[:index] if c.unit == clause.unit or pure
        )
        if (
            conditional
            and clause.opened == "postfix"
            and index
            and (
                _WEBHOOK.search(parts[index - 1].words)
                or (_FORM.search(parts[index - 1].words) and any("form" in p.nouns for p in parts[index - 1].pieces))
            )
        ):
            whole = [*parts[index - 1].pieces, *clause.pieces]
            start = _start_of(whole, parts, index, usual, services)
            if start is not None:
                return start, [*parts[: index - 1], *parts[index + 1 :]], not scheduled
        if (
            conditional
            and (not acted or clause.opened == "postfix")
            and not (scheduled and clause.word in ("if", "si", "se", "falls"))
        ):
            start = _start_of(clause.pieces, parts, index, usual, services)
            if start is not None:
                return start, _left(_spoken(parts, index, start, usual), parts[index], []), not scheduled
        if lead and scheduled and not _fresh_event(clause):
            lead = 0
        if lead:
            head, tail = _head_and_tail(clause.pieces[lead:], language)
            start = _start_of(head, parts, index, usual, services)
            if start is not None:
                return start, _left(_spoken(parts, index, start, usual), parts[index], tail), True
    if scheduled:
        return None
    for index, clause in enumerate(parts):
        if clause.lead:
            continue
        stated = _statement(parts, index, usual, services, language)
        if stated is not None:
            return *stated, True
    return None


def _fresh_event(clause: Clause) -> bool:
    """Whether `for every …` speaks of something new and not of each thing a schedule reads."""
    first = " ".join(p.fold for p in clause.pieces[:2])
    each = re.match(r"(for|fur|por|para|pour) (every|each|jede|jeden|jedes|cada|chaque)", first)
    return not each or any(p.fold in NEW for p in clause.pieces[:5])


def _spoken(parts: list[Clause], index: int, start: Start, usual: Defaults) -> list[Clause]:
    """Without a clause in front that only says where the event is: `The answers land in the sheet X. For every new row …`."""
    told = set(map(id, start.pieces))
    kept = []
    for place, clause in enumerate(parts):
        inside = place < index and clause.pieces and all(id(p) in told for p in clause.pieces if p.kind != "time")
        other = {m.service for m in mentions(clause.pieces, usual)} - {start.service, "form"}
        if inside and not other:
            continue
        kept.append(clause)
    return kept


def _left(parts: list[Clause], told: int | Clause, tail: list[Piece]) -> list[Clause]:
    """The clauses without the one that told the start; what it says besides stays."""
    index = told if isinstance(told, int) else next(i for i, c in enumerate(parts) if c is told)
    clause = parts[index]
    before = [c for c in parts[:index] if c.pieces or c.lead]
    rest = parts[index + 1 :]
    if not tail:
        return before + rest
    kept = Clause(tail, "", "", clause.unit, clause.bullet, "comma", clause.closed, " ".join(p.fold for p in tail))
    return [*before, kept, *rest]


def _lead_length(clause: Clause) -> int:
    folds = [word for p in clause.pieces[:6] for word in ([p.fold] if p.kind != "word" else p.fold.split())]
    for lead in _LEADS:
        if tuple(folds[: len(lead)]) == lead:
            return _pieces(clause.pieces, len(lead))
    if (
        len(clause.pieces) > 1
        and clause.pieces[0].fold
        in ("every", "each", "any", "jede", "jeder", "jedes", "cada", "chaque", "toda", "todo", "on")
        and any(p.nouns for p in clause.pieces[1:4])
        and not any(p.kind == "time" for p in clause.pieces[:3])
    ):
        return (
            1
            if (
                any(p.service or p.nouns for p in clause.pieces[1:])
                and any(ARRIVES.match(w) for p in clause.pieces for w in p.fold.split())
            )
            or any(p.fold in NEW for p in clause.pieces[:4])
            else 0
        )
    return 0


def _pieces(found: list[Piece], words: int) -> int:
    count = 0
    for number, piece in enumerate(found, start=1):
        count += len(piece.fold.split()) if piece.kind == "word" else 1
        if count >= words:
            return number
    return len(found)


def _head_and_tail(found: list[Piece], language: str) -> tuple[list[Piece], list[Piece]]:
    """`pull request in kitebird/platform-api fetch the diff` → the event and the action glued to it."""
    for index in range(2, len(found)):
        piece = found[index]
        if (
            piece.kind == "word"
            and piece.verbs
            and not piece.nouns
            and not any(ARRIVES.match(w) for w in piece.fold.split())
            and found[index - 1].kind != "word"
            and is_action(found[index:], language)
        ):
            return found[:index], found[index:]
        modal = piece.fold in (
            "should",
            "must",
            "soll",
            "sollen",
            "muss",
            "debe",
            "deben",
            "doit",
            "doivent",
            "deve",
            "devem",
            "needs",
            "werden",
            "wird",
        )
        if modal and index + 1 < len(found):
            return found[:index], found[index + 1 :]
        if modal and index + 2 >= len(found):
            break
    return found, []


def _start_of(found: list[Piece], parts: list[Clause], index: int, usual: Defaults, services: Services) -> Start | None:
    """The start an event's words tell; None when they tell of no event that a service, a form or a call could be."""
    content = [p for p in found if p.kind != "time"]
    if not content:
        return None
    words = " ".join(p.fold for p in content)
    nouns, verbs = _concepts(content)
    tests = _tests(content)
    near = [p for c in parts[max(0, index - 2) : index] if not c.lead for p in c.pieces]
    kind, service = _source(content, words, nouns, usual, services)
    if kind == "unknown" and near:
        kind, service = _source(
            near, " ".join(p.fold for p in near), [n for p in near for n in p.nouns], usual, services
        )
        if kind in ("app", "poll"):
            content = [*near, *content]
    if kind == "unknown":
        happened = any(ARRIVES.match(w) for p in content for w in p.fold.split()) or any(p.fold in NEW for p in content)
        if not (happened and nouns):
            return None
        mail = _mail_arrives(content, nouns)
        kind, service = ("mail", usual.mail) if mail else ("unknown", "")
    return Start(kind, content, service, verbs, nouns, _fields(found), tests=tests)


def _source(
    content: list[Piece], words: str, nouns: list[str], usual: Defaults, services: Services
) -> tuple[StartKind, str]:
    if _WEBHOOK.search(words) and not any(
        _has_trigger(p.service, services) and p.service not in ("webhook", "sentryio", "stripe", "github")
        for p in content
    ):
        return "webhook", "webhook"
    if _CHAT.search(words) and not any(p.service for p in content):
        return "chat", "chat"
    for mention in mentions(content, usual):
        if mention.service == "emailsend" or (KIND_OF.get(mention.service) == "mail" and not mention.named):
            continue
        if _has_trigger(mention.service, services):
            return ("mail" if KIND_OF.get(mention.service) == "mail" else "app"), mention.service
    if "merge_request" in nouns:
        return "app", "gitlab"
    if "pull_request" in nouns or any(p.kind == "repo" for p in content):
        return "app", "github"
    named = [m for m in mentions(content, usual) if m.named]
    if named:
        service = named[0].service
        readable = services.get(service) is not None and KIND_OF.get(service) not in ("ai",)
        if readable and KIND_OF.get(service) != "web":
            return ("mail", service) if KIND_OF.get(service) == "mail" else ("poll", service)
    if "sheet" in nouns or ("row" in nouns and not usual.database):
        return "app", usual.sheet if _has_trigger(usual.sheet, services) else "googlesheets"
    if "form" in nouns or ("response" in nouns and "form" in words) or re.search(r"\bfills? (out|in)\b|ausfull", words):
        return "form", "form"
    if _mail_arrives(content, nouns):
        return "mail", usual.mail
    return "unknown", ""


def _has_trigger(key: str, services: Services) -> bool:
    service = services.get(key) if key else None
    return service is not None and bool(service.triggers) and key != "form"


def _acts(key: str, services: Services) -> bool:
    """Whether a service can do anything besides starting workers."""
    service = services.get(key)
    return service is not None and bool(service.actions)


def _mail_arrives(content: list[Piece], nouns: list[str]) -> bool:
    if "email" not in nouns:
        return False
    return any(
        p.fold
        in (
            "mail",
            "mails",
            "email",
            "emails",
            "e-mail",
            "e-mails",
            "correo",
            "correos",
            "courriel",
            "courriels",
            "inbox",
            "mailbox",
            "posteingang",
            "postfach",
            "bandeja",
            "boite",
        )
        for p in content
    )


def _statement(
    parts: list[Clause], index: int, usual: Defaults, services: Services, language: str
) -> tuple[Start, list[Clause]] | None:
    """Events told without `when`: `New ticket in Zendesk ->`, `Invoices arrive by Gmail`, `save every attachment that arrives in Gmail`."""
    clause = parts[index]
    found = clause.pieces
    words = clause.words
    if not found:
        return None
    fresh = any(p.fold in NEW for p in found[:4])
    arrives = next(
        (i for i, p in enumerate(found) if p.kind == "word" and any(ARRIVES.match(w) for w in p.fold.split())), None
    )
    headed = clause.closed in ("arrow", "colon")
    only_trigger = next(
        (
            p.service
            for p in found
            if p.service and _has_trigger(p.service, services) and not _acts(p.service, services)
        ),
        "",
    )
    webhook = bool(_WEBHOOK.search(words))
    form = (
        bool(_FORM.search(words))
        and any("form" in p.nouns or "form" in p.fold for p in found)
        and not any(p.service and _has_trigger(p.service, services) for p in found)
    )
    incoming = next((i for i, p in enumerate(found) if p.fold in NEW and i > 1), None)
    if incoming is not None and found[0].verbs and not found[0].nouns:
        among = mentions(found, usual)
        every = found[incoming - 1].fold in (
            "every",
            "each",
            "any",
            "all",
            "the",
            "jede",
            "jeden",
            "jedes",
            "cada",
            "chaque",
            "toda",
            "todo",
        )
        if len(among) == 1 and every and found[0].verbs[0] == "read" and _has_trigger(among[0].service, services):
            start = _start_of(found, parts, index, usual, services)
            if start is not None and start.kind in ("app", "mail"):
                return start, _left(parts, index, [])
        if len(among) > 1 and among[0].index > incoming and _has_trigger(among[0].service, services):
            told = _relative(parts, index, incoming, usual, services)
            if told is not None:
                return told
    bare = next((i for i, p in enumerate(found[:2]) if p.fold in NEW), None)
    if bare is not None and not any(p.verbs and not p.nouns for p in found):
        among = mentions(found, usual)
        if len(among) == 1 and (_has_trigger(among[0].service, services) or KIND_OF.get(among[0].service) == "mail"):
            start = _start_of(found, parts, index, usual, services)
            if start is not None and start.kind not in ("unknown", "poll"):
                return start, _left(parts, index, [])
    mailbox = (
        headed
        and not index
        and any("email" in p.nouns for p in found[:3])
        and any(KIND_OF.get(p.service) == "mail" for p in found)
        and not any(p.kind == "email" for p in found)
    )
    if mailbox:
        start = _start_of(found, parts, index, usual, services)
        if start is not None and start.kind == "mail":
            return start, _left(parts, index, [])
    if not (fresh or arrives is not None or only_trigger or webhook or form or _CHAT.search(words)):
        return None
    if (
        (fresh and headed)
        or webhook
        or (
            only_trigger
            and (
                not is_action(found, language)
                or arrives is not None
                or len(found) < 9
                or not {"send", "post", "notify"} & {v for p in found for v in p.verbs}
            )
        )
    ):
        start = _start_of(found, parts, index, usual, services)
        if start is not None and start.kind != "unknown":
            return start, _left(parts, index, [])
    if form:
        start = Start(
            "form", found, "form", nouns=_concepts(found)[0], verbs=_concepts(found)[1], fields=_fields(found)
        )
        tail = _after_form(found, language)
        return start, _left(parts, index, tail)
    relative = next(
        (
            i
            for i, p in enumerate(found)
            if p.fold in ("that", "which", "die", "der", "das", "que", "qui")
            and 0 < i < len(found) - 2
            and any(ARRIVES.match(w) for q in found[i + 1 : i + 4] for w in q.fold.split())
        ),
        None,
    )
    if relative is not None and found[0].verbs:
        return _relative(parts, index, relative, usual, services)
    modal = next(
        (
            i
            for i, p in enumerate(found)
            if i > 1
            and p.fold
            in (
                "should",
                "must",
                "soll",
                "sollen",
                "muss",
                "debe",
                "deben",
                "doit",
                "doivent",
                "deve",
                "devem",
                "werden",
                "to",
            )
        ),
        None,
    )
    if modal is not None and any(p.service for p in found[:modal]):
        start = _start_of(found[:modal], parts, index, usual, services)
        if start is not None and start.kind != "unknown":
            return start, _left(parts, index, found[modal + 1 :])
    if (
        (arrives is not None and not (found[0].verbs and not found[0].nouns))
        or (fresh and headed)
        or (fresh and not is_action(found, language))
    ):
        start = _start_of(found, parts, index, usual, services)
        if start is not None and start.kind != "unknown":
            return start, _left(parts, index, [])
    return None


def _relative(
    parts: list[Clause], index: int, place: int, usual: Defaults, services: Services
) -> tuple[Start, list[Clause]] | None:
    """`save every attachment that arrives in our Gmail into the Drive folder X` → the mail starts it, the saving stays."""
    found = parts[index].pieces
    places = [m for m in mentions(found, usual) if m.index > place]
    if not places:
        return None
    end = places[1].index if len(places) > 1 else len(found)
    while (
        end > place
        and len(places) > 1
        and found[end - 1].fold
        in ("the", "our", "into", "to", "in", "a", "an", "en", "dans", "den", "das", "el", "la", "le", "no", "na")
    ):
        end -= 1
    start = _start_of(found[max(0, place - 1) : end], parts, index, usual, services)
    if start is None or start.kind == "unknown":
        return None
    return start, _left(parts, index, found[:place] + found[end:])


def _after_form(found: list[Piece], language: str) -> list[Piece]:
    close = next((i for i, p in enumerate(found) if p.kind == "mark" and p.text == ")"), None)
    tail = found[close + 1 :] if close is not None else []
    return tail if is_action(tail, language) else []


def _fields(found: list[Piece]) -> list[str]:
    from workforce.workflow.planner.actions import listing

    inside = [p for p in found if p.depth]
    return listing(inside) if inside else []


def _concepts(found: list[Piece]) -> tuple[list[str], list[str]]:
    """(nouns, verbs) of pieces, each once."""
    nouns = list(dict.fromkeys(n for p in found for n in p.nouns))
    verbs = list(dict.fromkeys(v for p in found for v in p.verbs))
    return nouns, verbs


def _tests(content: list[Piece]) -> list:  # type: ignore[type-arg]
    test = numeric(content)
    if test is None:
        telling = any(
            p.fold
            in (
                "containing",
                "contains",
                "to",
                "a",
                "auf",
                "para",
                "labelled",
                "with",
                "mit",
                "con",
                "avec",
                "com",
                "marked",
                "as",
                "als",
                "como",
                "comme",
                "en",
                "is",
                "por",
            )
            for p in content
        )
        holds = any(re.match(r"(contain|includ|mention|enthalt|contien|contem|conten|inclu)", p.fold) for p in content)
        quoted = any(
            p.kind in ("quote", "name")
            and (p.names in ("subject", "status", "stage", "column") or (holds and p.names in ("text", "")))
            for p in content
        )
        becoming = any(
            re.match(
                r"(mov|chang|pas[ae]|pass|becom|mark|wechsel|gesetzt|mud|cambi|transition|set$|goes$|reach)", p.fold
            )
            for p in content
        )
        if (telling and quoted) or becoming:
            test = worded(content)
            if (
                test is not None
                and not quoted
                and (not test.values or any(len(str(v).split()) > 2 for v in test.values))
            ):
                test = None
    return [test] if test else []
