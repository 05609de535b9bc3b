# ruff: noqa: E501 - word lists and patterns stay whole
"""Clauses: a prompt cut where one thing ends and another begins, each with the word that leads it in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from workforce.workflow.language.lexicon.grammar import (
    AND,
    ARTICLES,
    ELSE,
    FILLERS,
    FUNCTION,
    IF,
    PURPOSE,
    THEN,
    UNLESS,
)
from workforce.workflow.language.pieces import Piece

ENTITIES = frozenset(("email", "channel", "phone", "chatid", "url", "repo", "handle", "path"))
PRONOUNS = frozenset(
    [
        "it",
        "them",
        "this",
        "that",
        "these",
        "those",
        "me",
        "us",
        "him",
        "her",
        "everyone",
        "everybody",
        "all",
        "us",
        "you",
        "es",
        "sie",
        "ihn",
        "ihm",
        "uns",
        "mir",
        "dies",
        "das",
        "alle",
        "lo",
        "la",
        "los",
        "las",
        "le",
        "les",
        "nos",
        "me",
        "esto",
        "eso",
        "l'",
        "la",
        "ca",
        "cela",
        "moi",
        "o",
        "a",
        "os",
        "as",
        "isso",
        "isto",
        "lhe",
        "mim",
        "him",
        "everything",
        "each",
        "both",
    ]
)
POLITE = frozenset(["please", "pls", "plz", "bitte", "por", "kindly"])
NEGATED_IF = frozenset(["if", "si", "se", "wenn", "falls"])
RELATIVE = frozenset(
    [
        "which",
        "who",
        "whose",
        "whom",
        "that",
        "die",
        "der",
        "das",
        "dessen",
        "deren",
        "welche",
        "que",
        "qui",
        "dont",
        "cuyo",
        "cuyos",
        "cuja",
        "cujo",
        "cujos",
        "lequel",
        "laquelle",
    ]
)
SUBJECTS = frozenset(
    [
        "i",
        "we",
        "you",
        "they",
        "he",
        "she",
        "it",
        "someone",
        "somebody",
        "everybody",
        "ich",
        "wir",
        "er",
        "sie",
        "man",
        "es",
        "yo",
        "nosotros",
        "el",
        "ella",
        "ellos",
        "je",
        "nous",
        "on",
        "il",
        "elle",
        "ils",
        "eu",
        "nos",
        "a",
        "o",
        "eles",
        "ele",
        "ela",
        "ai",
        "ki",
        "ia",
        "iaa",
        "llm",
        "gpt",
        "the",
    ]
)
PLACES = frozenset(("channel", "list", "project", "table", "database", "board", "folder", "sheet", "url"))
AI_WORDS = frozenset(["ai", "ki", "ia", "llm", "gpt", "l'ia", "l'ai", "claude", "gemini", "chatgpt", "genai", "a.i"])
MODALS = frozenset(
    [
        "should",
        "must",
        "will",
        "shall",
        "can",
        "could",
        "would",
        "may",
        "needs",
        "need",
        "has",
        "have",
        "to",
        "want",
        "wants",
        "like",
        "let",
        "lets",
        "soll",
        "sollen",
        "muss",
        "kann",
        "wird",
        "werden",
        "mochte",
        "lass",
        "debe",
        "deben",
        "tiene",
        "que",
        "hay",
        "puede",
        "doit",
        "doivent",
        "peut",
        "faut",
        "deve",
        "devem",
        "precisa",
        "pode",
        "va",
        "vai",
        "deja",
        "deixe",
        "haz",
        "fais",
        "faz",
        "please",
        "bitte",
        "doesn't",
        "doesnt",
        "don't",
        "dont",
        "didn't",
        "didnt",
        "won't",
        "wont",
        "isn't",
        "isnt",
        "aren't",
        "cannot",
        "can't",
        "not",
        "nicht",
        "no",
        "ne",
        "n'est",
        "pas",
        "nao",
    ]
)
_TO = frozenset(
    [
        "to",
        "into",
        "in",
        "on",
        "at",
        "an",
        "auf",
        "a",
        "al",
        "en",
        "para",
        "por",
        "au",
        "aux",
        "dans",
        "sur",
        "vers",
        "em",
        "no",
        "na",
        "ao",
        "pelo",
        "via",
        "with",
        "mit",
        "con",
        "avec",
        "com",
        "per",
    ]
)
_AUXILIARY = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "gets",
        "get",
        "got",
        "has",
        "have",
        "had",
        "ist",
        "sind",
        "wird",
        "wurde",
        "hat",
        "es",
        "esta",
        "estan",
        "fue",
        "ha",
        "hay",
        "son",
        "est",
        "sont",
        "a",
        "ete",
        "e",
        "esta",
        "foi",
        "sao",
        "for",
        "foram",
        "estiver",
        "tiver",
        "houver",
        "sera",
        "seja",
    ]
)


@dataclass(slots=True)
class Clause:
    """A stretch of a prompt that says one thing.

    lead: `if`, `unless`, `else`, `label` (a short head in front of an arrow or colon) or empty; unit: number of its sentence or
    line; bullet: it is (in) a list item; opened: the mark in front of it (arrow, colon, comma, and, stop); after: the mark behind.
    """

    pieces: list[Piece]
    lead: str = ""
    word: str = ""
    unit: int = 0
    bullet: bool = False
    opened: str = "stop"
    closed: str = "stop"
    words: str = ""
    flags: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The clause as written, roughly."""
        return " ".join(piece.text for piece in self.pieces)


