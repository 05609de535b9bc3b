"""What steps are called: as a person would write them on a list, in the language of the prompt."""

from __future__ import annotations

import re

from workforce.workflow.catalogue import Operation
from workforce.workflow.explain.actions import action_in_words
from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.phrases import phrases_of
from workforce.workflow.planner.elsewhere import elsewhere
from workforce.workflow.planner.intents import Intent, Start
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.services import Service

_LONGEST = 70
_EVENT = 48
_PLACES = ("sheet", "table", "database", "list", "board", "project", "folder", "document", "page", "calendar")
# words for where things are kept: they do not say what is read
_KEEPERS = frozenset(
    (
        "database",
        "table",
        "sheet",
        "list",
        "file",
        "row",
        "record",
        "url",
        "channel",
        "email",
        "message",
        "folder",
        "board",
    )
)
_TITLES: dict[str, dict[str, str]] = {
    "en": {
        "read": "Read {thing} from {service}",
        "read_all": "Read from {service}",
        "fetch": "Fetch {thing}",
        "post_in": "Post in {place} on {service}",
        "post": "Post on {service}",
        "mail_to": "E-mail {who}",
        "mail": "Send an e-mail",
        "mail_with": "Send an e-mail with {service}",
        "text": "Send a {service} message",
        "row": "Add a row to {thing}",
        "approval": "Ask for approval on {service}",
        "approval_mail": "Ask for approval by e-mail",
    },
    "de": {
        "read": "{thing} aus {service} lesen",
        "read_all": "Aus {service} lesen",
        "fetch": "{thing} abrufen",
        "post_in": "In {place} auf {service} schreiben",
        "post": "Auf {service} schreiben",
        "mail_to": "E-Mail an {who}",
        "mail": "E-Mail schicken",
        "mail_with": "E-Mail mit {service} schicken",
        "text": "{service}-Nachricht schicken",
        "row": "Zeile in {thing} anfügen",
        "approval": "Auf {service} um Freigabe bitten",
        "approval_mail": "Per E-Mail um Freigabe bitten",
    },
    "es": {
        "read": "Leer {thing} de {service}",
        "read_all": "Leer de {service}",
        "fetch": "Consultar {thing}",
        "post_in": "Publicar en {place} de {service}",
        "post": "Publicar en {service}",
        "mail_to": "Correo a {who}",
        "mail": "Enviar un correo",
        "mail_with": "Enviar un correo con {service}",
        "text": "Enviar un mensaje de {service}",
        "row": "Añadir una fila a {thing}",
        "approval": "Pedir aprobación en {service}",
        "approval_mail": "Pedir aprobación por correo",
    },
    "fr": {
        "read": "Lire {thing} dans {service}",
        "read_all": "Lire dans {service}",
        "fetch": "Consulter {thing}",
        "post_in": "Publier dans {place} sur {service}",
        "post": "Publier sur {service}",
        "mail_to": "E-mail à {who}",
        "mail": "Envoyer un e-mail",
        "mail_with": "Envoyer un e-mail avec {service}",
        "text": "Envoyer un message {service}",
        "row": "Ajouter une ligne à {thing}",
        "approval": "Demander l’accord sur {service}",
        "approval_mail": "Demander l’accord par e-mail",
    },
    "pt": {
        "read": "Ler {thing} de {service}",
        "read_all": "Ler de {service}",
        "fetch": "Consultar {thing}",
        "post_in": "Publicar em {place} no {service}",
        "post": "Publicar no {service}",
        "mail_to": "E-mail para {who}",
        "mail": "Enviar um e-mail",
        "mail_with": "Enviar um e-mail com {service}",
        "text": "Enviar uma mensagem do {service}",
        "row": "Adicionar uma linha a {thing}",
        "approval": "Pedir aprovação no {service}",
        "approval_mail": "Pedir aprovação por e-mail",
    },
}


def _say(language: str, key: str, **values: str) -> str:
    title = _TITLES.get(language, _TITLES["en"])[key].format(**values)
    return (title[:1].upper() + title[1:])[:_LONGEST]


def _named(service: Service, language: str) -> str:
    return service_name(service.name, phrases_of(language))


