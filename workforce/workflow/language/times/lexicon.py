"""Words of a language, and how text becomes lexemes: what each piece may mean, in terms all languages share.

Senses (the keys of `Lexeme.senses`) and their values:
every · number n · ordinal n · last · unit (name, size) · weekday (day, plural) · shortday day · workdays plural ·
weekend · month m · part name · adverb (unit, size, times) · adjective the same · count n · times · per · clock (h, m) ·
hourslike (h, m) · meridiem am/pm · oclock · before_hour minutes · after_hour minutes · at · on · of · and · to ·
between · from · except · only · other · half · the · correct · begin · end · filler · previous · next · this ·
day_shift n · ago · within · before · after · since · make · zone name · zonecue · date (y, m, d) · workday · day
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from workforce.workflow.language.times.tokens import Token, fold, tokens

_DELETION_LENGTH = 5
_LONG = 8


@dataclass(slots=True)
class Lexeme:
    """A piece of text with everything it may mean; `stop` ends a sentence, `opaque` is never language."""

    start: int
    end: int
    text: str
    senses: dict[str, Any] = field(default_factory=dict)
    stop: bool = False
    opaque: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """What one language calls things. `senses`: sense → {value: phrases}, as people write them, parted by " | ".

    ordinal_marks: what follows a digit to make it an ordinal; fuzzy: senses whose long words are found misspelt too;
    known: correct words that look like a misspelling of one of ours; dotted_ordinals: "15." is the fifteenth;
    suffixes: word endings that are words of their own behind a weekday ("Montagabend").
    """

    code: str
    senses: Mapping[str, Mapping[Any, str]]
    ordinal_marks: tuple[str, ...] = ()
    fuzzy: tuple[str, ...] = ("every", "weekday", "adverb", "workdays", "weekend", "month", "unit")
    known: frozenset[str] = frozenset()
    dotted_ordinals: bool = False
    suffixes: Mapping[str, str] = field(default_factory=dict)

    def said(self, sense: str) -> dict[str, Any]:
        """The phrases of a sense, each with its value."""
        return {phrase: value for value, some in self.senses.get(sense, {}).items() for phrase in some.split(" | ")}

    @cached_property
    def phrases(self) -> dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]]:
        """First word → phrases that begin with it, the longest first, with their senses."""
        found: dict[tuple[str, ...], dict[str, Any]] = {}
        for sense in self.senses:
            for phrase, value in self.said(sense).items():
                for spelling in _spellings(phrase):
                    found.setdefault(spelling, {})[sense] = value
        table: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
        for words in sorted(found, key=len, reverse=True):
            table.setdefault(words[0], []).append((words, found[words]))
        return table

    @cached_property
    def deletions(self) -> dict[str, str]:
        """A long word with one letter missing → the word."""
        table: dict[str, str] = {}
        for sense in self.fuzzy:
            for phrase in self.said(sense):
                word = fold(phrase)[0]
                if word.isalpha() and len(word) >= _DELETION_LENGTH:
                    table.setdefault(word, word)
                    for index in range(1, len(word)):
                        table.setdefault(word[:index] + word[index + 1 :], word)
        return table

    def nearest(self, word: str) -> str:
        """The vocabulary's word that this one misspells by one letter (or two swapped ones), else empty."""
        if len(word) < _DELETION_LENGTH - 1 or word in self.known or word in self.phrases:
            return ""
        candidates = [word, *(word[:index] + word[index + 1 :] for index in range(1, len(word)))]
        for candidate in candidates:
            right = self.deletions.get(candidate)
            if right and right[0] == word[0] and _one_slip(word, right):
                return right
        return ""


def _one_slip(word: str, right: str) -> bool:
    """A letter too many or too few, two swapped, or (in long words) one wrong."""
    if len(word) != len(right):
        return abs(len(word) - len(right)) == 1
    return sorted(word) == sorted(right) or len(word) >= _LONG


def _spellings(phrase: str) -> set[tuple[str, ...]]:
    """The phrase as token texts, with and without its umlauts written out."""
    written_out = phrase.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return {tuple(token.text for token in tokens(form)) for form in (phrase, written_out)}


def lexemes(text: str, vocabulary: Vocabulary) -> list[Lexeme]:
    """The text's lexemes: phrases of the vocabulary, numbers, times of day, dates, and everything else."""
    pieces = tokens(text)
    result: list[Lexeme] = []
    index = 0
    while index < len(pieces):
        taken, lexeme = _lexeme(text, pieces, index, vocabulary)
        result.extend(_parted(lexeme, vocabulary))
        index += taken
    return result


