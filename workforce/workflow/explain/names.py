"""What services, ways to sign in and settings are called when one talks to people."""

from __future__ import annotations

import re

from workforce.workflow.explain.phrases import Phrases

GOOGLE = re.compile(r"^(google\w*|gmail|youTube)OAuth2(Api)?$")
MICROSOFT = re.compile(r"^microsoft\w*OAuth2Api$")
SERVICE_ACCOUNT = "googleApi"
BY_ITS_ID = re.compile(r"(?:\s+names?)?\s+or\s+ids?$|(?<=\w)\s+(?:ids?|ui|json)$|\s*\([^)]*\)$", re.IGNORECASE)


def service_name(service: str, phrases: Phrases) -> str:
    """A service as people know it: `OpenAI Chat Model` is OpenAI."""
    return phrases.services.get(service) or re.sub(r"\s+(Chat )?Model$|\s+Trigger$", "", service)


def connection_name(service: str, kind: str, phrases: Phrases) -> str:
    """A connection to make, by service and credential type: `Google Sheets with your Google account`."""
    name = phrases.connections.get(kind) or service_name(service, phrases)
    if "Trigger" in kind:
        name = phrases.say("to_notice", service=name)
    if kind == SERVICE_ACCOUNT:
        return phrases.say("with_service_account", service=name)
    if GOOGLE.match(kind):
        return phrases.say("with_account", service=name, vendor="Google")
    if MICROSOFT.match(kind):
        return phrases.say("with_account", service=name, vendor="Microsoft")
    return name


def setting_name(title: str, phrases: Phrases) -> str:
    """A parameter's display name inside a sentence: `Label Names or IDs` is label."""
    plain = title.strip()
    while (shorter := BY_ITS_ID.sub("", plain).strip()) and shorter != plain:
        plain = shorter
    lowered = " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in plain.split())
    return phrases.settings.get(lowered, lowered)