def read_title(service: Service, intent: Intent, language: str) -> str:
    """`Read sales from PostgreSQL`, `Read “Stock” from Google Sheets`, `Fetch api.acme.example`."""
    urls = intent.entities("url")
    if urls and KIND_OF.get(service.key) in ("web", "feed"):
        return _say(language, "fetch", thing=_host(urls[0]))
    name = elsewhere(intent.pieces) or _named(service, language)
    thing = _thing(intent, language)
    return _say(language, "read", thing=thing, service=name) if thing else _say(language, "read_all", service=name)


def act_title(service: Service, operation: Operation, intent: Intent, language: str) -> str:
    """`Post in #sales on Slack`, `E-mail boss@acme.example`, `Create a ticket in Zendesk`."""
    kind, name = KIND_OF.get(service.key), elsewhere(intent.pieces) or _named(service, language)
    says = not re.search(r"(?i)draft|label|delete|react|channel/create", f"{operation.resource}/{operation.operation}")
    if kind == "mail" and says and "reply" not in operation.operation:
        return _mail_title(service, intent, language, name)
    if kind == "chat" and says and "upload" not in operation.operation:
        places = intent.named("channel")
        if places:
            return _say(language, "post_in", place=f"#{places[0].content.lstrip('#')}", service=name)
        return _say(language, "text" if service.key == "telegram" else "post", service=name)
    if kind == "sms":
        return _say(language, "text", service=name)
    if kind == "sheet" and operation.operation.startswith("append"):
        return _say(language, "row", thing=_place(intent, language) or name)
    return _plain(operation, name, language)


def _mail_title(service: Service, intent: Intent, language: str, name: str) -> str:
    people = intent.entities("email")
    if people:
        return _say(language, "mail_to", who=people[0])
    return _say(language, "mail") if service.key == "emailsend" else _say(language, "mail_with", service=name)


def approval_title(service: Service, language: str) -> str:
    """`Ask for approval on Slack`."""
    mail = service.key == "emailsend"
    return _say(language, "approval_mail") if mail else _say(language, "approval", service=_named(service, language))


def event_title(service: Service, start: Start, language: str) -> str:
    """What happens, in the person's words, with the service where they do not name it: `Demo booked (Calendly)`."""
    name = _named(service, language)
    text = re.sub(r"\s+", " ", start.text).strip(" ,.:")
    text = re.sub(r"\s+([,;:.)])", r"\1", text)
    if not text:
        return name
    if len(text) > _EVENT:
        text = text[: _EVENT + 1].rsplit(" ", 1)[0].rstrip(" ,;:(")
    text = text[:1].upper() + text[1:]
    return text if any(p.service == start.service for p in start.pieces if p.text in text) else f"{text} ({name})"


def _plain(operation: Operation, name: str, language: str) -> str:
    """An operation in n8n's own words, with where it happens."""
    if language != "en":
        return action_in_words(operation, phrases_of(language))[:_LONGEST]
    if elsewhere_call(operation):
        return f"Call {name}"
    action = re.sub(r"\s*\([^)]*\)", "", operation.action).strip() or operation.title
    action = action[:1].upper() + action[1:]
    return (action if name.lower() in action.lower() else f"{action} in {name}")[:_LONGEST]


def elsewhere_call(operation: Operation) -> bool:
    """Whether an operation is a plain call over the web."""
    return operation.id == "http_request"


def _host(url: str) -> str:
    return url.rsplit("://", maxsplit=1)[-1].split("/", maxsplit=1)[0].removeprefix("www.")


def _place(intent: Intent, language: str) -> str:
    named = intent.named(*_PLACES)
    return phrases_of(language).say("quoted", text=named[0].content) if named else ""


def _thing(intent: Intent, language: str) -> str:
    """What is read: the place by its name, else the word for the things nearest to the service."""
    place = _place(intent, language)
    if place:
        return place
    at = next((i for i, p in enumerate(intent.pieces) if p.service == intent.service), len(intent.pieces))
    words = [
        (abs(index - at), piece.text)
        for index, piece in enumerate(intent.pieces)
        if piece.kind == "word" and piece.nouns and not piece.service and not set(piece.nouns) & _KEEPERS
        if not (piece.verbs and index == 0)
    ]
    return min(words)[1] if words else ""