def clauses(found: list[Piece], language: str) -> list[Clause]:
    """All clauses of annotated pieces, in order."""
    result: list[Clause] = []
    for number, (unit, bullet) in enumerate(_units(_levels(found))):
        for clause in _split(unit, language):
            clause.unit, clause.bullet = number, bullet
            clause.words = " ".join(p.fold for p in clause.pieces)
            result.append(clause)
    return result


# --- sentences and lines ----------------------------------------------------------------------------------


def _levels(found: list[Piece]) -> list[Piece]:
    depth = 0
    for piece in found:
        if piece.kind == "mark" and piece.text in "([":
            depth += 1
        piece.depth = depth
        if piece.kind == "mark" and piece.text in ")]" and depth:
            depth -= 1
        if piece.kind == "line":
            depth = 0
    return found


def _units(found: list[Piece]) -> list[tuple[list[Piece], bool]]:
    units: list[tuple[list[Piece], bool]] = []
    current: list[Piece] = []
    bullet = False
    for index, piece in enumerate(found):
        if piece.kind == "bullet":
            bullet = True
            continue
        if piece.kind == "mark" and piece.text in ".!?" and index + 1 < len(found) and found[index + 1].kind == "arrow":
            continue
        ends = piece.kind == "line" or (
            piece.kind == "mark" and piece.text in ".!?;" and not piece.depth and not _abbreviation(found, index)
        )
        if not ends:
            current.append(piece)
            continue
        if current:
            units.append((current, bullet))
        current = []
        if piece.kind == "line":
            bullet = False
    if current:
        units.append((current, bullet))
    return units


def _abbreviation(found: list[Piece], index: int) -> bool:
    """A full stop that ends no sentence: `e.g.`, `Nr. 5`, `..` in the middle of a line followed by a small letter."""
    before = found[index - 1] if index else None
    after = found[index + 1] if index + 1 < len(found) else None
    if before is None or after is None or found[index].text != ".":
        return False
    glued = after.start == found[index].end and after.kind == "word"
    return before.fold in (
        "e",
        "g",
        "i",
        "z",
        "b",
        "bzw",
        "nr",
        "no",
        "ca",
        "approx",
        "etc",
        "p",
        "ex",
        "ej",
        "vs",
        "inc",
        "mr",
        "mrs",
        "dr",
        "st",
    ) or (glued and len(before.fold) < 3)


# --- within a sentence ------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Part:
    pieces: list[Piece]
    opened: str
    joint: list[Piece] = field(default_factory=list)
    closed: str = "stop"


