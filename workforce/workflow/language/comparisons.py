"""Conditions in words: `the amount is above 2,000`, `country is not Germany`, `score 6 or lower`, `si c'est urgent`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workforce.workflow.language.lexicon.comparing import AFTER_NUMBER, BEFORE_NUMBER
from workforce.workflow.language.lexicon.small import FUNCTION, NOT
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set

_COPULA = word_set(
    "is are was were be been = == equals equal gets says said becomes ist sind war lautet wird gleich es esta "
    "son sea fue est sont soit etait e foi sao seja for estiver for: answers returns to a auf in zu contains "
    "contain includes containing enthalt contiene contient contem contenga marked goes moves changes turns "
    "set equals: status pase passe passar mudar vire wechselt ha mentions mention"
)
_CONTAINS = word_set(
    "contains contain containing includes include including mentions mention enthalt enthalten beinhaltet "
    "contiene contienen contenga incluye contient contiennent inclut contem contenha inclui mit with"
)
_EMPTY = word_set(
    "missing empty blank fehlt fehlen leer falta faltan vacio vacia manque manquante vide vazio vazia ausente "
    "nothing nichts nada rien none ningun ninguno ninguna keine kein nenhum nenhuma aucun aucune"
)
_UNITS = word_set(
    "eur euro euros usd dollar dollars gbp pounds chf brl reais mxn pesos stuck units unidades unites days "
    "tagen tage dias jours hours stunden horas heures percent prozent por ciento items artikel people points"
)
_CARRY = word_set(
    "the a an its their our this that these those he she it they somebody someone any one el la los las un "
    "una le les l une der die das den dem ein eine einen o os as um uma ce cette c'est"
)


@dataclass(slots=True)
class Comparison:
    """One condition.

    subject: the words for what is looked at; op: eq, neq, gt, gte, lt, lte, contains, empty, filled; values: texts or
    numbers.
    """

    subject: str
    op: str
    values: list[str | float] = field(default_factory=list)
    text: str = ""
    end: int = 0
    unit: str = ""

    @property
    def numeric(self) -> bool:
        """Whether it compares with a number."""
        return bool(self.values) and isinstance(self.values[0], float)


def number_of(text: str) -> float | None:
    """`2,000` → 2000.0, `1.250,50 €` → 1250.5, `10k` → 10000.0; None when it is no number."""
    raw = re.sub(r"[€$£%\s]", "", text.lower())
    thousand = raw.endswith("k")
    raw = raw.rstrip("k")
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", raw):
        raw = re.sub(r"[.,]", "", raw)
    elif re.search(r"[.,]\d{3}[.,]\d{1,2}$", raw) or re.fullmatch(r"\d+[.,]\d{1,2}", raw):
        head, _, tail = raw.rpartition("," if raw.rfind(",") > raw.rfind(".") else ".")
        raw = re.sub(r"[.,]", "", head) + "." + tail
    try:
        return float(raw) * (1000 if thousand else 1)
    except ValueError:
        return None


def _phrases(table: dict[str, tuple[str, ...]]) -> list[tuple[tuple[str, ...], str]]:
    found = [(tuple(phrase.split()), op) for op, phrases in table.items() for phrase in phrases]
    return sorted(found, key=lambda row: -len(row[0]))


_BEFORE, _AFTER = _phrases(BEFORE_NUMBER), _phrases(AFTER_NUMBER)


def numeric(pieces: list[Piece]) -> Comparison | None:
    """The first comparison with a number in these pieces; None when there is none that is said as one."""
    flat = _flat(pieces)
    for index, (_word, piece) in enumerate(flat):
        if piece.kind != "number" or (value := number_of(piece.value or piece.text)) is None:
            continue
        if (
            index + 2 < len(flat)
            and flat[index + 1][0] in ("-", "to", "bis", "a")
            and flat[index + 2][1].kind == "number"
        ):
            continue
        op, start = _before(flat, index)
        if op and start and flat[start - 1][1].kind in ("number", "time"):
            continue  # the end of a range
        values: list[str | float] = [value]
        after = _behind(flat, index)
        if after:
            op, start = after, index if start > index else start
        elif not op:
            more = _alternatives(flat, index)
            if not (more or _copula_before(flat, index)):
                continue
            op, values = "eq", [value, *more]
        if op == "eq" and any(word in NOT for word, _ in flat[max(0, index - 3) : index]):
            op = "neq"
        if op == "neq" and not start < index and not any(word in NOT for word, _ in flat[:index]):
            op = "eq"
        subject = _subject(flat[:start])
        if op != "eq" and _EXISTS.match(" ".join(word for word, _ in flat[:start])):
            subject = COUNT
        return Comparison(subject, op, values, _text(pieces), piece.end, _unit(flat, index))
    return None


COUNT = "(count)"  # what is compared is how many there are
_EXISTS = re.compile(
    r"(?:there (?:are|is|were|have been)|we (?:have|got|get)|il y (?:en )?a|l y (?:en )?a|y (?:en )?a|"
    r"on (?:en )?a|hay|hubo|haya|"
    r"es (?:gibt|sind|waren)|es|(?:se )?(?:houver|tiver|ha|existirem)|the (?:number|count)|(?:la )?cantidad|"
    r"le nombre|die anzahl|"
    r"o numero|o total de)\b"
)


def _flat(pieces: list[Piece]) -> list[tuple[str, Piece]]:
    flat: list[tuple[str, Piece]] = []
    for piece in pieces:
        words = piece.fold.split() if piece.kind == "word" else [piece.fold]
        flat += [(word, piece) for word in words]
    return flat


def _before(flat: list[tuple[str, Piece]], index: int) -> tuple[str, int]:
    for end in (index, index - 1, index - 2):
        if end < 1 or (end < index and flat[end][0] not in FUNCTION | _UNITS | {"€", "$", "a", "eur"}):
            break
        for phrase, op in _BEFORE:
            start = end - len(phrase)
            if start >= 0 and tuple(word for word, _ in flat[start:end]) == phrase:
                return op, start
    return "", index


_SYMBOLS = word_set("€ $ years jahre anos ans points punkte puntos")


def _behind(flat: list[tuple[str, Piece]], index: int) -> str:
    start = index + 1
    for _ in range(3):
        for phrase, op in _AFTER:
            if tuple(word for word, _ in flat[start : start + len(phrase)]) == phrase:
                return op
        if start >= len(flat) or flat[start][0] not in _UNITS | _SYMBOLS:
            break
        start += 1
    return ""


def _alternatives(flat: list[tuple[str, Piece]], index: int) -> list[float]:
    """`9 or 10`, `7/8`: further numbers beside the first."""
    more: list[float] = []
    place = index + 1
    while (
        place + 1 < len(flat)
        and flat[place][0] in ("or", "oder", "o", "ou", "/", "and", "und", "y", "et", "e", ",")
        and flat[place + 1][1].kind == "number"
    ):
        value = number_of(flat[place + 1][1].text)
        if value is not None:
            more.append(value)
        place += 2
    return more


_CODES = word_set("of with mit code score status = nps")


def _copula_before(flat: list[tuple[str, Piece]], index: int) -> bool:
    return index > 0 and (flat[index - 1][0] in _COPULA or flat[index - 1][0] in _CODES)


_JOINED = word_set("and und y et e")
_RANGE = word_set("- – to bis a until and und y et e")
_BETWEEN = word_set("between zwischen entre from von de")


def between(pieces: list[Piece]) -> list[Comparison]:
    """`15-30 days`, `between 10 and 20`: both bounds of a range of numbers; empty without one."""
    flat = _flat(pieces)
    for index in range(len(flat) - 2):
        (low, first), (joint, _), (high, last) = flat[index : index + 3]
        if first.kind != "number" or last.kind != "number" or joint not in _RANGE:
            continue
        if joint in _JOINED and (not index or flat[index - 1][0] not in _BETWEEN):
            continue
        values = number_of(first.value or low), number_of(last.value or high)
        if values[0] is None or values[1] is None or values[0] >= values[1]:
            continue
        subject, text, unit = _subject(flat[:index]), _text(pieces), _unit(flat, index + 2)
        return [
            Comparison(subject, "gte", [values[0]], text, first.end, unit),
            Comparison(subject, "lte", [values[1]], text, last.end, unit),
        ]
    return []


_SPANS = {
    "days": word_set("day days tag tage tagen dia dias jour jours"),
    "hours": word_set("hour hours stunde stunden hora horas heure heures"),
    "weeks": word_set("week weeks woche wochen semana semanas semaine semaines"),
    "months": word_set("month months monat monate monaten mes meses mois"),
}


def _unit(flat: list[tuple[str, Piece]], index: int) -> str:
    """The span of time a number counts: `3 days` → days; empty for other numbers."""
    word = flat[index + 1][0] if index + 1 < len(flat) else ""
    return next((unit for unit, forms in _SPANS.items() if word in forms), "")


def several(pieces: list[Piece]) -> list[Comparison]:
    """All conditions that `and` joins: `status is failed and the branch is main`; one where there is one."""
    places = [i for i, p in enumerate(pieces) if p.fold in _JOINED and 1 < i < len(pieces) - 2]
    for place in places:
        left, right = pieces[:place], pieces[place + 1 :]
        if _says(left) and _says(right):
            first, rest = numeric(left) or worded(left), several(right)
            if first is not None and first.subject and rest and rest[0].subject:
                return [first, *rest]
    found = numeric(pieces) or worded(pieces)
    return [found] if found is not None else []


def _says(pieces: list[Piece]) -> bool:
    """Whether pieces by themselves say that something is so."""
    words = {word for word, _ in _flat(pieces)[1:]}
    return bool(words & _VERBS_OF_BEING) or numeric(pieces) is not None


_VERBS_OF_BEING = word_set("is are was were = == equals ist sind war es esta est sont e esta for contains contiene")


def worded(pieces: list[Piece]) -> Comparison | None:
    """A condition without a number: equality with a word, emptiness, membership; None when nothing can be compared."""
    flat = [(word, piece) for word, piece in _flat(pieces) if piece.kind != "time"]
    words = [word for word, _ in flat]
    negative = any(word in NOT or word.endswith("n't") for word in words) and not any(w in _EMPTY for w in words)
    if any(word in _EMPTY for word in words):
        place = next(i for i, word in enumerate(words) if word in _EMPTY)
        negated = place > 0 and words[place - 1] in ("not", "nicht", "no", "pas", "nao")
        what = _subject(flat[:place]) or _subject(flat[place + 1 :])
        return Comparison(what, "filled" if negated else "empty", [], _text(pieces), flat[-1][1].end)
    split = _split(flat)
    if split is None:
        return _bare(flat, pieces, negative)
    subject, rest = split
    values = _values(rest)
    if not values:
        return None
    contains = any(word in _CONTAINS for word in words)
    op = "neq" if negative else "contains" if contains else "eq"
    named = next((piece.names for _, piece in rest if piece.kind in ("quote", "name") and piece.names), "")
    return Comparison(
        _subject(subject) or (named if named in ("status", "stage") else ""),
        op,
        list(values),
        _text(pieces),
        flat[-1][1].end,
    )


_BECOMES = word_set("to a in zu auf status with mit")


def _split(flat: list[tuple[str, Piece]]) -> tuple[list[tuple[str, Piece]], list[tuple[str, Piece]]] | None:
    places = [
        i for i, (word, piece) in enumerate(flat) if word in _COPULA and piece.text not in ("à",) and i < len(flat) - 1
    ]
    if not places:
        return None
    strong = [i for i in places if flat[i][0] not in _BECOMES]
    place = (strong or places)[-1 if not strong else 0]
    if flat[place][0] in ("=", "=="):
        return flat[:place][-2:], flat[place + 1 :]
    equals = next((i for i in places if flat[i][0] in ("=", "==")), None)
    if equals is not None:
        return flat[max(0, equals - 1) : equals], flat[equals + 1 : equals + 3]
    return flat[:place], flat[place + 1 :]


_EITHER = word_set("or oder o ou , / and und y et e")


def _values(rest: list[tuple[str, Piece]]) -> list[str]:
    quoted = [piece.content for _, piece in rest if piece.kind in ("quote", "name", "email", "channel")]
    if quoted:
        return quoted
    values: list[str] = []
    current: list[str] = []
    for word, piece in rest:
        if word in _EITHER or piece.kind == "mark":
            if current:
                values.append(" ".join(current))
            current = []
            if piece.kind == "mark" and piece.text in "()":
                break
        elif word not in FUNCTION | NOT | _COPULA or (piece.text.isupper() and len(piece.text) > 1):
            current.append(piece.text if piece.kind != "word" or " " not in piece.fold else word)
            if len(current) == 3:
                break
    if current:
        values.append(" ".join(current))
    return values[:5]


def _bare(flat: list[tuple[str, Piece]], pieces: list[Piece], negative: bool) -> Comparison | None:
    """`with priority urgent`, `c'est urgent`, `he ticked opt in`: a thing and how it is, without a verb between."""
    content = [
        (word, piece)
        for word, piece in flat
        if word not in FUNCTION | NOT | {"c'est", "with", "mit", "con", "avec", "com"}
        and piece.kind in ("word", "quote", "name")
    ]
    if not content:
        return None
    value = content[-1][1].content
    subject = " ".join(piece.content for _, piece in content[:-1][-2:])
    return Comparison(subject, "neq" if negative else "eq", [value], _text(pieces), flat[-1][1].end)


def _subject(flat: list[tuple[str, Piece]]) -> str:
    """What is compared: the content words in front, at most three, without articles and verbs of being."""
    kept = [
        piece.content if " " not in piece.fold else word
        for word, piece in flat
        if piece.kind in ("word", "name", "quote") and word not in FUNCTION | NOT | _COPULA | _CARRY
    ]
    return " ".join(kept[-3:])


def _text(pieces: list[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)
