"""What people call a connection's kind: the service, the way one signs in, and its icon, for n8n's credential types."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from workforce.core.errors import WorkforceError
from workforce.integrations import credential_types
from workforce.services import catalogue
from workforce.workflow.explain.names import service_name
from workforce.workflow.explain.phrases import phrases_of

WEB = "Any web address"
# What neither n8n's name nor the services that use it say well: (the service, the way, the icon where it has another).
GIVEN: dict[str, tuple[str, str, str]] = {
    "smtp": ("E-mail (SMTP)", "to send", "email_send"),
    "imap": ("E-mail inbox (IMAP)", "to read", "email_read_imap"),
    "postgres": ("PostgreSQL database", "", "postgres"),
    "mySql": ("MySQL database", "", "my_sql"),
    "microsoftSql": ("Microsoft SQL Server", "", "microsoft_sql"),
    "mongoDb": ("MongoDB database", "", "mongo_db"),
    "oracleDBApi": ("Oracle database", "", "oracle_database"),
    "slackApi": ("Slack", "bot token", "slack"),
    "telegramApi": ("Telegram", "bot token", "telegram"),
    "discordBotApi": ("Discord", "bot token", "discord"),
    "notionApi": ("Notion", "integration token", "notion"),
    "googleApi": ("Google", "service account", "google_drive"),
    "googlePalmApi": ("Google Gemini", "API key", "google_gemini"),
    "anthropicApi": ("Anthropic (Claude)", "API key", "anthropic"),
    "aws": ("Amazon Web Services", "access key", "aws_s3"),
    "awsAssumeRole": ("Amazon Web Services", "assumed role", "aws_s3"),
    "httpHeaderAuth": (WEB, "key in a header", "http_request"),
    "httpBasicAuth": (WEB, "user and password", "http_request"),
    "httpBearerAuth": (WEB, "bearer token", "http_request"),
    "httpQueryAuth": (WEB, "key in the address", "http_request"),
    "httpDigestAuth": (WEB, "user and password (digest)", "http_request"),
    "httpCustomAuth": (WEB, "several values at once", "http_request"),
    "httpMultipleHeadersAuth": (WEB, "keys in several headers", "http_request"),
    "httpSslAuth": (WEB, "client certificate", "http_request"),
    "oAuth2Api": (WEB, "OAuth 2", "http_request"),
    "oAuth1Api": (WEB, "OAuth 1", "http_request"),
    "jwtAuth": (WEB, "signed token (JWT)", "http_request"),
    "ftp": ("FTP server", "user and password", "ftp"),
    "sftp": ("SFTP server", "user and password", "ftp"),
    "crypto": ("Encryption keys", "", "crypto"),
    "figmaApi": ("Figma", "access token", "figma_trigger"),
    "figmaOAuth2Api": ("Figma", "own OAuth app", "figma_trigger"),
    "ghostAdminApi": ("Ghost", "admin key", "ghost"),
    "ghostContentApi": ("Ghost", "content key", "ghost"),
    "githubAppApi": ("GitHub", "GitHub App", "github"),
    "googleSheetsTriggerOAuth2Api": ("Google Sheets", "Google account, to notice changes", "google_sheets"),
    "hubspotDeveloperApi": ("HubSpot", "developer app, to notice changes", "hubspot"),
    "jiraSoftwareServerApi": ("Jira", "own server", "jira"),
    "jiraSoftwareServerPatApi": ("Jira", "own server, access token", "jira"),
    "mindeeInvoiceApi": ("Mindee", "for invoices", "mindee"),
    "mindeeReceiptApi": ("Mindee", "for receipts", "mindee"),
    "sentryIoServerApi": ("Sentry.io", "own server", "sentry_io"),
    "whatsAppTriggerApi": ("WhatsApp", "to notice messages", "whats_app"),
    "sshPassword": ("SSH server", "user and password", "ssh"),
    "sshPrivateKey": ("SSH server", "private key", "ssh"),
}
OTHER_WORDS = {
    "smtp": "mail email e-mail send",
    "imap": "mail email e-mail receive",
    "gmailOAuth2": "mail email e-mail",
    "microsoftOutlookOAuth2Api": "mail email e-mail office",
    "postgres": "postgres sql",
    "googleSheetsOAuth2Api": "spreadsheet table",
    "microsoftExcelOAuth2Api": "spreadsheet table",
    "twitterOAuth2Api": "twitter",
    "httpHeaderAuth": "http rest api webhook url",
    "httpBasicAuth": "http rest api webhook url",
}
GOOGLE = re.compile(r"^(google\w*|gmail|gSuite\w*|youTube)OAuth2(Api)?$")
MICROSOFT = re.compile(r"^(microsoft|azure)\w*OAuth2Api$")
TECHNICAL = re.compile(
    r"\s*\((api key|app|iam|assume role)\)$|"
    r"\s+(api|oauth\d?|credentials|token|key|auth|basic|jwt|service account|service|access|personal access|account|"
    r"trigger|shared key|token auth|basic auth)$",
    re.IGNORECASE,
)
# By a word in the credential type, else by a field that it has.
WAYS = (
    (r"ServiceAccount", "service account"),
    (r"OAuth[12]", "own OAuth app"),
    (r"Jwt", "signed token (JWT)"),
    (r"Webhook", "webhook address"),
    (r"Basic|Password", "user and password"),
    (r"AppToken|ServiceKey", "private app"),
    (r"Token|Pat\b", "access token"),
)
FIELDS = (
    (r"^(access|api|auth|bot|personal)?_?token$|accesstoken|bearer", "access token"),
    (r"api_?key|appkey|secretkey|licensekey", "API key"),
    (r"password", "user and password"),
)


@dataclass(frozen=True, slots=True)
class ConnectionKind:
    """A kind of connection. kind: n8n's credential type; way: how one signs in, may be empty; words: to search in."""

    kind: str
    service: str
    way: str
    icon: str
    words: str

    @property
    def label(self) -> str:
        """The service with its way: “Slack (bot token)”."""
        way = "" if self.service.endswith(")") else self.way
        return f"{self.service} ({way})" if way else self.service