def _parted(lexeme: Lexeme, vocabulary: Vocabulary) -> list[Lexeme]:
    """ "Montagabend" as "Montag" and "abend"."""
    for ending, word in vocabulary.suffixes.items():
        stem = lexeme.text.removesuffix(ending)
        if stem != lexeme.text and not lexeme.senses and stem in vocabulary.phrases:
            senses = dict(vocabulary.phrases[stem][-1][1])
            if "weekday" in senses:
                middle = lexeme.end - len(ending)
                rest = dict(vocabulary.phrases[word][-1][1])
                return [Lexeme(lexeme.start, middle, stem, senses), Lexeme(middle, lexeme.end, word, rest)]
    return [lexeme]


def _lexeme(text: str, pieces: list[Token], index: int, vocabulary: Vocabulary) -> tuple[int, Lexeme]:
    piece = pieces[index]
    if piece.kind in {"opaque", "zone"}:
        return 1, Lexeme(piece.start, piece.end, piece.text, {"zonename": text[piece.start : piece.end]}, opaque=True)
    if piece.kind in {"clock", "hours", "date", "number"}:
        return _numeric(text, pieces, index, vocabulary)
    if piece.kind == "line":
        return 1, Lexeme(piece.start, piece.end, "\n", stop=True)
    taken, senses = _phrase(pieces, index, vocabulary)
    if taken:
        return taken, Lexeme(piece.start, pieces[index + taken - 1].end, piece.text, senses)
    if piece.kind == "word":
        right = vocabulary.nearest(piece.text)
        senses = dict(vocabulary.phrases[right][-1][1]) if right else {}
        return 1, Lexeme(piece.start, piece.end, piece.text, senses)
    ends = piece.text in "!?;" or (piece.text == "." and text[piece.end : piece.end + 1] in {"", " ", "\n", "\t"})
    return 1, Lexeme(piece.start, piece.end, piece.text, {"comma": True} if piece.text == "," else {}, stop=ends)


def _phrase(pieces: list[Token], index: int, vocabulary: Vocabulary) -> tuple[int, dict[str, Any]]:
    for words, senses in vocabulary.phrases.get(pieces[index].text, []):
        window = pieces[index : index + len(words)]
        if len(window) == len(words) and all(piece.text == word for piece, word in zip(window, words, strict=True)):
            return len(words), dict(senses)
    return 0, {}


def _numeric(text: str, pieces: list[Token], index: int, vocabulary: Vocabulary) -> tuple[int, Lexeme]:
    piece = pieces[index]
    lexeme = Lexeme(piece.start, piece.end, piece.text)
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if piece.kind == "clock":
        hour, minute = (int(part) for part in piece.text.split(":")[:2])
        if hour <= 24 and minute < 60:
            lexeme.senses["clock"] = (hour, minute)
        return 1, lexeme
    if piece.kind == "hours":
        hours, _, rest = piece.text.replace(" ", "").partition("h")
        minutes = int(rest) if rest.isdigit() else 0
        if int(hours) <= 24 and minutes < 60:
            lexeme.senses["hourslike"] = (int(hours), minutes, not rest.isdigit())
        return 1, lexeme
    if piece.kind == "date":
        lexeme.senses["date"] = _date(piece.text)
        return 1, lexeme
    if not piece.text.isdigit():
        whole, _, rest = piece.text.partition(".")
        if rest.isdigit() and len(rest) == 2 and int(whole or 99) <= 24 and int(rest) < 60:
            lexeme.senses["dotted"] = (int(whole), int(rest))
        return 1, lexeme
    if len(piece.text) > 6:  # longer numbers are ids and telephone numbers
        return 1, lexeme
    value = int(piece.text)
    lexeme.senses["number"] = value
    if following and following.start == piece.end and value <= 31:
        if following.text in vocabulary.ordinal_marks:
            lexeme.senses = {"ordinal": value}
            lexeme.end = following.end
            return 2, lexeme
        after = text[following.end : following.end + 2].lstrip()
        if vocabulary.dotted_ordinals and following.text == "." and after and not after[0].isdigit():
            lexeme.senses["ordinal"] = value
            lexeme.end = following.end
            return 2, lexeme
    return 1, lexeme


def _date(text: str) -> tuple[int, int, int] | None:
    if "-" in text:
        year, month, day = (int(part) for part in text.split("-"))
    else:
        day, month, year = (int(part) for part in text.replace("/", ".").split("."))
        if month > 12:  # 03/28/2027 can only be the American order
            day, month = month, day
    return (year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
