"""What in a prompt is not the manager's wish: quoted texts, attempts to steer the planner, words taken back."""

from __future__ import annotations

import re
from functools import lru_cache

from workforce.workflow.language.lexicon.joining import CORRECTION
from workforce.workflow.language.pieces import DATA_LENGTH, Piece
from workforce.workflow.language.times import FoundSchedule, find_schedules
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.courtesy import unwrapped
from workforce.workflow.planner.knowledge.cues import INJECTION, QUOTED_BLOCK

_FENCED = re.compile(r"```.*?```", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]{1,8000}\"|“[^”]{1,8000}”|„[^“”]{1,8000}[“”]|«[^»]{1,8000}»", re.DOTALL)
_MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|</?[a-zA-Z][^<>]{0,300}>", re.DOTALL | re.IGNORECASE)
_THREAD = re.compile(
    r"-{3,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|mensaje original|"
    r"mensaje reenviado|message d'origine|message transféré|mensagem original|mensagem encaminhada).*",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?\n]*")
_INTRODUCES = re.compile(
    (
        r"\b(below|here) (is|are)\b.{0,80}(says?|wrote|text|mail|page|article|documentation)|hier (ist|steht)|"
        r"voici (le|ce)|aqui (esta|tienes)|segue o"
    ),
    re.IGNORECASE,
)
_REACH_BACK, _REACH_ON = 14, 7
_WHOLE = 6  # words: shorter ones may well be said for each of several things


def clean(prompt: str) -> tuple[str, list[str]]:
    """The prompt without other people's texts and without orders to the planner; and what was left out."""
    ignored: list[str] = []

    def drop_long(match: re.Match[str]) -> str:
        return drop(match) if len(match.group()) > DATA_LENGTH else match.group()

    def drop(match: re.Match[str]) -> str:
        ignored.append(match.group().strip()[:200])
        return " "

    text = prompt.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    text = _FENCED.sub(drop, text)
    text = _QUOTED.sub(drop_long, text)
    text = _MARKUP.sub(" ", text)
    text = _THREAD.sub(drop, text)
    text = QUOTED_BLOCK.sub(drop, text)
    kept: list[str] = []
    said: set[str] = set()
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        if _said_before(sentence, said):
            continue
        if INJECTION.search(fold(sentence)) or (ignored and _INTRODUCES.search(sentence)):
            ignored.append(sentence.strip()[:200])
            kept.append("\n" if "\n" in sentence else " ")
        else:
            kept.append(sentence)
    return unwrapped("".join(kept).strip()), [part for part in ignored if part]


def _said_before(sentence: str, said: set[str]) -> bool:
    """Whether a whole sentence stands there again: a text that was pasted twice is meant once."""
    words = fold(sentence).strip(" .!?\n")
    if len(words.split()) < _WHOLE:
        return False
    known = words in said
    said.add(words)
    return known


def steers(prompt: str) -> bool:
    """Whether a text tries to give orders to the planner instead of describing a worker."""
    return INJECTION.search(fold(prompt)) is not None


_CUES = sorted((tuple(phrase.split()) for phrase in CORRECTION), key=len, reverse=True)


def corrected(found: list[Piece]) -> list[Piece]:
    """Without what was taken back: `our gitlab.. i mean github` → `our github`."""
    index = 0
    while index < len(found):
        anew = _begins_anew(found, index)
        if anew is not None:
            found = found[:anew] + found[index:]
            index = anew
        length = _cue(found, index)
        if length:
            pair = _pair(found, index, index + length)
            if pair is not None:
                found = found[: pair[0]] + found[index + length :]
                index = pair[0]
                continue
        index += 1
    return found


_STARTS = word_set("when whenever if once wenn sobald falls cuando si quand lorsque quando se")
_TAKEN_BACK = word_set("rather no nein non nao hmm mejor plutot melhor besser")


def _begins_anew(found: list[Piece], index: int) -> int | None:
    """`When a video … no: when we publish …` → where the part that was taken back begins."""
    if found[index].fold not in _STARTS or index < 4:
        return None
    lead = next((i for i in range(index - 1, max(-1, index - 4), -1) if found[i].kind == "word"), None)
    if lead is None or found[lead].fold not in _TAKEN_BACK:
        return None
    return next((i for i in range(lead - 1, max(-1, lead - 20), -1) if found[i].fold in _STARTS), None)


_NO = word_set("no nein non nao")


def _cue(found: list[Piece], index: int) -> int:
    if found[index].kind != "word":
        return 0
    if found[index].fold in _NO and index and found[index - 1].kind == "mark" and index + 1 < len(found):
        return 1 if found[index + 1].text == "," or found[index + 1].service or found[index + 1].fold == "to" else 0
    words = [
        word
        for piece in found[index : index + 4]
        for word in (piece.fold.split() if piece.kind == "word" else [piece.fold])
    ]
    for cue in _CUES:
        if tuple(words[: len(cue)]) == cue:
            return _pieces_for(found, index, len(cue))
    return 0


def _pieces_for(found: list[Piece], index: int, words: int) -> int:
    count = 0
    for number, piece in enumerate(found[index:], start=1):
        count += len(piece.fold.split())
        if count >= words:
            return number
    return len(found) - index


_SPECIFIC = word_set("email channel phone url chatid repo number time quote name")


def _sort(piece: Piece) -> str:
    if piece.service:
        return "service"
    if piece.kind in _SPECIFIC:
        return piece.kind
    return ""


def _pair(found: list[Piece], cue: int, behind: int) -> tuple[int, int] | None:
    """(place of what was taken back, place of what is meant): the next thing and the last one of its sort."""
    for place in range(behind, min(len(found), behind + _REACH_ON)):
        sort = _sort(found[place])
        if not sort:
            continue
        for back in range(cue - 1, max(-1, cue - _REACH_BACK), -1):
            if _sort(found[back]) == sort:
                return back, place
        return None
    return None


@lru_cache(maxsize=16)
def schedules_of(text: str, language: str, timezone: str) -> tuple[FoundSchedule, ...]:
    """The schedules of a prompt, worked out once however often they are asked for."""
    return tuple(find_schedules(text, language, timezone))
