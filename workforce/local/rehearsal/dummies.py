"""Dummy credentials: of any type that n8n knows, plausible, and worth nothing outside the rehearsal."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from workforce.integrations.credential_types import properties

Json = dict[str, Any]
LONG_ENOUGH = 10 * 365 * 24 * 3600
EXAMPLE = "example.com"

# By the words of a field's name, the first that fits; the value is made from the credential's own short name.
TEXTS: tuple[tuple[str, str], ...] = (
    (r"private.?key|^key$|pem$", "{key}"),
    (r"e?mail|^user(name)?$|login", "ada@example.com"),
    (r"subdomain|instance.?name|account.?name|tenant|workspace|organi[sz]ation|company", "example"),
    (r"region", "eu-central-1"),
    (r"webhook|callback|redirect", "https://{slug}.example.com/hook"),
    (r"url|endpoint|baseuri|environment$|site$", "https://{slug}.example.com"),
    (r"domain|host|server|address", "{slug}.example.com"),
    (r"database|^db$|schema", "company"),
    (r"scope", ""),
    (r"port", "443"),
)
SPECIAL: dict[str, Json] = {
    "smtp": {"host": "smtp.example.com", "port": 587, "secure": False, "disableStartTls": True, "hostName": ""},
    "httpHeaderAuth": {"name": "Authorization"},
    "httpQueryAuth": {"name": "key"},
    "httpCustomAuth": {"json": '{"headers": {"Authorization": "Bearer rehearsal"}}'},
    "oAuth2Api": {"grantType": "authorizationCode", "authentication": "header"},
    "microsoftSql": {"port": 1433},
}


@functools.cache
def rsa_key() -> str:
    """A private key for the types that sign something themselves."""
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def dummy(kind: str, types: Mapping[str, Json], scratch: Json) -> Json:
    """The data of a dummy credential. types: n8n's descriptions; scratch: what PostgreSQL's own needs."""
    fields = properties(dict(types), kind)
    data = {name: _value(kind, name, described) for name, described in fields.items()}
    data = {name: value for name, value in data.items() if value is not None}
    data |= SPECIAL.get(kind, {})
    if kind == "postgres":
        data |= scratch
    if _is_oauth2(kind, types):
        data["oauthTokenData"] = _token()
    return data


def _is_oauth2(kind: str, types: Mapping[str, Json]) -> bool:
    if kind == "oAuth2Api":
        return True
    return any(_is_oauth2(parent, types) for parent in (types.get(kind) or {}).get("extends") or ())


def _token() -> Json:
    return {
        "access_token": "rehearsal-access-token",
        "refresh_token": "rehearsal-refresh-token",
        "token_type": "Bearer",
        "expires_in": LONG_ENOUGH,
        "scope": "",
        "instance_url": "https://example.my.salesforce.com",
        "callbackQueryString": {"realmId": "1001"},  # what QuickBooks puts into the address it comes back to
    }


def _value(kind: str, name: str, described: Json) -> Any:
    """A value for one field; None for what is only text on the form."""
    shape = described.get("type")
    given = described.get("default")
    if shape in ("notice", "hidden", "button", "callout", "curlImport"):
        return given if shape == "hidden" and given is not None else None
    if shape == "options":
        known = [option.get("value") for option in described.get("options") or () if "value" in option]
        return given if given in known else next(iter(known), given)
    if shape in ("boolean", "number", "json", "multiOptions", "collection", "fixedCollection"):
        return given
    return given if isinstance(given, str) and given else _text(kind, name, described)


def _text(kind: str, name: str, described: Json) -> str:
    placeholder = str(described.get("placeholder") or "")
    if re.match(r"https?://[\w.-]+(/\S*)?$", placeholder):
        return placeholder
    if (described.get("typeOptions") or {}).get("password") and not re.search(r"private.?key|pem$", name, re.I):
        return f"rehearsal-{name}"
    for pattern, text in TEXTS:
        if re.search(pattern, name, re.IGNORECASE):
            return text.replace("{key}", rsa_key()).replace("{slug}", _slug(kind))
    return f"rehearsal-{name}"


def _slug(kind: str) -> str:
    short = re.sub(r"(OAuth2Api|OAuth2|TokenApi|Api|Token)$", "", kind)
    return re.sub(r"[^a-z0-9]+", "-", short.lower()).strip("-") or "service"
