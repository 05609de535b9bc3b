"""Which services a stretch of a prompt speaks of: by name, or by an address, a channel, a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from workforce.workflow.language.lexicon.small import FROM
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.knowledge.kinds import KIND_OF

_FEED = re.compile(r"rss|feed|atom|\.xml\b", re.IGNORECASE)
_STRONG_FROM = frozenset(["from", "out", "aus", "vom", "desde", "depuis", "von"])
_WEAK_FROM = word_set(
    "of de del des do da dos das du in im en no na dans our my unser unserer unserem nuestro nuestra notre "
    "nosso nossa am at"
)


@dataclass(slots=True)
class Mention:
    """A service in a clause: its key, where (index of the piece), how sure that it is where data comes from (0..2)."""

    service: str
    index: int
    source: int = 0
    named: bool = True


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a company uses, as far as the prompt shows: the service that stands for a kind where none is named."""

    chat: str = "slack"
    chat_named: bool = False
    mail: str = "emailsend"
    sms: str = "twilio"
    sheet: str = "googlesheets"
    database: str = ""
    files: str = ""


def defaults(pieces: list[Piece]) -> Defaults:
    """The services a prompt names, by kind; the usual ones where it names none."""
    named: dict[str, str] = {}
    for piece in pieces:
        if piece.service and piece.kind != "data":
            named.setdefault(KIND_OF.get(piece.service, ""), piece.service)
    sms = (
        "whatsapp"
        if any(p.service == "whatsapp" for p in pieces) and not any(p.service == "twilio" for p in pieces)
        else named.get("sms", "twilio")
    )
    return Defaults(
        named.get("chat", "slack"),
        "chat" in named,
        named.get("mail", "emailsend"),
        sms,
        named.get("sheet", "googlesheets"),
        named.get("database", ""),
        named.get("files", ""),
    )


def mentions(pieces: list[Piece], usual: Defaults) -> list[Mention]:
    """The services a clause speaks of, in order, each once."""
    found: list[Mention] = []
    named = {p.service for p in pieces if p.service}
    kinds = {KIND_OF.get(service, "") for service in named}
    for index, piece in enumerate(pieces):
        service, by_name = piece.service, True
        if not service:
            service, by_name = _implied(piece, pieces, index, usual, kinds), False
        if not service or KIND_OF.get(service) == "ai" or (service == "webhook"):
            continue
        known = next((m for m in found if m.service == service), None)
        if known is None:
            found.append(
                Mention(service, index, _source(pieces, index) if by_name or piece.kind == "word" else 0, by_name)
            )
    return found


def _implied(piece: Piece, pieces: list[Piece], index: int, usual: Defaults, kinds: set[str]) -> str:
    if piece.kind == "channel":
        return "" if "chat" in kinds else usual.chat
    if piece.kind == "chatid":
        return "" if kinds & {"chat"} else "telegram"
    if piece.kind == "phone":
        return "" if kinds & {"sms", "chat", "push"} else usual.sms
    if piece.kind == "email":
        return "" if kinds & {"mail", "calendar", "sms"} else usual.mail
    if piece.kind == "url" and (home := _home(piece.content)):
        return "" if home in kinds else home
    if piece.kind == "url":
        return _address(piece, pieces, kinds)
    if piece.kind != "word":
        return ""
    if (
        piece.fold in ("calendar", "kalender", "calendario", "calendrier", "agenda")
        and "calendar" not in kinds
        and not kinds & {"mail"}
    ):
        return "googlecalendar"
    if "weather" in piece.nouns and "openweathermap" not in kinds:
        return "openweathermap"
    named = index + 1 < len(pieces) and pieces[index + 1].names == "sheet"
    if "sheet" in piece.nouns and not kinds & ({"sheet"} if named else {"sheet", "base", "database"}):
        return usual.sheet
    if "row" in piece.nouns and not kinds & {"sheet", "base", "database"} and _quoted_behind(pieces, index):
        return usual.sheet
    if "sms" in piece.nouns and piece.fold in ("sms", "text message") and not kinds & {"sms"}:
        return usual.sms
    if (
        "table" in piece.nouns
        and usual.database
        and not kinds & {"database", "base", "sheet"}
        and index + 1 < len(pieces)
        and pieces[index + 1].names == "table"
    ):
        return usual.database
    if "database" in piece.nouns and usual.database and not kinds & {"database", "base", "sheet"}:
        return usual.database
    return ""


_ROW_IN = word_set("in into to of im ins en a em no na dans au")


def _quoted_behind(pieces: list[Piece], index: int) -> bool:
    """`a row in "Refund queue"`: where a row goes is a sheet."""
    behind = pieces[index + 1 : index + 4]
    return any(p.kind == "quote" and q.fold in _ROW_IN | {"the", "our"} for q, p in pairwise(behind))


_HOMES = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "docs.google.com/spreadsheets": "googlesheets",
    "docs.google.com/document": "googledocs",
    "drive.google.com": "googledrive",
    "notion.so": "notion",
    "airtable.com": "airtable",
    "trello.com": "trello",
    "linear.app": "linear",
}


def _home(address: str) -> str:
    """The service whose page an address is; empty for any other."""
    bare = address.rsplit("://", maxsplit=1)[-1].removeprefix("www.")
    return next((service for start, service in _HOMES.items() if bare.startswith(start)), "")


def _address(piece: Piece, pieces: list[Piece], kinds: set[str]) -> str:
    if kinds - {"web", "feed", "chat", "mail", "sms", "ai", ""}:
        return "" if "/" not in piece.content.split("://")[-1].rstrip("/") else "httprequest"
    feed = _FEED.search(piece.content) or any("feed" in p.nouns for p in pieces)
    return "rssfeedread" if feed else "httprequest"


_STRONG_TO = word_set("to into onto an nach zu zum al vers via per por para pelo pela ins")


def _source(pieces: list[Piece], index: int) -> int:
    """2: `from Shopify`, `aus HubSpot`; 1: `in our CRM` (could be either); 0: nothing says so."""
    for piece in reversed(pieces[max(0, index - 4) : index]):
        if piece.kind in ("email", "channel", "url", "quote", "name") or piece.service:
            break
        last = piece.fold.rsplit(" ", 1)[-1]
        if last in _STRONG_FROM:
            return 2
        if last in _STRONG_TO:
            return -1
    return 1 if index and pieces[index - 1].fold in _WEAK_FROM and pieces[index - 1].fold in FROM else 0
