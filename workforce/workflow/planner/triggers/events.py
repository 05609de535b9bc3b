"""Which of a service's events is meant: by knowledge, else the option whose words fit best."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import JsonValue

from workforce.workflow.language.lexicon.nouns import NOUNS
from workforce.workflow.language.words import fold, phrases, word_set
from workforce.workflow.planner.intents import Start
from workforce.workflow.planner.knowledge.events import PREFERRED
from workforce.workflow.planner.recipes import Order
from workforce.workflow.spec import Literal, Value, json_inputs

_SELECTORS = phrases(
    "event events topic updates trigger triggerOn resource resources object entity action actions objectType "
    "firesOn watch type"
)


_VERB_WORDS = {
    "created": (
        r"new|creat\w*|add\w*|neu\w*|erstellt|angelegt|nuev\w*|cre[ae]\w*|nouv\w*|ajout\w*|nov[oa]s?|criad\w*|"
        r"entr\w*|arriv\w*|lleg\w*|cheg\w*|places?|placed|books?|booked|open\w*|submit\w*|signs?|subscri\w*|"
        r"uploaded|lands?|appears?|comes|incoming|received?|eingeh\w*|eingegangen|kommt|bestellt|bucht|gebucht|"
        r"compr\w*|receb\w*|recoi\w*|buys|inscri\w*|posted|scheduled|abr\w*|ouvr\w*|ouvert\w*|drops?|registr\w*|"
        r"anad\w*|agreg\w*"
    ),
    "updated": (
        r"updat\w*|chang\w*|modif\w*|edit\w*|moves?|moved|geander\w*|aktualisier\w*|andert|cambi\w*|actualiz\w*|"
        r"pas[ae]\w*|mis a jour|atualiz\w*|mud\w*|marked|wechselt|becomes|escalat\w*|assigned|won|lost|ganad\w*|"
        r"gewonnen|gagne\w*|ganh\w*|stage|status"
    ),
    "deleted": (
        r"delet\w*|remov\w*|cancel\w*|gelosch\w*|storniert\w*|gekundigt|elimin\w*|borr\w*|suppr\w*|annul\w*|"
        r"exclu\w*|apag\w*"
    ),
    "failed": r"fail\w*|fehl\w*|declin\w*|fall[ae]\w*|echou\w*|echec|falh\w*|bounce\w*",
    "completed": (
        r"complet\w*|finish\w*|done|erledigt|abgeschlossen|termin\w*|conclu\w*|closed|geschlossen|cerrad\w*|"
        r"ferme\w*|fechad\w*"
    ),
    "paid": (
        r"paid|pays|bezahlt|pagad\w*|paye\w*|pag[ao]\w*|succeed\w*|erfolgreich|payment received|"
        r"receives? (a )?payment"
    ),
    "published": r"publish\w*|veroffentlicht|public\w*|publie\w*",
    "refunded": r"refund\w*|erstattet|reembols\w*|rembours\w*",
    "unsubscribed": r"unsubscrib\w*|abgemeldet|dado de baja|desabonn\w*|desinscrev\w*",
}


_GUESS, _UNCLEAR = 0.4, 0.55  # nothing in the event's name was said; another event is named nearly as well
_LEAD = 0.5
_SYNONYMS = {
    "created": word_set("new create creation added add received submitted started"),
    "deleted": word_set("delete deletion removed canceled cancelled cancel"),
}


def happened(event: str, words: str) -> bool:
    """Whether folded words say that something was created, updated, deleted, …"""
    return re.search(rf"\b(?:{_VERB_WORDS[event]})\b", words) is not None


def chosen(order: Order, words: str, start: Start) -> dict[str, Value]:
    """The event (and what selects it): by knowledge, else the option whose words fit best."""
    for pattern, constants in PREFERRED.get(order.service, ()):
        if not pattern or re.search(rf"(?:\b|^)(?:{pattern})", words):
            return json_inputs(constants)
    inputs: dict[str, Value] = {}
    for _ in range(2):  # an event can bring a second choice with it
        for parameter in order.assembly.catalogue.parameters(order.operation.id, literals(inputs)):
            if parameter.name in _SELECTORS and parameter.name not in inputs and parameter.choices:
                if parameter.kind not in ("options", "multiOptions"):
                    continue
                best = _likeliest(parameter.choices, words, start.nouns)
                inputs[parameter.name] = Literal(value=[best] if parameter.kind == "multiOptions" else best)
    return inputs


def certainty(order: Order, words: str, start: Start, inputs: dict[str, Value]) -> float:
    """How sure the event is (0..1): known ones are, guessed ones as far as their name leads over the next."""
    if order.service in PREFERRED:
        return 1.0
    sure = 1.0
    for parameter in order.assembly.catalogue.parameters(order.operation.id, literals(inputs)):
        if parameter.name in _SELECTORS and parameter.name in inputs and len(parameter.choices) > 1:
            first, second = _ranked(parameter.choices, words, start.nouns)[:2]
            sure = min(sure, _GUESS if first <= 0 else 1.0 if first - second >= _LEAD else _UNCLEAR)
    return sure


def literals(inputs: dict[str, Value]) -> dict[str, JsonValue]:
    """The inputs that are plain values: they decide which further ones there are."""
    return {name: value.value for name, value in inputs.items() if isinstance(value, Literal)}


def _ranked(choices: Sequence[tuple[str, str]], words: str, nouns: list[str]) -> list[float]:
    return sorted((likeness(f"{code} {label}", words, nouns) for code, label in choices), reverse=True)


def _likeliest(choices: Sequence[tuple[str, str]], words: str, nouns: list[str]) -> str:
    return max(choices, key=lambda choice: likeness(f"{choice[0]} {choice[1]}", words, nouns))[0]


def likeness(option: str, words: str, nouns: list[str]) -> float:
    """How well an event's name says what happened: its thing and its verb."""
    parts = set(re.findall(r"[a-z]+", fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", option))))
    vague = "*" in option or ("any" in parts and not nouns)
    return _thing(parts, nouns) + _verb(parts, words) - 0.02 * len(parts) - (3.0 if vague else 0.0)


def _thing(parts: set[str], nouns: list[str]) -> float:
    stems = {part.rstrip("s") for part in parts}
    score = 0.0
    for place, noun in enumerate(nouns[:4]):
        forms = {form.rstrip("*").replace("_", " ") for form in NOUNS.get(noun, {}).get("en", noun).split()}
        if stems & {form.rstrip("s") for form in forms} or noun.split("_")[0] in stems:
            score += 3.0 - 0.4 * place
    return score


def _verb(parts: set[str], words: str) -> float:
    score = 0.0
    for verb in _VERB_WORDS:
        if not _names(parts, verb):
            continue
        if happened(verb, words):
            score += 2.0
        elif verb != "created":
            score -= 1.0
    return score


def _names(parts: set[str], verb: str) -> bool:
    """Whether an event's name says this verb."""
    return verb[:5] in " ".join(parts) or bool(parts & _SYNONYMS.get(verb, frozenset()))
