"""Letters to people: a welcome, a reminder, a thank-you, written as somebody would who was asked for just that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.assembly import Assembly
from workforce.workflow.planner.intents import Intent
from workforce.workflow.spec import Ref, Template

GREETINGS = {"en": "Hello", "de": "Hallo", "es": "Hola", "fr": "Bonjour", "pt": "Olá"}


@dataclass(frozen=True, slots=True)
class Letter:
    """An occasion: the words that name it, and (subject, text) by language."""

    words: str
    texts: dict[str, tuple[str, str]]


LETTERS = (
    Letter(
        r"welcome( (mail|e ?mail|message|note|letter))?|willkommens\w*|bienvenid\w*|bienvenue|boas vindas",
        {
            "en": ("Welcome", "welcome! We are glad to have you with us.\nIf you have any question, just reply."),
            "de": ("Willkommen", "herzlich willkommen! Schön, dass Sie da sind.\nBei Fragen antworten Sie einfach."),
            "es": ("Bienvenida", "¡le damos la bienvenida!\nSi tiene alguna pregunta, responda a este mensaje."),
            "fr": ("Bienvenue", "bienvenue parmi nous !\nUne question ? Répondez simplement à ce message."),
            "pt": ("Boas-vindas", "seja bem-vindo!\nSe tiver alguma pergunta, basta responder."),
        },
    ),
    Letter(
        r"thank ?you( (mail|e ?mail|message|note|letter))?|thanks|danke(schon|smail)?|dankes\w*|agradecimient\w*|"
        r"remerciement\w*|agradeciment\w*",
        {
            "en": ("Thank you", "thank you! We appreciate it."),
            "de": ("Vielen Dank", "vielen Dank! Wir wissen das zu schätzen."),
            "es": ("Gracias", "¡muchas gracias!"),
            "fr": ("Merci", "merci beaucoup !"),
            "pt": ("Obrigado", "muito obrigado!"),
        },
    ),
    Letter(
        r"(birthday|geburtstags)( ?(wish\w*|greeting\w*|mail|e ?mail|message|card|gru\w*))|happy birthday|"
        r"felicitacion de cumpleanos|voeux d'anniversaire|parabens",
        {
            "en": ("Happy birthday", "happy birthday! All the best for the year ahead."),
            "de": ("Alles Gute zum Geburtstag", "alles Gute zum Geburtstag!"),
            "es": ("Feliz cumpleaños", "¡feliz cumpleaños!"),
            "fr": ("Joyeux anniversaire", "joyeux anniversaire !"),
            "pt": ("Feliz aniversário", "feliz aniversário!"),
        },
    ),
)


def letter_of(assembly: Assembly, intent: Intent) -> tuple[str, Template] | None:
    """(subject, text) when the intent is to send people such a letter and says nothing of what is in it."""
    if intent.fields or intent.named("text") or not assembly.sources_of(intent.scope):
        return None
    said = fold(intent.text)
    letter = next((one for one in LETTERS if re.search(rf"\b({one.words})\b", said)), None)
    if letter is None:
        return None
    language = assembly.request.language if assembly.request.language in GREETINGS else "en"
    subject, text = letter.texts[language]
    name = writing.person(assembly, intent, "name")
    greeting: list[str | Ref] = [f"{GREETINGS[language]} ", name] if isinstance(name, Ref) else [GREETINGS[language]]
    return subject, Template(parts=[*greeting, f",\n\n{text}"])
