# ruff: noqa: E501 - patterns and sentences stay whole
"""Secrets are masked before anything else looks at a call: by the name of a field, and by how a text looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit, urlunsplit

MASK = "••••"
NAME = re.compile(
    r"passw|passphrase|secret|credential|authori[sz]ation|cookie|signature|api[-_ ]?key|apikey|access[-_ ]?key|private[-_ ]?key|"
    r"(?:^|[-_ ])(?:key|auth|sig|pwd|pin|cvv|cvc|otp)$|session[-_ ]?id|^x-amz-(?:security|credential)|"
    r"(?<!page)(?<!page[-_])(?<!next)(?<!sync)(?<!max[-_])token$|iban$|card[-_ ]?number",
    re.IGNORECASE,
)
LOOKS = re.compile(
    r"\b(?:Bearer|Basic|Token|Bot|token)\s+[\w.~+/=-]{8,}"
    r"|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*"
    r"|\b(?:sk|pk|rk|whsec|xox[abeprs]|gh[pousr]|glpat|github_pat|AKIA|ASIA|AIza|ya29|SG|shpat|pat|key)[-_.]?[\w.-]{14,}"
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*-----|$)"
)
# addresses that are secrets themselves: whoever knows one can post
PATHS = (
    (re.compile(r"(hooks\.slack\.com/services/)[^?]+"), rf"\1{MASK}"),
    (re.compile(r"(/bot)\d*[:\w-]{6,}(?=/)"), rf"\1{MASK}"),
    (re.compile(r"(discord(?:app)?\.com/api/(?:v\d+/)?webhooks/\d+/)[^/?]+"), rf"\1{MASK}"),
    (re.compile(r"(webhook\.office\.com/webhookb2/)[^?]+"), rf"\1{MASK}"),
)
_IN_TEXT = re.compile(
    r"(?P<name>[\"']?\b(?:password|passwd|secret|api[-_]?key|access[-_]?token|refresh[-_]?token|client[-_]?secret)[\"']?\s*[:=]\s*[\"']?)"
    r"(?P<value>[^\s\"'&,}]{4,})",
    re.IGNORECASE,
)


def masked(value: Any, name: str = "") -> Any:
    """The same value with secrets masked, however deep."""
    if isinstance(value, Mapping):
        return {str(key): masked(inner, str(key)) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [masked(inner, name) for inner in value]
    if (
        name
        and NAME.search(name)
        and isinstance(value, str | int | float)
        and not isinstance(value, bool)
        and value != ""
    ):
        return MASK
    return masked_text(value) if isinstance(value, str) else value


def masked_text(text: str) -> str:
    """A text with what looks like a secret masked."""
    text = LOOKS.sub(MASK, text)
    return _IN_TEXT.sub(rf"\g<name>{MASK}", text)


def masked_url(url: str) -> str:
    """An address with the secrets of its query, its path and before its host masked."""
    parts = urlsplit(url)
    pieces = [piece.partition("=") for piece in parts.query.split("&")] if parts.query else []
    query = "&".join(n + e + (MASK if v and NAME.search(n) else masked_text(v)) for n, e, v in pieces)
    whole = urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))
    for pattern, put in PATHS:
        whole = pattern.sub(put, whole)
    return LOOKS.sub(MASK, whole)
