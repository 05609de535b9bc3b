"""A prompt as pieces: words with their meanings, and things that are never language (addresses, numbers, quotes)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from workforce.workflow.language.detect import LANGUAGES
from workforce.workflow.language.lexicon import nouns, verbs
from workforce.workflow.language.lexicon.small import FUNCTION
from workforce.workflow.language.words import fold, word_set

ServiceAt = Callable[[list[str], list[str], int], tuple[str, int]]
"""(folded words, words as written, index) → (service key, how many words name it); ("", 0) when none begins there."""

DATA_LENGTH = 110  # a quotation longer than this is somebody's text, not a name
_TLD = "com|org|net|io|app|dev|example|co|ai|de|fr|es|br|pt|eu|uk|us|mx|ch|at|info|cloud|shop|store|test"
_PATTERN = re.compile(
    rf"""
    (?P<url> https?://[^\s<>"'”»]+ )
  | (?P<email> [\w.+-]+@[\w-]+(?:\.[\w-]+)+ )
  | (?P<quote> "[^"\n]{{1,600}}" | “[^”\n]{{1,600}}” | „[^“”"\n]{{1,600}}[“”"] | «[^»\n]{{1,600}}»
             | (?<![\w])['‘][^'’\n]{{2,80}}['’](?![\w]) | `[^`\n]{{1,200}}` )
  | (?P<longquote> "[^"]{{1,6000}}" | “[^”]{{1,6000}}” | ```.*?``` )
  | (?P<channel> \#[^\W\d_][\w-]* (?:\.[\w-]+)* )
  | (?P<handle> (?<![\w])@[A-Za-z_][\w.-]* )
  | (?P<phone> \+\d[\d\s()/-]{{6,}}\d )
  | (?P<chatid> (?<![\w.-])-\d{{5,}} )
  | (?P<domain> (?<![\w@/])(?:[a-z0-9-]+\.)+(?:{_TLD})(?:/[^\s,;)"']*)?(?![\w@]) )
  | (?P<path> (?<![\w/.:])/[\w.-]+(?:/[\w.-]+)*/? )
  | (?P<repo> (?<![\w/])[A-Za-z][\w.-]*[A-Za-z0-9]/[A-Za-z][\w.-]*[A-Za-z0-9](?![\w/]) )
  | (?P<arrow> --?> | ==?> | → | ➔ | ➜ | ⇒ )
  | (?P<ident> (?<![\w])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{(10,)}(?![\w]) )
  | (?P<number> (?:[€$£][ ]?)?\d+(?:[.,]\d+)*(?:[ ]?(?:k\b|%|€|\$|£))?(?![A-Za-z]) )
  | (?P<code> (?<!\w)\d+[A-Za-z]\w* )
  | (?P<line> \n )
  | (?P<word> [^\W\d_][\w]*(?:['’-][^\W_][\w]*)* | _\w+ )
  | (?P<mark> >=|<=|!=|≥|≤|≠|[^\w\s] )
    """,
    re.VERBOSE | re.UNICODE | re.DOTALL,
)


@dataclass(slots=True)
class Piece:
    """One piece of a prompt.

    kind: word, name (a thing that is called so), url, email, channel, handle, phone, chatid, path, repo, number, quote,
    data (somebody's text), time, arrow, line, bullet, mark; text as written, value without quotes and signs; names:
    what kind of thing a name is for (`sheet`, `folder`, …); service: its key when the piece names one.
    """

    kind: str
    text: str
    fold: str
    start: int
    end: int
    value: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    service: str = ""
    names: str = ""
    depth: int = 0
    flags: set[str] = field(default_factory=set)

    @property
    def content(self) -> str:
        """What it stands for, without quotes or signs."""
        return self.value or self.text


def pieces(text: str) -> list[Piece]:
    """The raw pieces of a text, in order; nothing is known yet of what the words mean."""
    found: list[Piece] = []
    for match in _PATTERN.finditer(text):
        kind, raw = match.lastgroup or "mark", match.group()
        start, end = match.span()
        if kind in ("url", "domain"):
            trimmed = raw.rstrip(".,;:!?)'\"")
            end -= len(raw) - len(trimmed)
            raw, kind = trimmed, "url"
        if kind == "longquote":
            kind = "data"
        elif kind == "code":
            kind = "word"
        elif kind == "repo" and not _REPOSITORY.search(text[max(0, start - 40) : start]) and _plain_pair(raw):
            found.extend(_words_of(raw, start))
            continue
        piece = Piece(kind, raw, fold(raw), start, end)
        if kind == "quote":
            piece.value = raw.strip("\"“”„«»'‘’` ").strip()
            if len(piece.value) > DATA_LENGTH:
                piece.kind = "data"
        elif kind == "channel":
            piece.value = raw[1:]
        elif kind == "phone":
            piece.value = "+" + re.sub(r"\D", "", raw)
        elif kind == "number":
            piece.value = raw.strip()
        elif kind == "path":
            piece.value = raw.rstrip(".,;:")
            piece.end -= len(raw) - len(piece.value)
        elif kind == "email":
            piece.value = raw.rstrip(".")
            piece.end -= len(raw) - len(piece.value)
        found.append(piece)
        found.extend(Piece("mark", text[at], text[at], at, at + 1) for at in range(piece.end, match.end()))
    return _bullets(found)


_REPOSITORY = re.compile(r"\b(repo\w*|github|gitlab|dépôt|depot)\b", re.IGNORECASE)
_ANSWERS = word_set("yes no ja nein oui non sim nao true false high low medium")


def _plain_pair(text: str) -> bool:
    """`create/update`, `low/high`: words with a slash between them, not an owner and a repository."""
    parts = [fold(part) for part in text.split("/")]
    tables = [table(code) for table in (verbs, nouns) for code in LANGUAGES]
    return all(part in FUNCTION | _ANSWERS or any(table.word(part) for table in tables) for part in parts)


def _words_of(text: str, start: int) -> list[Piece]:
    found = []
    for match in re.finditer(r"[\w.-]+|/", text):
        kind = "mark" if match.group() == "/" else "word"
        found.append(Piece(kind, match.group(), fold(match.group()), start + match.start(), start + match.end()))
    return found


def _bullets(found: list[Piece]) -> list[Piece]:
    """Marks and numbers that only open a list item become `bullet`."""
    depth = 0
    for index, piece in enumerate(found):
        depth = max(0, depth + (piece.text == "(") - (piece.text == ")"))
        inline = index and depth == 0 and piece.kind == "number" and re.fullmatch(r"\d", piece.value)
        if inline and index + 1 < len(found) and found[index + 1].text == ")" and found[index - 1].kind != "line":
            piece.kind, found[index + 1].kind = "line", "bullet"
            continue
        opens = index == 0 or found[index - 1].kind == "line"
        after = found[index + 1] if index + 1 < len(found) else None
        if not opens or after is None:
            continue
        if piece.kind == "mark" and piece.text in "-*•–—·":
            piece.kind = "bullet"
        elif piece.kind == "number" and re.fullmatch(r"\d{1,2}", piece.value) and after.text in (".", ")"):
            piece.kind, after.kind = "bullet", "bullet"
    return found


_CLITIC = re.compile(r"-(?:en|la|le|les|moi|lui|leur|nous|y|toi)$")  # `fais-en une synthèse`


def annotate(found: list[Piece], language: str, service_at: ServiceAt) -> list[Piece]:
    """Say of each word which services, verbs and nouns it may be; compounds (`Slack-Kanal`) are parted."""
    parted = [part for piece in found for part in _parts(piece, language, service_at)]
    if language == "fr":
        for piece in parted:
            piece.fold = _CLITIC.sub("", piece.fold) if piece.kind == "word" else piece.fold
    folded, written = [p.fold for p in parted], [p.text for p in parted]
    verb_table, noun_table = verbs(language), nouns(language)
    index = 0
    result: list[Piece] = []
    while index < len(parted):
        piece = parted[index]
        if piece.kind == "url":
            _name_site(piece, service_at)
        if piece.kind != "word":
            result.append(piece)
            index += 1
            continue
        service, length = service_at(folded, written, index)
        if service:
            merged = _merge(parted[index : index + length])
            merged.service = service
            merged.nouns = tuple(
                dict.fromkeys(c for p in parted[index : index + length] for c in noun_table.word(p.fold))
            )
            result.append(merged)
            index += length
            continue
        verb_concepts, verb_length = verb_table.at(folded, index)
        noun_concepts, noun_length = noun_table.at(folded, index)
        longest = max(verb_length, noun_length, 1)
        merged = _merge(parted[index : index + longest]) if longest > 1 else piece
        if verb_length == longest:
            merged.verbs = verb_concepts
        if noun_length == longest:
            merged.nouns = noun_concepts
        result.append(merged)
        index += longest
    return _adjectives(result, language)


_STATES = frozenset(["open", "close", "clear", "complete", "top", "set", "direct"])
_OBJECTS = word_set("it them this that the a an")
_IN_FRONT = word_set("all the our my any every still of with is are no your their currently")


def _adjectives(found: list[Piece], language: str) -> list[Piece]:
    """`all open deals`: a state in front of a thing is no wish; nor is a German word with a capital."""
    for index, (before, piece) in enumerate(itertools.pairwise(found)):
        behind = found[index + 2].fold if index + 2 < len(found) else ""
        if before.fold == "no" and behind in _OBJECTS:
            continue  # `if no: set it to …`
        noun = (
            language == "de" and piece.text[:1].isupper() and before.kind in ("word", "number", "name", "quote", "time")
        )
        if noun or (piece.fold in _STATES and before.fold in _IN_FRONT):
            piece.verbs = ()
    for before, piece, after in zip(found, found[1:], found[2:], strict=False):
        if piece.fold in _STATES and before.verbs and after.nouns and after.fold.endswith("s"):
            piece.verbs = ()
    return found


def _name_site(piece: Piece, service_at: ServiceAt) -> None:
    """`monday.com` names a service, it is no address to call."""
    words = piece.fold.replace(".", " ").split()
    if "/" in piece.text or not words:
        return
    service, length = service_at(words, words, 0)
    if service and length == len(words):
        piece.kind, piece.service = "word", service


def _merge(parts: list[Piece]) -> Piece:
    first, last = parts[0], parts[-1]
    if first is last:
        return first
    text = " ".join(p.text for p in parts)
    return Piece("word", text, fold(text), first.start, last.end)


def _parts(piece: Piece, language: str, service_at: ServiceAt) -> list[Piece]:
    if piece.kind != "word" or "-" not in piece.text:
        return [piece]
    if any(service_at([fold(w)], [w], 0)[0] for w in piece.text.split("-") if len(w) > 2):
        return _hyphenated(piece)
    known = verbs(language).word(piece.fold) or nouns(language).word(piece.fold)
    if known or service_at([piece.fold], [piece.text], 0)[0]:
        return [piece]
    words = piece.text.split("-")
    german = language == "de"
    telling = any(
        service_at([fold(w)], [w], 0)[0] or (german and nouns(language).word(fold(w))) for w in words if len(w) > 2
    )
    if not telling:
        return [piece]
    return _hyphenated(piece)


def _hyphenated(piece: Piece) -> list[Piece]:
    """`Slack-Kanal` → Slack, Kanal."""
    parts, place = [], piece.start
    for word in piece.text.split("-"):
        if word:
            parts.append(Piece("word", word, fold(word), place, place + len(word)))
        place += len(word) + 1
    return parts
