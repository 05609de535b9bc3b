"""Steps that n8n does itself: merging, duplicates, files, filters."""

from __future__ import annotations

import re

from workforce.workflow.language.clauses import Clause
from workforce.workflow.language.comparisons import numeric, worded
from workforce.workflow.language.lexicon.small import FUNCTION
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set
from workforce.workflow.planner.actions.listing import listing
from workforce.workflow.planner.intents import Intent
from workforce.workflow.planner.knowledge.cues import SEEN_BEFORE
from workforce.workflow.planner.knowledge.kinds import KIND_OF
from workforce.workflow.planner.mentions import Mention


def own_steps(
    clause: Clause, found: list[Piece], scope: int, verbs: list[str], words: str, places: list[Mention], thinking: bool
) -> list[Intent] | None:
    """Merging, removing duplicates, files: steps that n8n does itself. None when the clause is about something else."""
    if SEEN_BEFORE.search(words) or (verbs and verbs[0] == "dedupe") or ("dedupe" in verbs and not places):
        return [
            Intent(
                "dedupe",
                scope,
                found,
                clause.unit,
                verbs=verbs,
                flags={"history"} if SEEN_BEFORE.search(words) else set(),
            )
        ]
    if "merge" in verbs and not places and not thinking:
        return [Intent("merge", scope, found, clause.unit, verbs=verbs)]
    if (
        not places
        and not thinking
        and re.search(r"\bcsv\b|\bexcel file\b|\bxlsx\b|excel-datei|fichier excel|archivo excel|arquivo excel", words)
        and {"create", "convert", "compose", "add"} & set(verbs)
    ):
        return [Intent("csv", scope, found, clause.unit, verbs=verbs)]
    if reads_document(found, verbs) and not any(
        m.named and KIND_OF.get(m.service) in ("base", "sheet", "crm") for m in places
    ):
        made = [Intent("document", scope, found, clause.unit, verbs=verbs)]
        fields = listing(found)
        if thinking:
            return [*made, Intent("ai", scope, found, clause.unit, verbs=["extract"], fields=fields)]
        if fields and {"extract", "read"} & set(verbs) and len(fields) > 2:
            made.append(Intent("ai", scope, found, clause.unit, verbs=["extract"], fields=fields))
        return made
    if (
        not places
        and not thinking
        and verbs[:1] == ["filter"]
        and (test := numeric(found) or worded(found[1:])) is not None
    ):
        return [Intent("gate", scope, found, clause.unit, tests=[test])]
    return None


_CONTENTS = word_set("text texto texte contents content inhalt contenido contenu conteudo")


_DOCUMENTS = word_set("attachment anhang adjunto anexo piece_jointe scan attached")


_THE_FILE = word_set("it them lo le sie es ihn file datei archivo fichier arquivo")


def reads_document(found: list[Piece], verbs: list[str]) -> bool:
    """`read the PDF`, `extract the text`, `take the attached PDF`: the contents of a file are wanted."""
    if not {"read", "extract"} & set(verbs):
        return False
    text = any(p.fold in _CONTENTS for p in found)
    document = any("pdf" in p.fold or p.fold in _DOCUMENTS for p in found)
    bare = len([p for p in found if p.fold not in FUNCTION]) <= 2 and any(p.fold in _THE_FILE for p in found)
    return document or (text and "extract" in verbs) or bare
