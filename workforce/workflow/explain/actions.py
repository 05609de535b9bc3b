"""Sentences for operations without a recipe, from n8n's own words for them."""

from __future__ import annotations

import re

from workforce.workflow.catalogue import Operation
from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.phrases import Phrases

OUT_OF = {"get", "retrieve", "list", "search", "download", "find", "read", "fetch", "query", "lookup"}
NEW = re.compile(r"^new (?P<thing>.+)$", re.IGNORECASE)
HAPPENED = re.compile(r"^(?P<thing>.+?) (?P<happened>[a-z]+)$", re.IGNORECASE)


def action_in_words(operation: Operation, phrases: Phrases) -> str:
    """`Creates an issue in Jira Software`, `Gets deals from HubSpot`."""
    service = service_name(operation.service, phrases)
    if not operation.operation:
        return phrases.say("uses", service=service)
    action = re.sub(r"\s*\([^)]*\)$", "", operation.action).replace("(s)", "s")
    verb, _, rest = action.partition(" ")
    known = phrases.verbs.get(verb.lower())
    if phrases.language != "en":
        return _translated(verb.lower(), rest, service, phrases) or f"{service}: {action}"
    rest = re.sub(r"(?<=^or )[a-z]+", lambda second: _third_person(second[0]), re.sub(r"^many ", "", rest))
    told = f"{known or _third_person(verb)} {rest}".strip()
    if service.lower() in told.lower():
        return told
    return phrases.say("out_of" if verb.lower() in OUT_OF else "in", action=told, service=service)


def happening_in_words(label: str, service: str, phrases: Phrases) -> str:
    """What starts a worker, from an event's name: `When an order is created in Shopify`."""
    if label.strip("[]").lower() in ("*", "all", "any event", "all events"):
        return phrases.say("anything", service=service)
    new, happened = NEW.match(label), HAPPENED.match(label)
    if new and (thing := _thing(label if phrases.language == "en" else new["thing"], phrases, 0)):
        return phrases.say("new", thing=thing, service=service)
    how = phrases.happenings.get(happened["happened"].lower()) if happened else None
    if happened and how and (thing := _thing(happened["thing"], phrases, 0)):
        return phrases.say("happening", thing=thing, how=how, service=service)
    return phrases.say("event", service=service, event=label)


def _translated(verb: str, rest: str, service: str, phrases: Phrases) -> str:
    template = phrases.verbs.get(verb)
    plural = rest.startswith("many ")
    thing = _thing(re.sub(r"^(many|an?|the|all) ", "", rest), phrases, 2 if plural else 1)
    return template.format(thing=thing, service=service) if template and thing else ""


def _thing(noun: str, phrases: Phrases, case: int) -> str:
    """A thing with its article (0 as a subject, 1 as an object) or in the plural (2); empty when it has no word."""
    noun = noun.lower().strip(" -")
    if phrases.language == "en":
        return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
    forms = phrases.things.get(noun) or phrases.things.get(noun.removesuffix("s"))
    return forms[case] if forms else ""


def _third_person(verb: str) -> str:
    """`Create` → `Creates`, `Push` → `Pushes`, `Copy` → `Copies`."""
    if re.search(r"(s|sh|ch|x|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"
