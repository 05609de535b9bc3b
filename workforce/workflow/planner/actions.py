# ruff: noqa: E501 - patterns and sentences for people stay whole
"""What one clause asks to be done: reads, writes, messages, AI work, approvals, waits."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.comparisons import numeric, worded
from workforce.workflow.language.lexicon.grammar import ARTICLES, FUNCTION
from workforce.workflow.language.names import container
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import fold
from workforce.workflow.planner.data import concept_of
from workforce.workflow.planner.intents import Intent, Request
from workforce.workflow.planner.knowledge.cues import (
    AI,
    EACH,
    ME,
    NUMBERS,
    ONE_ONLY,
    SEEN_BEFORE,
    UNITS,
    WAIT,
    is_person,
)
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Defaults, Mention, mentions
from workforce.workflow.planner.operations import wishes
from workforce.workflow.planner.services import Services

TELLING = frozenset(("chat", "mail", "sms", "push", "social"))
THINKING = frozenset(("classify", "summarise", "rate", "compose", "analyse", "translate"))
TELL_VERBS = frozenset(("send", "post", "notify", "reply", "forward"))
WRITE_VERBS = frozenset(
    ("add", "create", "update", "upload", "copy", "move", "delete", "tag", "close", "invite", "assign", "comment")
)
_PLURAL_READ = frozenset(
    (
        "all",
        "every",
        "alle",
        "todos",
        "todas",
        "toutes",
        "tous",
        "last",
        "latest",
        "newest",
        "yesterday",
        "today's",
        "open",
        "unpaid",
        "overdue",
        "letzten",
        "letzte",
        "ultimos",
        "ultimas",
        "derniers",
        "dernieres",
        "recent",
        "neuesten",
        "offene",
        "offenen",
        "heutigen",
        "gestrigen",
        "upcoming",
        "list",
    )
)


_AFTERWARDS = frozenset(
    [
        "after",
        "once",
        "nachdem",
        "sobald",
        "wenn",
        "apres",
        "despues",
        "depois",
        "tras",
        "when",
        "cuando",
        "quand",
        "quando",
    ]
)


def wait_of(words: str) -> dict[str, int] | None:
    """`one week after that` → {"weeks": 1}; None when nothing is waited for."""
    match = WAIT.search(words)
    if match is None:
        return None
    amount = match["n1"] or match["n2"] or match["n3"]
    unit = (match["u1"] or match["u2"] or match["u3"])[:3]
    number = int(amount) if amount.isdigit() else NUMBERS.get(amount, 1)
    return {UNITS[unit]: number} if unit in UNITS else None


_LIST_LEADS = frozenset(["their", "its", "with", "into", "als", "como", "comme"])


def listing(found: list[Piece]) -> list[str]:
    """The items of the first list in pieces: `(name, email, date)`, `hot, warm or cold`, `billing / bug / other`; at least two."""
    best: list[str] = []
    current: list[str] = []
    words: list[str] = []
    for piece in [*found, Piece("mark", ".", ".", 0, 0)]:
        joins = (piece.kind == "mark" and piece.text in ",/+&") or piece.fold in (
            "or",
            "oder",
            "o",
            "ou",
            "and",
            "und",
            "y",
            "et",
            "e",
            "plus",
            "sowie",
        )
        opens = piece.kind == "mark" and piece.text in "(:["
        if piece.fold in ("out", "from", "aus", "desde", "depuis") and words and current:
            piece = Piece("mark", ".", ".", piece.start, piece.end)
        ends = (piece.kind in ("mark", "line", "arrow", "time")) and not joins
        if joins:
            if words:
                current.append(" ".join(words))
                words = []
            continue
        if opens or ends:
            if words and current:
                current.append(" ".join(words))
            if len(current) > len(best):
                best = current
            current, words = [], []
            continue
        letter = len(piece.text) == 1 and piece.text.isupper() and piece.text not in "IO"
        answer = piece.depth > 0 and piece.fold in ("yes", "no", "ja", "nein", "si", "sim", "oui", "non", "nao")
        small = (piece.fold in FUNCTION and not answer) or piece.fold in AI or piece.fold in _LIST_LEADS
        if piece.kind in ("word", "name", "quote") and (letter or not small):
            words.append(piece.content)
        elif (
            piece.fold
            in (
                "into",
                "as",
                "in",
                "to",
                "of",
                "with",
                "als",
                "como",
                "comme",
                "en",
                "mit",
                "con",
                "avec",
                "com",
                "from",
                "is",
                "by",
            )
            and not current
        ):
            words = []
    return [item for item in _trimmed(best) if len(item.split()) <= 4] if len(best) > 1 else []


def _trimmed(items: list[str]) -> list[str]:
    """Without what leads the list in: `rates lead hot`, `warm`, `cold` → hot, warm, cold."""
    tail = items[-1].split()
    if (
        len(tail) == 2
        and all(len(item.split()) == 1 for item in items[1:-1])
        and tail[-1].islower()
        and tail[-1].endswith("en")
    ):
        items = [*items[:-1], tail[0]]
    most = max(len(item.split()) for item in items[1:])
    first = items[0].split()
    return [" ".join(first[-most:]) if len(first) > max(most, 2) or most == 1 else items[0], *items[1:]]


_CARRIES = frozenset(
    [
        "with",
        "mit",
        "con",
        "avec",
        "com",
        "including",
        "inklusive",
        "incluyendo",
        "inclut",
        "containing",
        "nebst",
        "contendo",
    ]
)


def carried(found: list[Piece]) -> list[str]:
    """The fields an action carries: `(name, email)`, `with title and link`, `put the titles in …`."""
    inside = listing([p for p in found if p.depth])
    if inside:
        return inside
    place = next((i for i, p in enumerate(found) if p.fold in _CARRIES and i), None)
    if place is not None:
        behind = [p for p in found[place + 1 :] if not p.service]
        named = listing(behind)
        if named:
            return [name for name in named if not any(w in name for w in ("#", "@"))]
        words = [p.text for p in behind[:4] if p.kind == "word" and p.fold not in FUNCTION]
        single = " ".join(words[:3])
        return [single] if single and concept_of(single) else []
    start = next((i for i, p in enumerate(found) if p.verbs), None)
    if start is None:
        return []
    objects: list[str] = []
    for piece in found[start + 1 : start + 9]:
        if piece.service or piece.kind in ("quote", "name", "channel", "email") or piece.fold in _STOPS:
            break
        if piece.kind == "word" and concept_of(piece.text) in _CARRIED and concept_of(piece.text):
            objects.append(piece.text)
    return objects


_STOPS = frozenset(
    [
        "in",
        "into",
        "to",
        "on",
        "onto",
        "an",
        "auf",
        "en",
        "a",
        "al",
        "dans",
        "sur",
        "no",
        "na",
        "em",
        "ins",
        "im",
        "for",
        "fur",
        "para",
        "pour",
        "from",
    ]
)
_CARRIED = frozenset(
    ("title", "url", "name", "phone", "amount", "id", "subject", "score", "status", "date", "company", "quantity")
)


def intents_of(clause: Clause, scope: int, request: Request, usual: Defaults, services: Services) -> list[Intent]:
    """The intents of one clause, in order; empty when it asks for nothing."""
    found = [p for p in clause.pieces if p.kind != "time"]
    verbs = list(dict.fromkeys(verb for p in found for verb in p.verbs))
    words = clause.words
    places = mentions(found, usual)
    thinking = bool({p.fold for p in found} & AI) or any(KIND_OF.get(p.service) == "ai" for p in found)
    previous = request.intents[-1] if request.intents else None
    if (
        not verbs
        and previous is not None
        and previous.kind == "read"
        and previous.unit == clause.unit
        and clause.opened in ("comma", "and")
        and places
    ):
        return [_read(clause, found, scope, mention, ["read"]) for mention in places]
    own = _at_the_start(clause, found, scope, verbs, places, request, services)
    if own:
        return own
    if is_approval(found, verbs, words):
        place = next(i for i, p in enumerate(found) if "approve" in p.verbs)
        after = next((i for i in range(place - 1, 1, -1) if found[i].fold in _AFTERWARDS), None)
        if after is not None and found[0].verbs and "approve" not in found[0].verbs:
            rest = Clause(found[:after], unit=clause.unit, words=" ".join(p.fold for p in found[:after]))
            right = found[after + 1 :]
            asked = _approval(clause, right, scope, mentions(right, usual), verbs, usual)
            return [asked, *intents_of(rest, scope, request, usual, services)]
        return [_approval(clause, found, scope, places, verbs, usual)]
    simple = _simple(clause, found, scope, verbs, words, places, thinking)
    if simple is not None:
        return simple
    if is_thinking(found, verbs, places, thinking, request, clause):
        return _thinking(clause, found, scope, verbs, places, services, usual)
    made = _service_intents(clause, found, scope, verbs, places, services, usual)
    if made:
        return made
    return _unnamed(clause, found, scope, verbs, usual, request)


def _at_the_start(
    clause: Clause,
    found: list[Piece],
    scope: int,
    verbs: list[str],
    places: list[Mention],
    request: Request,
    services: Services,
) -> list[Intent]:
    """Without a service named: `fetch the diff`, `comment it on the PR`, `close the ticket` mean the service that started the worker."""
    start = request.start
    if places or not verbs or start.kind not in ("app", "poll", "mail") or services.get(start.service) is None:
        return []
    nouns = _nouns(found)
    if "diff" in nouns and "read" in verbs:
        return [Intent("read", scope, found, clause.unit, start.service, ["read"], verbs, nouns)]
    first = next((p for p in found if p.verbs), None)
    back = re.search(
        r"\b(same (chat|thread|channel|person|conversation)|back\b|gleichen? chat|zuruck|mismo chat|de vuelta|meme (chat|conversation)|en retour|mesmo chat|de volta)",
        clause.words,
    )
    if (
        back
        and first is not None
        and first.verbs[0] in ("send", "reply", "post")
        and KIND_OF.get(start.service) in ("chat", "sms", "mail")
    ):
        return [Intent("act", scope, found, clause.unit, start.service, ["reply", "tell"], ["reply", *verbs], [])]
    speaking = KIND_OF.get(start.service) in ("chat", "mail", "sms", "desk")
    if first is not None and first.verbs[0] == "reply" and speaking and not {p.fold for p in found} & AI:
        return [Intent("act", scope, found, clause.unit, start.service, ["reply", "tell"], verbs, [])]
    if (
        first is not None
        and first.verbs[0] in ("comment", "close", "assign", "tag")
        and KIND_OF.get(start.service) in ("tracker", "desk", "crm")
    ):
        return [
            Intent("act", scope, found, clause.unit, start.service, wishes(first.verbs), verbs, [*nouns, *start.nouns])
        ]
    return []


# --- people decide ----------------------------------------------------------------------------------------


def is_approval(found: list[Piece], verbs: list[str], words: str) -> bool:
    """Whether somebody is asked to decide: `I approve it in Slack`, `our counsel must approve by e-mail`, `approve/decline buttons`."""
    if "approve" not in verbs:
        return False
    place = next(i for i, p in enumerate(found) if "approve" in p.verbs)
    if (
        found[place].fold
        in (
            "approvals",
            "approval",
            "freigabe",
            "genehmigung",
            "aprobacion",
            "aprobaciones",
            "approbation",
            "aprovacao",
            "aprovacoes",
            "validation",
            "confirmation",
            "confirmations",
        )
        and len(found) <= 3
    ):
        return False
    noun = re.search(r"(tions?|ung|ungen|cion|ciones|cao|coes|approvals?|rejections?)$", found[place].fold)
    asked = re.search(
        r"\b(ask|asks|request|requests|wait|needs?|get|gets|require\w*|um|einhol\w*|bitte|anforder\w*|pide|pedir|solicit\w*|demand\w*|peca|pecam|obten\w*|obtenir|before|pour|for|zur|para)\b",
        words,
    )
    if noun and not asked and found[0].verbs and found[0].verbs[0] in TELL_VERBS:
        return False
    if re.match(r"(rejections?|refusals?|absagen?|rechazos?|refus$|recusas?)", found[place].fold):
        return False
    participle = re.match(
        r"(approved|rejected|declined|genehmigte?[nrs]?|abgelehnte?[nrs]?|aprobad|rechazad|approuve|valide[es]|refuse|aprovad|rejeitad|recusad|confirmed|accepted)",
        found[place].fold,
    )
    passive = re.search(
        r"\b(must|has to|have to|needs? to|should|to) (first )?be (approved|confirmed|signed off)|(muss|soll|werden|wird|lassen)\b.{0,40}(genehmigt|freigegeben|bestatigt)|(doit|devra) etre (approuve|valide)|debe ser aprobad|deve ser aprovad|to be approved|until .{0,30}approve",
        words,
    )
    automatic = (
        re.search(r"\b(automatically|automatisch|automaticamente|automatiquement|auto-?approved)\b", words)
        or "auto" in words.split()
    )
    if automatic or re.search(
        r"\b(after|once|nach|apres|tras|apos|only after|seulement apres|despues de|depois da?)\b.{0,12}(approval|valid|freigabe|genehmigung|aprob|aprov|confirm)",
        words,
    ):
        return False
    return bool(passive) or not participle


def _approval(
    clause: Clause, found: list[Piece], scope: int, places: list[Mention], verbs: list[str], usual: Defaults
) -> Intent:
    able = [m.service for m in places if KIND_OF.get(m.service) in ("chat", "mail", "sms")]
    service = (
        able[0]
        if able
        else (usual.mail if any("email" in p.nouns for p in found) else usual.chat if usual.chat_named else usual.mail)
    )
    return Intent("approve", scope, found, clause.unit, service, ["approve"], verbs, _nouns(found))


# --- steps without a service ------------------------------------------------------------------------------


def _simple(
    clause: Clause, found: list[Piece], scope: int, verbs: list[str], words: str, places: list[Mention], thinking: bool
) -> list[Intent] | None:
    """Merging, removing duplicates, files: steps that n8n does itself. None when the clause is about something else."""
    if SEEN_BEFORE.search(words) or (verbs and verbs[0] == "dedupe") or ("dedupe" in verbs and not places):
        return [
            Intent(
                "dedupe",
                scope,
                found,
                clause.unit,
                verbs=verbs,
                flags={"history"} if SEEN_BEFORE.search(words) else set(),
            )
        ]
    if "merge" in verbs and not places and not thinking:
        return [Intent("merge", scope, found, clause.unit, verbs=verbs)]
    if (
        not places
        and not thinking
        and re.search(r"\bcsv\b|\bexcel file\b|\bxlsx\b|excel-datei|fichier excel|archivo excel|arquivo excel", words)
        and {"create", "convert", "compose", "add"} & set(verbs)
    ):
        return [Intent("csv", scope, found, clause.unit, verbs=verbs)]
    if reads_document(found, verbs) and not any(
        m.named and KIND_OF.get(m.service) in ("base", "sheet", "crm") for m in places
    ):
        made = [Intent("document", scope, found, clause.unit, verbs=verbs)]
        fields = listing(found)
        if thinking:
            return [*made, Intent("ai", scope, found, clause.unit, verbs=["extract"], fields=fields)]
        if fields and {"extract", "read"} & set(verbs) and len(fields) > 2:
            made.append(Intent("ai", scope, found, clause.unit, verbs=["extract"], fields=fields))
        return made
    if (
        not places
        and not thinking
        and verbs[:1] == ["filter"]
        and (test := numeric(found) or worded(found[1:])) is not None
    ):
        return [Intent("gate", scope, found, clause.unit, tests=[test])]
    return None


def reads_document(found: list[Piece], verbs: list[str]) -> bool:
    """`read the PDF`, `extract the text`, `take the attached PDF`: the contents of a file are wanted."""
    if not {"read", "extract"} & set(verbs):
        return False
    text = any(
        p.fold in ("text", "texto", "texte", "contents", "content", "inhalt", "contenido", "contenu", "conteudo")
        for p in found
    )
    document = any(
        "pdf" in p.fold or p.fold in ("attachment", "anhang", "adjunto", "anexo", "piece jointe", "scan", "attached")
        for p in found
    )
    bare = len([p for p in found if p.fold not in FUNCTION]) <= 2 and any(
        p.fold in ("it", "them", "lo", "le", "sie", "es", "ihn", "file", "datei", "archivo", "fichier", "arquivo")
        for p in found
    )
    return document or (text and "extract" in verbs) or bare


# --- AI ---------------------------------------------------------------------------------------------------


def is_thinking(
    found: list[Piece], verbs: list[str], places: list[Mention], thinking: bool, request: Request, clause: Clause
) -> bool:
    """Whether a mind is needed: an AI is named, or the verb cannot be done otherwise (summarise, translate, classify into …)."""
    if thinking:
        return True
    why = any(p.fold in ("why", "warum", "pourquoi") or p.text.lower() in ("por qué", "por quê") for p in found)
    if found and set(found[0].verbs) & TELL_VERBS and not why:
        return False
    for piece in found[:6]:
        if piece.verbs and piece.verbs[0] in ("summarise",) and not _is_noun_use(found, piece):
            return True
        if "translate" in piece.verbs and not any(m.service in ("deepl", "googletranslate") for m in places):
            return True
    if "classify" in verbs and len(listing(found)) >= 2 and not places:
        return True
    if (
        "extract" in verbs
        and len(listing(found)) >= 2
        and not places
        and any(i.kind in ("document", "ai") for i in request.intents)
    ):
        return True
    previous = request.intents[-1] if request.intents else None
    continues = previous is not None and previous.kind == "ai" and previous.unit == clause.unit and not places
    heads = set(verbs) & (THINKING | {"total", "choose", "extract"})
    saying = any(
        p.fold
        in (
            "says",
            "say",
            "explains",
            "explain",
            "why",
            "sagt",
            "begrundet",
            "dice",
            "explica",
            "dit",
            "explique",
            "diz",
            "counts",
            "gives",
        )
        for p in found[:3]
    )
    if continues and (heads or saying) and not set(verbs) & (TELL_VERBS - {"send"}):
        return True
    draft = any(
        "compose" in p.verbs and "add" not in p.verbs and "create" not in p.verbs and not p.nouns for p in found[:3]
    )
    return draft and not any(m.named and KIND_OF.get(m.service) in ("mail",) for m in places)


def _is_noun_use(found: list[Piece], piece: Piece) -> bool:
    index = found.index(piece)
    return bool(index and found[index - 1].fold in ARTICLES)


def _thinking(
    clause: Clause,
    found: list[Piece],
    scope: int,
    verbs: list[str],
    places: list[Mention],
    services: Services,
    usual: Defaults,
) -> list[Intent]:
    intent = Intent("ai", scope, found, clause.unit, verbs=verbs, nouns=_nouns(found))
    items = listing(found)
    sorting = {"classify", "rate"} & set(verbs) or any(
        p.fold in ("risk", "urgency", "sentiment", "priority") for p in found
    )
    sorting = sorting or any(p.fold in ("whether", "ob") for p in found)
    if items and ("extract" in verbs or ("read" in verbs and not sorting)):
        intent.fields = items
    elif items and (sorting or any(p.depth for p in found if fold(items[0]) in p.fold)):
        intent.categories = items
    rest = [
        m for m in places if not (KIND_OF.get(m.service) in ("chat", "mail", "social", "docs") and m.named is False)
    ]
    made: list[Intent] = []
    for mention in rest:
        if mention.source or (
            KIND_OF.get(mention.service) in ("sheet", "database", "desk", "crm", "shop", "feed", "calendar")
            and not {"add", "create", "send", "post"} & set(_near_verbs(found, mention.index))
        ):
            made.append(_read(clause, found, scope, mention, verbs))
    made.append(intent)
    for mention in rest:
        if any(m.service == mention.service for m in made):
            continue
        if KIND_OF.get(mention.service) in TELLING | {"docs", "sheet", "base"} and _goes_there(found, mention):
            made.append(_act(clause, found, scope, mention, verbs))
    return made


def _goes_there(found: list[Piece], mention: Mention) -> bool:
    """Whether text goes to a service (`draft it into a Google Doc`) and is not just meant for it (`draft a LinkedIn post`)."""
    before = [p.fold for p in found[max(0, mention.index - 4) : mention.index]]
    linked = any(
        word
        in (
            "in",
            "into",
            "to",
            "on",
            "via",
            "an",
            "auf",
            "im",
            "en",
            "a",
            "al",
            "dans",
            "sur",
            "par",
            "no",
            "na",
            "em",
            "para",
            "per",
            "ins",
            "den",
            "by",
            "pelo",
            "pela",
        )
        for word in before
    )
    named = any(p.kind in ("channel", "email", "chatid", "phone") for p in found)
    return linked and (
        named
        or KIND_OF.get(mention.service) not in ("social", "mail")
        or bool(before and before[-1] in ("to", "via", "on"))
    )


# --- services ---------------------------------------------------------------------------------------------


def _service_intents(
    clause: Clause,
    found: list[Piece],
    scope: int,
    verbs: list[str],
    places: list[Mention],
    services: Services,
    usual: Defaults,
) -> list[Intent]:
    if not places:
        return []
    reads: list[Mention] = []
    acts: list[Mention] = []
    for number, mention in enumerate(places):
        (reads if _is_read(found, mention, number, places, verbs) else acts).append(mention)
    made = [_read(clause, found, scope, mention, verbs) for mention in reads]
    if reads and not acts and _wants_sum(verbs, found):
        made.append(Intent("total", scope, found, clause.unit, verbs=verbs))
    if reads and not acts and re.search(r"\b(csv|xlsx|excel file|excel-datei)\b", clause.words):
        made.append(Intent("csv", scope, found, clause.unit, verbs=verbs))
    urls = [p for p in found if p.kind == "url"]
    if len(urls) > 1 and len(reads) == 1 and reads[0].service in ("rssfeedread", "httprequest"):
        made = [_with_url(_read(clause, found, scope, reads[0], verbs), urls, url) for url in urls]
    if reads and acts and _wants_sum(verbs, found):
        made.append(Intent("total", scope, found, clause.unit, verbs=verbs))
    made += [_act(clause, found, scope, mention, verbs) for mention in acts]
    if reads and not acts and set(verbs) & TELL_VERBS and verbs[0] in TELL_VERBS and reads[0].service != "httprequest":
        made += _unnamed_tell(clause, found, scope, verbs, usual)
    return made


def _with_url(intent: Intent, urls: list[Piece], url: Piece) -> Intent:
    intent.pieces = [p for p in intent.pieces if p not in urls or p is url]
    return intent


def _is_read(found: list[Piece], mention: Mention, number: int, places: list[Mention], verbs: list[str]) -> bool:
    kind = KIND_OF.get(mention.service, "")
    near = _near_verbs(found, mention.index)
    if kind in ("sms", "push"):
        return False
    if mention.source == -1 and kind not in ("feed", "web"):
        return False
    if kind == "feed" or mention.service == "openweathermap":
        return True
    if mention.source == 2:
        return kind not in ("chat",) or "read" in near
    words = " ".join(p.fold for p in found)
    if (
        kind not in ("chat", "mail", "files", "docs")
        and mention.source >= 1
        and re.search(r"\b(csv|xlsx|excel)\b", words)
    ):
        return True
    if kind in ("chat", "mail") and re.search(
        r"\b(get|gets|receive|receives|recib\w*|erhalt\w*|bekomm\w*|receb\w*|recev\w*|recoi\w*) (a|an|one|ein|eine|einen|un|una|une|um|uma)\b",
        words,
    ):
        return False
    if kind in ("chat", "mail"):
        reading = "read" in near and not set(near) & TELL_VERBS
        return (reading and not any(p.kind in ("email", "channel") for p in found)) or (
            reading and mention.named and len(places) > 1 and mention.index < places[-1].index
        )
    if kind == "web":
        posting = set(verbs) & {"send", "post", "notify"} and "call" not in verbs
        return not posting
    if (
        len(places) > 1
        and number < len(places) - 1
        and set(near) & (TELL_VERBS | {"read", "total"})
        and not set(near) & {"create", "update"}
    ):
        return True
    if (
        len(places) > 1
        and number == len(places) - 1
        and mention.source == 1
        and any(m.index < mention.index and KIND_OF.get(m.service) in TELLING for m in places)
        and not set(near) & WRITE_VERBS
    ):
        return True
    moving = set(near) & {"copy", "move", "add", "upload", "update", "create"}
    if moving and len(places) > 1 and number < len(places) - 1 and kind not in TELLING and places[-1].source == -1:
        return True
    if not near and len(places) > 1 and kind not in TELLING and any(KIND_OF.get(m.service) in TELLING for m in places):
        return True
    if near:
        first = near[0]
        if first in ("merge", "read", "total", "order", "choose", "summarise", "analyse", "call", "download", "filter"):
            return "create" not in near and not (set(near) & {"upload"} and kind == "files")
        if first in TELL_VERBS:
            return kind not in TELLING and mention.source != 0
        return False
    return _plural(found, mention.index)


def _plural(found: list[Piece], index: int) -> bool:
    """A noun phrase without a verb that speaks of what is there already: `last week's Zendesk tickets`."""
    before = [p.fold for p in found[:index]]
    if any(word in _PLURAL_READ or word.endswith(("'s", "'")) for word in before):
        return True
    after = [p for p in found[index + 1 : index + 3] if p.nouns]
    singular = any(
        word in ("a", "an", "un", "una", "une", "ein", "eine", "einen", "um", "uma", "new", "one") for word in before
    )
    return bool(after) and after[0].fold.endswith("s") and not singular


def _near_verbs(found: list[Piece], index: int) -> list[str]:
    """The verbs that govern a place: the last one in front of it, else the first behind it."""
    before = [p for p in found[:index] if p.verbs and not _relative_before(found, p)]
    if before:
        first = before[0]
        verbs = list(first.verbs)
        if len(before) > 1 and before[-1] is not first and not before[-1].nouns:
            verbs += [v for v in before[-1].verbs if v not in verbs]
        return verbs
    behind = [p for p in found[index + 1 :] if p.verbs and (not p.nouns or p is found[-1])]
    return list(behind[-1].verbs) if behind else []


def _relative_before(found: list[Piece], piece: Piece) -> bool:
    index = found.index(piece)
    return any(p.fold in ("that", "which", "who", "que", "qui") for p in found[max(0, index - 2) : index]) or (
        bool(piece.nouns) and index > 0 and found[index - 1].fold in ARTICLES | {"of", "de", "open", "all"}
    )


def _wants_sum(verbs: list[str], found: list[Piece]) -> bool:
    return "total" in verbs and not any(p.fold in ("list", "liste", "lista") for p in found)


def _names_place(found: list[Piece], index: int) -> bool:
    """Whether a word only says what a name is the name of: `the audience Club Terra`, `im Kanal #vertrieb`."""
    kind = container(found[index])
    if not kind or found[index].service:
        return False
    return any(
        (p.names == kind and p.kind in ("name", "quote", "channel", "ident")) or (p.kind == "path" and kind == "folder")
        for p in found[index + 1 : index + 4]
    ) or (index > 0 and found[index - 1].names == kind)


def _nouns(found: list[Piece], index: int | None = None) -> list[str]:
    """Noun concepts, those nearest to a place first (right behind it counts as nearest)."""
    places = {i for i in range(len(found)) if _names_place(found, i)}
    if index is None:
        return list(dict.fromkeys(noun for i, p in enumerate(found) if i not in places for noun in p.nouns))
    ranked: list[tuple[float, str]] = []
    for place, piece in enumerate(found):
        if place in places:
            continue
        distance = place - index if place >= index else (index - place) * 1.2
        ranked += [(distance, noun) for noun in piece.nouns if not (piece.service and place != index)]
    return list(dict.fromkeys(noun for _, noun in sorted(ranked, key=lambda row: row[0])))


def _read(clause: Clause, found: list[Piece], scope: int, mention: Mention, verbs: list[str]) -> Intent:
    test = numeric(found)
    return Intent(
        "read",
        scope,
        found,
        clause.unit,
        mention.service,
        ["read"],
        verbs,
        _nouns(found, mention.index),
        tests=[test] if test else [],
        flags={"named"} if mention.named else set(),
    )


def _act(clause: Clause, found: list[Piece], scope: int, mention: Mention, verbs: list[str]) -> Intent:
    near = _near_verbs(found, mention.index) or verbs
    wanted = wishes(near)
    kind = KIND_OF.get(mention.service, "")
    if kind in TELLING and "reply" not in near:
        wanted = (
            ["tell", *[w for w in wanted if w in ("upload", "tag", "delete", "move")]]
            if not {"tag", "delete", "invite"} & set(near[:1])
            else wanted
        )
    elif not wanted or wanted[0] == "read":
        wanted = ["create", "add"]
    if "update" in near and "create" in near:
        wanted = ["upsert", *wanted]
    wanted = [w for w in wanted if w != "read"]
    kept = kind in ("marketing", "crm", "money", "shop", "hr", "base", "sheet", "database")
    if kept and wanted[:1] == ["tell"] and not any("campaign" in p.nouns for p in found):
        wanted = ["create", "add"]
    if kind not in ("files", "docs") and wanted[:1] in (["copy"], ["move"]) and kind != "tracker":
        wanted = ["add", "create"]
    intent = Intent(
        "act",
        scope,
        found,
        clause.unit,
        mention.service,
        wanted,
        near,
        _nouns(found, mention.index),
        fields=carried(found),
        flags={"named"} if mention.named else set(),
    )
    intent.each = bool(EACH.search(clause.words)) and not ONE_ONLY.search(clause.words)
    if ONE_ONLY.search(clause.words):
        intent.flags.add("one")
    return intent


def _unnamed(
    clause: Clause, found: list[Piece], scope: int, verbs: list[str], usual: Defaults, request: Request
) -> list[Intent]:
    """No service is named: a mail or message to somebody, a sum, sorting, or something that has to be asked."""
    tell = _unnamed_tell(clause, found, scope, verbs, usual)
    social = next(
        (
            p.service
            for i in reversed(request.intents)
            if i.kind == "ai"
            for p in i.pieces
            if KIND_OF.get(p.service) == "social"
        ),
        "",
    )
    if social and verbs and verbs[0] == "post" and all(i.kind == "ask" for i in tell):
        return [Intent("act", scope, found, clause.unit, social, ["tell", "create"], verbs, [])]
    if tell:
        before = next(
            (i for i in reversed(request.intents) if i.kind == "act" and KIND_OF.get(i.service) == "mail"), None
        )
        if tell[0].kind == "ask" and before is not None and not before.entities("email") and verbs[0] == "send":
            tell[0].kind, tell[0].service = "act", before.service
            tell[0].flags.add("same_person")
        return tell
    if _wants_sum(verbs, found) and verbs[0] in ("total", "summarise", "read"):
        return [Intent("total", scope, found, clause.unit, verbs=verbs)]
    if verbs and verbs[0] == "order":
        return [Intent("sort", scope, found, clause.unit, verbs=verbs)]
    return []


def _unnamed_tell(clause: Clause, found: list[Piece], scope: int, verbs: list[str], usual: Defaults) -> list[Intent]:
    mail = any(
        "email" in p.nouns or "email" in p.fold.split() or p.fold in ("mail", "mails", "e-mail", "mailed")
        for p in found
    )
    sms = any("sms" in p.nouns and p.fold not in ("text", "texto") for p in found)
    telling = set(verbs) & TELL_VERBS
    person = any(is_person(p) or p.fold in ME for p in found)
    if not mail and not sms and not telling:
        return []
    if not mail and not sms and not person and verbs and verbs[0] not in TELL_VERBS:
        return []
    service = usual.mail if mail else usual.sms if sms else ""
    intent = Intent(
        "act" if service else "ask",
        scope,
        found,
        clause.unit,
        service,
        wishes(v for v in verbs if v in TELL_VERBS) or ["tell"],
        verbs,
        _nouns(found),
        fields=carried(found),
    )
    if not service and person and not any(p.fold in ME for p in found):
        intent.kind, intent.service = "act", usual.mail
        intent.flags.add("assumed_mail")
    intent.each = bool(EACH.search(clause.words)) and not ONE_ONLY.search(clause.words)
    return [intent]