def _split(unit: list[Piece], language: str) -> list[Clause]:
    result: list[Clause] = []
    for part in _parts(unit):
        pieces = _without_purpose(part.pieces)
        if not pieces:
            if result:
                result[-1].closed = part.closed
            continue
        lead, rest = _lead(pieces)
        if (
            result
            and not lead
            and part.opened in ("comma", "and")
            and not _fresh(result[-1])
            and (not is_action(rest, language) or _completes(result[-1], rest))
        ):
            result[-1].pieces += part.joint + pieces
            result[-1].closed = part.closed
            continue
        if lead in ("if", "unless"):
            condition, action = _condition_and_action(rest, language)
            result.append(
                Clause(
                    condition, lead, _word(pieces, rest), opened=part.opened, closed="comma" if action else part.closed
                )
            )
            if action:
                result.append(Clause(action, "", opened="comma", closed=part.closed))
            continue
        main, kind, postfix = _postfix(rest, language)
        result.append(Clause(main, lead, opened=part.opened, closed=part.closed))
        if postfix:
            result[-1].closed = "postfix"
            word = pieces[len(pieces) - len(rest) + len(main)].fold
            result.append(Clause(postfix, kind, word, opened="postfix", closed=part.closed))
    return [clause for clause in result if clause.pieces or clause.lead]


def _completes(before: Clause, rest: list[Piece]) -> bool:
    """Whether a part only ends what the clause before began: `save the number` + `the text in a Google Sheet`."""
    if before.lead or not before.pieces or any(p.service or p.kind in ENTITIES for p in before.pieces):
        return False
    if any(noun in ("email", "message", "sms") for p in before.pieces for noun in p.nouns):
        return False
    begun = bool(before.pieces[0].verbs) and not (
        set(before.pieces[0].verbs) & {"notify", "merge", "approve", "filter"}
    )
    new = (
        rest[0].fold in ("a", "an", "un", "una", "une", "ein", "eine", "einen", "um", "uma")
        or (bool(rest[0].verbs) and not rest[0].nouns)
        or (rest[0].fold in SUBJECTS and rest[0].fold not in ("o", "a", "os", "el", "on"))
        or rest[0].fold in MODALS
    )
    return begun and not new and any(p.service for p in rest)


def _fresh(clause: Clause) -> bool:
    """Whether a clause is a condition or alternative whose action is still to come."""
    return (clause.lead in ("if", "unless") and clause.closed in ("comma", "colon", "arrow")) or (
        clause.lead == "else" and not clause.pieces
    )


def _parts(unit: list[Piece]) -> list[_Part]:
    parts = [_Part([], "stop")]
    folds = [piece.fold for piece in unit]
    index = 0
    while index < len(unit):
        piece = unit[index]
        filler = _phrase(_FILLERS, folds, index) if piece.kind == "word" and not piece.depth else 0
        if filler:
            index += filler
            if (
                folds[index - filler] in POLITE
                and len(parts[-1].pieces) > 1
                and index < len(unit)
                and (unit[index].verbs or folds[index] == "to" or folds[index] in ARTICLES)
            ):
                parts[-1].closed = "comma"
                parts.append(_Part([], "comma"))
            continue
        opened, length = _boundary(unit, folds, index, len(parts[-1].pieces))
        if opened and (parts[-1].pieces or opened == "and"):
            if parts[-1].pieces:
                parts[-1].closed = opened
                parts.append(_Part([], opened, unit[index : index + length]))
            elif parts[-1].opened not in ("arrow", "colon", "stop"):
                parts[-1].opened = opened
            index += length
            continue
        if opened:
            index += length
            continue
        parts[-1].pieces.append(piece)
        index += 1
    if len(parts) > 1:
        parts[-1].closed = "stop"
    return parts


def _boundary(unit: list[Piece], folds: list[str], index: int, size: int) -> tuple[str, int]:
    piece = unit[index]
    if piece.kind == "arrow":
        return "arrow", 1
    if piece.depth:
        return "", 0
    if piece.kind == "mark":
        if piece.text == ":" and not (_number(unit, index - 1) and _number(unit, index + 1)):
            return "colon", 1
        if piece.text == "=" and 0 < size <= 3:
            return "arrow", 1
        if piece.text in ",–—&+" or (piece.text == "-" and index and piece.start > unit[index - 1].end):
            return ("and" if piece.text in "&+" else "comma"), 1
        if piece.text == ">" and index + 1 < len(unit) and unit[index + 1].text == ">":
            return "arrow", 2
        return "", 0
    if piece.kind == "word" and piece.text.lower() not in ("é", "è"):
        length = _phrase(_AND, folds, index)
        if length:
            return "and", length
    return "", 0


