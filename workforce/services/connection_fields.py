"""What a connection's form asks for: n8n's schema says which fields there are, its descriptions how they read."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from workforce.core.errors import InvalidInput, WorkforceError
from workforce.core.settings import get_settings
from workforce.integrations import credential_types, node_types
from workforce.services import catalogue
from workforce.services.connection_names import ConnectionKind, describe
from workforce.services.records import ConnectionField
from workforce.services.samples import SECRET_NAME

Json = dict[str, Any]
COMMON = (
    "smtp",
    "slackApi",
    "gmailOAuth2",
    "googleSheetsOAuth2Api",
    "microsoftOutlookOAuth2Api",
    "microsoftTeamsOAuth2Api",
    "telegramApi",
    "postgres",
    "httpHeaderAuth",
    "httpBasicAuth",
    "airtableTokenApi",
    "notionApi",
    "hubspotAppToken",
    "openAiApi",
    "anthropicApi",
    "googleApi",
    "imap",
    "mySql",
)
# Fields that only n8n's own editor fills in or that narrow what its editor offers.
HIDDEN = {
    "allowedHttpRequestDomains",
    "allowedDomains",
    "sendAdditionalBodyProperties",
    "additionalBodyProperties",
    "useDynamicClientRegistration",
    "serverUrl",
    "customScopes",
    "enabledScopes",
    "ignoreSSLIssues",
    "notice",
}
# Shown among the fields that everybody fills in although they have a default, and the other way round.
USUAL = {"host", "port", "user", "database", "secure"}
RARE = {"sshTunnel", "allowUnauthorizedCerts", "hostName", "disableStartTls", "signatureSecret"}
KINDS = {"number": "number", "boolean": "switch", "json": "long_text"}
HELP = {"oauthTokenData": "The token of a finished sign-in, as JSON with access_token and refresh_token."}


@lru_cache(maxsize=1)
def types() -> dict[str, Json]:
    """Every credential type as the installed n8n describes it; empty without an installation."""
    try:
        return credential_types.read(Path(get_settings().catalogue_path or node_types.default_path()))
    except WorkforceError:
        return {}


@lru_cache(maxsize=1)
def known_kinds() -> tuple[ConnectionKind, ...]:
    """All kinds that some operation uses: the common ones first, then by the service's name."""
    used = {kind for operation in catalogue.current().operations.values() for kind in operation.credentials}
    used |= {"httpHeaderAuth", "httpBasicAuth"}
    ordered = [kind for kind in COMMON if kind in used]
    rest = sorted((kind_of(kind) for kind in used - set(ordered)), key=lambda one: one.label.lower())
    return (*(kind_of(kind) for kind in ordered), *rest)


@lru_cache(maxsize=1024)
def kind_of(kind: str) -> ConnectionKind:
    """What people call a credential type."""
    return describe(kind, types())


def label_of(kind: str) -> str:
    """What people call it: “Slack”, with the way to sign in where a service has several: “Notion (access token)”."""
    return kind_of(kind).label


def fields_of(kind: str, schema: Json) -> list[ConnectionField]:
    """The form's fields, required ones first as n8n orders them."""
    described = credential_types.properties(types(), kind)
    needed = set(schema.get("required") or ())
    if kind.endswith("OAuth2Api") or kind.endswith("OAuth2"):
        needed |= {"clientId", "clientSecret", "oauthTokenData"}
    return [
        _field(
            name, shape, described.get(name) or {}, name in needed or bool((described.get(name) or {}).get("required"))
        )
        for name, shape in (schema.get("properties") or {}).items()
        if _asked(name, shape, described.get(name) or {})
    ]


def clean(fields: list[ConnectionField], given: dict[str, str]) -> Json:
    """The typed texts as n8n's data. Raises `InvalidInput` that names the field."""
    data: Json = {}
    for field in fields:
        text = given.get(field.name, "")
        text = text if field.secret else text.strip()
        if not text and not field.default and field.required:
            raise InvalidInput(f"{field.label} is missing. Fill it in, then save again.", field=field.name)
        if text or field.default:
            data[field.name] = _typed(field, text or field.default)
    unknown = sorted(set(given) - {field.name for field in fields})
    if unknown:
        raise InvalidInput("That is not a field of this connection. Reload the page.", field=unknown[0])
    if not any(given.values()):
        raise InvalidInput("Fill in the fields of this connection first.", field=fields[0].name if fields else "")
    return data


def _asked(name: str, shape: Json, described: Json) -> bool:
    if name in HIDDEN or shape.get("type") == "notice" or described.get("type") in {"notice", "hidden", "button"}:
        return name == "oauthTokenData"
    return True


def _field(name: str, shape: Json, described: Json, required: bool) -> ConnectionField:
    options = tuple(str(option) for option in shape.get("enum") or ())
    kind = "choice" if options else KINDS.get(str(shape.get("type")), "text")
    default = described.get("default")
    return ConnectionField(
        name=name,
        label=str(described.get("displayName") or _spaced(name)),
        kind=kind,
        required=required,
        secret=bool((described.get("typeOptions") or {}).get("password")) or bool(SECRET_NAME.search(name)),
        default="" if default in (None, "") else _text(default),
        options=options,
        help=HELP.get(name) or _plain(str(described.get("description") or "")),
        rarely=not required and name not in USUAL and (name in RARE or _off(described) or default not in (None, "")),
    )


def _off(described: Json) -> bool:
    """Whether another field has to be switched on before this one counts."""
    conditions = ((described.get("displayOptions") or {}).get("show") or {}).values()
    return any(True in wanted for wanted in conditions if isinstance(wanted, list))


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _typed(field: ConnectionField, text: str) -> Any:
    """A text as the type n8n wants."""
    if field.kind == "number":
        try:
            return int(text) if re.fullmatch(r"-?\d+", text) else float(text)
        except ValueError as error:
            raise InvalidInput(f"{field.label} must be a number.", field=field.name) from error
    if field.kind == "switch":
        return text.lower() in {"true", "on", "yes", "1"}
    if field.kind == "choice" and text not in field.options:
        raise InvalidInput(f"{field.label} must be one of: {', '.join(field.options)}.", field=field.name)
    return text


def _spaced(name: str) -> str:
    """`accessToken` → “Access token”."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()
    return words[:1].upper() + words[1:]


def _plain(text: str) -> str:
    """A description without its markup."""
    return re.sub(r"<[^>]+>", "", text).strip()[:300]
