"""What a worker is called: `Weekly sales report`, `New Shopify order → Google Sheets`."""

from __future__ import annotations

import re

from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.phrases import phrases_of
from workforce.workflow.language.lexicon.small import ARTICLES
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.times import find_schedules
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.intents import Intent, Request
from workforce.workflow.planner.knowledge.cues import ME
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.services import Services
from workforce.workflow.schedule import Cron, Every, Schedule

_LONGEST = 56
_LONGEST_EVENT = 38
_LOOSE = " ,;:.-–>()"
_DESTINATIONS = ("email", "channel", "phone", "chatid", "handle")
_LEADS_OUT = word_set(
    "to into in on onto at via by with through from of that every each an auf in im per mit nach aus von durch a al "
    "en por con del de para dans sur par avec du vers em no na pelo pela com do da the our der die das den dem unser "
    "unsere unseren nuestro nuestra notre nosso nossa el la le les los o os and und y et e for fur pour as als it"
    " them me"
)
_MESSAGES = frozenset(("email", "message", "channel", "report"))
_NO_HEADING = word_set(
    "folgendes following hello hallo hola bonjour ola please bitte context hi hey thanks danke task job"
)
_SPEAKERS = word_set("i we you ich wir du sie yo nosotros je j'ai nous vous eu nos voce from to subject")
_HEADING = re.compile(r"\s*([^\n.:!?,;]{4,40})[:.]\s")
_OWN_STARTS = {
    "form": {"en": "Form", "de": "Formular", "es": "Formulario", "fr": "Formulaire", "pt": "Formulário"},
    "webhook": {"en": "Webhook"},
    "chat": {"en": "Chat"},
}
_SKIPPED = (
    ARTICLES | ME | word_set("me us mir uns nos it them please bitte der die das den dem soll sollen soll's und and")
)
_BEGINS = re.compile(
    r"^(?:(?:when(?:ever)?|if|once|every time|each time|as soon as|for every|for each|every|each|wenn|sobald|falls|"
    r"immer wenn|cuando|cada vez que|cada|quand|lorsqu[e']|chaque fois que|chaque|quando|sempre que|a|an|the|un|una|"
    r"une|uma?|eine?[nrsm]?|der|die|das|el|la|le|les|los|o|os|as)\s+)+",
    re.IGNORECASE,
)
_RHYTHMS: dict[str, dict[str, str]] = {
    "en": {"hour": "Hourly", "day": "Daily", "week": "Weekly", "month": "Monthly"},
    "de": {"hour": "Stündlich", "day": "Täglich", "week": "Wöchentlich", "month": "Monatlich"},
    "es": {"hour": "Cada hora", "day": "Diario", "week": "Semanal", "month": "Mensual"},
    "fr": {"hour": "Toutes les heures", "day": "Quotidien", "week": "Hebdomadaire", "month": "Mensuel"},
    "pt": {"hour": "A cada hora", "day": "Diário", "week": "Semanal", "month": "Mensal"},
}
_SAYS_RHYTHM = re.compile(
    r"\b(hourly|daily|weekly|monthly|quarterly|stundlich|taglich|wochentlich|monatlich|diari\w*|semana\w*|mensu?a\w*|"
    r"quotidien\w*|hebdo\w*|mensuel\w*)\b"
)


def worker_name(request: Request, services: Services) -> str:
    """A short name: what it is about and how often, or what happens and where it leads."""
    about = _scheduled(request) if request.start.kind == "schedule" else _event(request, services)
    return _heading(request) or about or _first_words(request) or "Worker"


def _heading(request: Request) -> str:
    """A name the prompt gives itself: `Contract intake. When a mail …`, `Content pipeline: each weekday …`."""
    match = _HEADING.match(request.text)
    if match is None or len(match.group(1).split()) > 4 or fold(match.group(1)).strip(_LOOSE) in _NO_HEADING:
        return ""
    if fold(match.group(1)).split()[0] in _SPEAKERS:
        return ""
    inside = [p for p in request.pieces if p.start < match.end(1) and p.kind not in ("line", "bullet")]
    plain = all(p.kind in ("word", "name") and not (p.verbs and not p.nouns) for p in inside)
    return _capital(match.group(1).strip(_LOOSE)) if plain and not inside[0].verbs else ""


def _scheduled(request: Request) -> str:
    """`Weekly sales report`: the first thing that is read or told of, without to whom."""
    intents = [i for i in request.intents if i.kind in ("read", "act", "ask", "ai")]
    about = next((text for intent in intents if (text := _object(request, intent))), "")
    if not about:
        return ""
    rhythm = "" if _SAYS_RHYTHM.search(fold(about)) else _rhythm(request.start.schedule, request.language)
    if request.language != "en":
        colon = " :" if request.language == "fr" else ":"
        return _shortened(f"{rhythm}{colon} {about}" if rhythm else _capital(about))
    about = (
        re.sub(r"(?i)\b(report|summary|digest|overview|reminder)s\b", r"\1", about) if len(about.split()) < 5 else about
    )
    return _shortened(f"{rhythm} {_small(about, request)}" if rhythm else _capital(about))