def _number(unit: list[Piece], index: int) -> bool:
    return 0 <= index < len(unit) and unit[index].kind in ("number", "time")


def _without_purpose(pieces: list[Piece]) -> list[Piece]:
    """Without `so that we can …`: why something is wanted, not what."""
    folds = [piece.fold for piece in pieces]
    for index in range(len(pieces)):
        if pieces[index].kind == "word" and _phrase(_PURPOSE, folds, index):
            return pieces[:index]
    return pieces


def _lead(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The leading word of a part and the part without it (and without `then`, `please`, …)."""
    folds = [piece.fold for piece in pieces]
    index = 0
    while index < len(pieces):
        for kind, table in (("else", _ELSE), ("unless", _UNLESS), ("if", _IF)):
            length = _phrase(table, folds, index)
            if length and pieces[index].kind == "word" and not (kind == "if" and folds[index] in ("for", "bei")):
                if (
                    kind == "else"
                    and (
                        folds[index] in NEGATED_IF or folds[index] in ("rest", "autres", "otros", "outros", "sonstige")
                    )
                    and index + length < len(pieces)
                ):
                    continue
                if kind == "if" and len(pieces) - index - length < 1:
                    break
                return kind, pieces[index + length :]
        length = _phrase(_THEN, folds, index)
        if not length and folds[index] == "to" and index + 1 < len(pieces) and pieces[index + 1].verbs and not index:
            length = 1
        if not length or pieces[index].kind != "word":
            break
        index += length
    return "", pieces[index:]


def _word(pieces: list[Piece], rest: list[Piece]) -> str:
    """The last word of a clause's lead: `when`, `si`, …"""
    place = len(pieces) - len(rest) - 1
    return pieces[place].fold if place >= 0 else ""


def _postfix(pieces: list[Piece], language: str) -> tuple[list[Piece], str, list[Piece]]:
    """`mail her if the amount is above 100` → the action, `if`, the condition."""
    folds = [piece.fold for piece in pieces]
    for index in range(1, len(pieces)):
        if pieces[index].kind != "word" or pieces[index].depth:
            continue
        for kind, table in (("unless", _UNLESS), ("if", _IF)):
            length = _phrase(table, folds, index)
            if not length or folds[index] in ("for", "bei"):
                continue
            if folds[index] in (
                "se",
                "si",
                "caso",
                "quando",
                "cuando",
                "quand",
                "lorsque",
                "when",
                "whenever",
                "wenn",
                "once",
                "sobald",
            ) and not (
                _has_copula(pieces[index + length :])
                or folds[index] in ("when", "whenever", "wenn", "quando", "cuando", "quand", "lorsque")
            ):
                continue
            if (
                set(pieces[index - 1].verbs) & {"classify", "rate", "read", "analyse", "notify", "send"}
                and not pieces[index - 1].nouns
            ):
                continue
            if len(pieces) - index - length < 2 or not is_action(pieces[:index], language):
                continue
            return pieces[:index], kind, pieces[index + length :]
    return pieces, "", []


def _has_copula(pieces: list[Piece]) -> bool:
    return any(piece.fold in _AUXILIARY or piece.kind == "number" for piece in pieces[:6])


_YOU = frozenset(["you", "du", "ihr", "sie", "vous", "tu", "usted", "voce"])


def _condition_and_action(pieces: list[Piece], language: str) -> tuple[list[Piece], list[Piece]]:
    """`amount is 5 or more tell the team` → the condition and, where no comma parts them, the action."""
    decided = bool(pieces) and "approve" in pieces[0].verbs
    for index in range(1 if decided else 2, len(pieces)):
        piece, before = pieces[index], pieces[index - 1]
        if piece.fold in _YOU and before.fold in MODALS and len(pieces) - index > 2:
            return pieces[: index - 1], pieces[index + 1 :]
        small = before.fold in FUNCTION | PRONOUNS | MODALS | _AUXILIARY | ARTICLES
        if (
            piece.kind != "word"
            or not piece.verbs
            or piece.depth
            or (small and not (before.text.isupper() and len(before.text) > 1))
        ):
            continue
        if piece.nouns and not _object_follows(pieces, index):
            continue
        if len(pieces) - index >= 2 and _object_follows(pieces, index):
            return pieces[:index], pieces[index:]
    return pieces, []


def _object_follows(pieces: list[Piece], index: int) -> bool:
    if index + 1 >= len(pieces):
        return False
    following = pieces[index + 1]
    return (
        following.kind in ENTITIES
        or bool(following.service)
        or following.fold in ARTICLES | PRONOUNS | _TO
        or following.fold in ("new", "neue", "den", "dem", "der", "das", "die")
    )


# --- what can stand as an action --------------------------------------------------------------------------


def is_action(pieces: list[Piece], language: str) -> bool:
    """Whether these pieces can say an action by themselves (and are not just another field or a relative clause)."""
    content = [p for p in pieces if p.kind not in ("mark", "time")]
    while content and (
        content[0].fold in MODALS
        or content[0].fold
        in (
            "also",
            "then",
            "again",
            "directly",
            "automatically",
            "immediately",
            "at",
            "us",
            "me",
            "not",
            "dann",
            "auch",
        )
    ):
        content = content[1:]
    if len(content) < 2:
        return (
            bool(content)
            and len(content) == 1
            and bool(content[0].verbs)
            and not content[0].nouns
            and content[0].verbs[0] in ("approve", "ignore", "dedupe", "merge", "wait")
        )
    if (content[0].fold in RELATIVE and content[0].fold not in ("das", "que", "die", "der")) or (
        content[0].fold in ("die", "der", "das")
        and content[-1].verbs == ()
        and len(content) < 9
        and not any(p.service for p in content)
    ):
        return False
    head = content[0]
    if head.verbs and not head.nouns and head.kind == "word":
        return True
    if head.verbs and head.nouns and _object_follows(content, 0):
        return True
    if head.fold in AI_WORDS and any(p.verbs for p in content[1:4]):
        return True
    if any(p.service and p.depth == 0 for p in content) and (
        len(content) > 2 or any(p.kind in ENTITIES or p.kind in ("name", "quote") for p in content)
    ):
        return True
    if any(p.kind in ("channel", "phone", "chatid", "url") for p in content) and any(
        p.verbs or set(p.nouns) - PLACES for p in content
    ):
        return True
    if any(p.kind == "email" for p in content) and any(p.verbs or "email" in p.nouns for p in content):
        return True
    if any("email" in p.nouns or "message" in p.nouns or "sms" in p.nouns for p in content[:3]) and any(
        p.fold in ("to", "an", "a", "au", "para", "al", "aux", "ao") for p in content[1:5]
    ):
        return True
    if (
        (head.fold in SUBJECTS or head.nouns or head.fold in ARTICLES)
        and any(p.verbs and not p.nouns for p in content[1:4])
        and len(content) >= 3
    ):
        return head.fold not in RELATIVE
    placed = any(p.fold in ARTICLES | _TO | PRONOUNS or p.kind in ENTITIES or p.names for p in content)
    return language == "de" and len(content) >= 3 and bool(content[-1].verbs) and not content[-1].nouns and placed


# --- phrases ----------------------------------------------------------------------------------------------

_Table = dict[str, list[tuple[str, ...]]]


def _table(phrases: tuple[str, ...]) -> _Table:
    table: _Table = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    for options in table.values():
        options.sort(key=len, reverse=True)
    return table


def _phrase(table: _Table, folds: list[str], index: int) -> int:
    """How many words of a table's phrase stand here; 0 for none."""
    for words in table.get(folds[index], ()):
        if tuple(folds[index : index + len(words)]) == words:
            return len(words)
    return 0


@lru_cache(maxsize=1)
def _tables() -> tuple[_Table, ...]:
    return tuple(_table(phrases) for phrases in (IF, UNLESS, ELSE, THEN, AND, PURPOSE, FILLERS))


_IF, _UNLESS, _ELSE, _THEN, _AND, _PURPOSE, _FILLERS = _tables()
