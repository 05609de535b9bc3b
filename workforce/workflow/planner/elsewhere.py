"""Services that n8n has no node for: named as places in a prompt, they are reached over their web addresses."""

from __future__ import annotations

import re

from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set

# asked for often, and without a node of their own
KNOWN = word_set(
    "datev personio lexoffice lexware sevdesk weclapp sap netsuite workday gusto rippling deel adp bexio haufe holded "
    "factorial contaplus pennylane sellsy qonto silae payfit omie bling totvs conta_azul greenhouse ashby teamtailor "
    "basecamp wrike smartsheet zoho_books freshbooks etsy ebay lightspeed opentable doctolib jtl plentymarkets billbee"
)
_IN = word_set("in from into to at via aus im bei an von nach en desde dans depuis sur vers em do da no na")
_DATA = word_set("order invoice row record ticket customer contact employee lead deal payment product booking")
_MADE_UP = re.compile(r"[A-Z][a-z]+[A-Z]\w*|[A-Z]{4,}")  # `LexOffice`, `DATEV`: nobody writes other words like that
_NO_NAMES = word_set("json html xlsx docx smtp imap oauth todo done open closed paid unpaid urgent high")
_WORDS_TOO = word_set("sap greenhouse factorial holded rippling lightspeed wrike deel")
WEB, MARK = "httprequest", "elsewhere"


def name_elsewhere(found: list[Piece]) -> list[Piece]:
    """Say of words that can only be a service n8n does not have that they are reached over the web."""
    data = any(noun in _DATA for piece in found for noun in piece.nouns)
    for index, piece in enumerate(found):
        if piece.kind != "word" or piece.service or piece.verbs or piece.depth or piece.names:
            continue
        if _known(piece) or (data and _named_place(found, index)):
            piece.service = WEB
            piece.flags.add(MARK)
    return found


def _known(piece: Piece) -> bool:
    name = piece.fold.replace(" ", "_")
    return name in KNOWN and (piece.text[:1].isupper() or name not in _WORDS_TOO)


def _named_place(found: list[Piece], index: int) -> bool:
    """`orders from LexOffice`: a made-up name right behind a preposition."""
    before = found[index - 1] if index else None
    if before is None or before.kind != "word" or before.fold not in _IN or found[index].nouns:
        return False
    return bool(_MADE_UP.fullmatch(found[index].text)) and found[index].fold not in _NO_NAMES


def elsewhere(found: list[Piece]) -> str:
    """The name of the first such service among pieces; empty without one."""
    return next((piece.text for piece in found if MARK in piece.flags), "")