def _object(request: Request, intent: Intent) -> str:
    """The words of what is read or told: `the open HubSpot deals to sales@…` → `open HubSpot deals`."""
    pieces = [p for p in intent.pieces if p.kind not in ("line", "bullet", "time")]
    if len(pieces) > 1 and pieces[0].verbs and pieces[1].fold in _SKIPPED:
        pieces = pieces[1:]
    while pieces and (
        pieces[0].fold in _SKIPPED or pieces[0].kind == "mark" or (pieces[0].verbs and not pieces[0].nouns)
    ):
        pieces = pieces[1:]
    if pieces and pieces[0].verbs and len(pieces) > 1 and pieces[1].fold in ARTICLES:
        pieces = [p for p in pieces[1:] if p is not pieces[1]]
    end = next((i for i, p in enumerate(pieces) if p.kind in _DESTINATIONS or _tells(p)), len(pieces))
    kept = pieces[:end]
    while kept and (kept[-1].fold in _LEADS_OUT or kept[-1].kind == "mark" or (kept[-1].verbs and not kept[-1].nouns)):
        kept = kept[:-1]
    if not any(set(p.nouns) - _MESSAGES or p.service or p.names or len(kept) > 2 for p in kept):
        return ""
    return _written(request, kept)


def _tells(piece: Piece) -> bool:
    return KIND_OF.get(piece.service) in ("chat", "mail", "sms")


def _written(request: Request, pieces: list[Piece]) -> str:
    """Pieces as they stand in the prompt."""
    text = request.text[pieces[0].start : pieces[-1].end]
    return re.sub(r"\s+", " ", text).strip(_LOOSE)


def _small(text: str, request: Request) -> str:
    """With a small first letter, unless it begins with a name."""
    first = next((p for p in request.pieces if text.startswith(p.text)), None)
    named = first is not None and (first.service or first.kind in ("name", "quote", "url"))
    return text if named or text[:2].isupper() else text[:1].lower() + text[1:]


def _rhythm(schedule: Schedule | None, language: str) -> str:
    rule = schedule.rules[0] if schedule and len(schedule.rules) == 1 and not schedule.only else None
    unit = ""
    if isinstance(rule, Every):
        unit = rule.unit.rstrip("s") if rule.n == 1 else ""
    elif isinstance(rule, Cron):
        minute, hour, day, month, weekday = (rule.expression.split() + ["*"] * 5)[:5]
        plain = minute.isdigit() and hour.isdigit() and month == "*"
        if plain and day == "*":
            unit = "day" if weekday in ("*", "1-5") else "week" if weekday.isdigit() else ""
        elif plain and weekday == "*" and day.isdigit():
            unit = "month"
    return _RHYTHMS.get(language, _RHYTHMS["en"]).get(unit, "")


def _event(request: Request, services: Services) -> str:
    """`Stripe payment fails → Slack`: what happens, and the service of the last thing that is done."""
    own = _OWN_STARTS.get(request.start.kind)
    text = own.get(request.language, own["en"]) if own else request.start.text.split("(")[0].strip(_LOOSE)
    event = _BEGINS.sub("", re.sub(r"\s+([,;:.)])", r"\1", text))
    event = _shortened(event, _LONGEST_EVENT)
    acts = [i.service for i in request.intents if i.kind in ("act", "approve") and i.service]
    service = services.get(acts[0]) if acts else None
    if service is None or not event:
        return _capital(event)
    return _capital(f"{event} → {service_name(service.name, phrases_of(request.language))}")


def _first_words(request: Request) -> str:
    text = re.sub(r"\s+", " ", request.text).strip()
    for found in reversed(find_schedules(text, request.language)):
        text = f"{text[: found.start]} {text[found.end :]}"
    text = re.sub(r"\s+([,;:.])", r"\1", re.sub(r"\s+", " ", text))
    first = re.split(r"[.!?;:]\s|\s->\s", text.strip(_LOOSE), maxsplit=1)[0]
    return _capital(_shortened(first))


def _shortened(text: str, longest: int = _LONGEST) -> str:
    """Cut between words, and not behind a small one."""
    text = text.strip(_LOOSE)
    words = text.split() if len(text) <= longest else text[: longest + 1].rsplit(" ", 1)[0].split()
    while len(words) > 1 and fold(words[-1]).strip(_LOOSE) in _LEADS_OUT:
        words.pop()
    text = " ".join(words).strip(_LOOSE)
    return text.split(" (")[0] if text.count("(") > text.count(")") else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