def describe(kind: str, types: dict[str, dict[str, Any]]) -> ConnectionKind:
    """What people call a credential type. types: n8n's descriptions of them, empty where they are not installed."""
    technical = str((types.get(kind) or {}).get("displayName") or _spaced(kind.removesuffix("Api")))
    if kind in GIVEN:
        service, way, icon = GIVEN[kind]
    else:
        service, icon = _service(kind, technical)
        way = _way(kind, technical, types)
    words = f"{service} {way} {technical} {kind} {OTHER_WORDS.get(kind, '')}".lower()
    return ConnectionKind(kind, service, way, icon, words)


def _service(kind: str, technical: str) -> tuple[str, str]:
    """The service that uses this kind and nothing else does, or whose name the kind carries; else n8n's plain words."""
    users = _users().get(kind) or Counter[tuple[str, str]]()
    plain = _without_technique(technical)
    names = {service_name(service, phrases_of("en")): icon for (service, icon), _ in reversed(users.most_common())}
    letters = re.sub(r"\W", "", f"{kind} {technical}").lower()
    fitting = [name for name in names if re.sub(r"\W", "", name).lower() in letters]
    if fitting or len(names) == 1:
        name = max(fitting, key=len) if fitting else next(iter(names))
        return re.sub(r"\s+\(.*\)$| Vector Store$", "", name), names[name]
    return plain, users.most_common(1)[0][0][1] if users else ""


@lru_cache(maxsize=1)
def _users() -> dict[str, Counter[tuple[str, str]]]:
    """By credential type: how many operations of which (service, icon) use it; the regular node before its trigger."""
    found: dict[str, Counter[tuple[str, str]]] = {}
    try:
        operations = catalogue.current().operations.values()
    except WorkforceError:
        return {}
    for operation in operations:
        weight = 1 if operation.is_trigger or operation.is_sub_node else 10
        for kind in operation.credentials:
            found.setdefault(kind, Counter())[operation.service, operation.icon] += weight
    return found


def _way(kind: str, technical: str, types: dict[str, dict[str, Any]]) -> str:
    if GOOGLE.match(kind):
        return "Google account"
    if MICROSOFT.match(kind):
        return "Microsoft account"
    for pattern, words in WAYS:
        if re.search(pattern, f"{kind} {technical.replace(' ', '')}"):
            return words
    names = [name.lower() for name in credential_types.properties(types, kind)]
    return next((words for pattern, words in FIELDS if any(re.search(pattern, name) for name in names)), "")


def _without_technique(technical: str) -> str:
    """`Airtable Personal Access Token API` → `Airtable`."""
    plain = technical
    while (shorter := TECHNICAL.sub("", plain).strip()) and shorter != plain:
        plain = shorter
    return plain


def _spaced(name: str) -> str:
    """`accessToken` → “Access token”."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()
    return words[:1].upper() + words[1:]
