"""Words: folding (case, accents) and tokens with their place in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:['’_-][^\W_]+)*", re.UNICODE)
_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "’": "'"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, folded, and where it stands (`start` inclusive, `end` exclusive)."""

    text: str
    fold: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case without accents: `Vertragsübersicht` → `vertragsubersicht`. Only ligatures change the length."""
    lowered = text.lower().translate(_SPECIAL)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if unicodedata.category(c) != "Mn")


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The words of a text, punctuation left out; `offset` is added to their places."""
    return [Token(m[0], fold(m[0]), m.start() + offset, m.end() + offset) for m in _TOKEN.finditer(text)]


def slug(text: str, limit: int = 40) -> str:
    """A name for machines: `New orders (EU)` → `new_orders_eu`."""
    return re.sub(r"[^a-z0-9]+", "_", fold(text)).strip("_")[:limit].strip("_")


def phrases(text: str) -> tuple[str, ...]:
    """A list of words, in order, written as one text; `_` joins the words of a phrase."""
    return tuple(word.replace("_", " ") for word in text.split())


def word_set(text: str) -> frozenset[str]:
    """A set of words and phrases, written as one text."""
    return frozenset(phrases(text))
