"""Text cut into tokens: folded to plain lower-case letters, each with its place in the original text."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_PATTERN = re.compile(
    r"""
    (?P<opaque> https?://[^\s<>"']{1,2000} | www\.\S{1,2000}
        | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6} | [\#@][\w-]{1,80}
        | [a-z][\w-]{0,60}\.(?:com|io|org|net|ai|app|dev|example|co|de|fr|es|br|pt|eu|csv|pdf|xlsx)\b(?:/\S{0,500})?
        | [a-z]{1,20}_[\w]{1,60} )
  | (?P<zone> [a-z]{3,12}/[a-z_]{3,30}(?:/[a-z_]{3,30})? )
  | (?P<date> \d{4}-\d\d-\d\d | \d{1,2}[./]\d{1,2}[./]\d{4} )
  | (?P<clock> \d{1,2}:\d\d(?::\d\d)? (?!\d) )
  | (?P<hours> \d{1,2}\s?h\s?\d\d(?!\d) | \d{1,2}\s?h(?:s|rs)?(?![a-z]) )
  | (?P<number> \d+(?:[.,]\d+)* )
  | (?P<word> [^\W\d_]+ )
  | (?P<line> \n )
  | (?P<mark> [^\w\s] | _ )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A piece of text: its kind (opaque, zone, date, clock, hours, number, word, line, mark) and original span."""

    kind: str
    text: str
    start: int
    end: int


def fold(text: str) -> tuple[str, list[int]]:
    """The text in lower case without accents, and for each folded character where it stood (one more at the end)."""
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKD", "ss" if character == "ß" else character).lower():
            if not unicodedata.combining(letter):
                folded.append(letter)
                places.append(place)
    places.append(len(text))
    return "".join(folded), places


def tokens(text: str) -> list[Token]:
    """All tokens of the text, in order; time linear in its length."""
    folded, places = fold(text)
    return [
        Token(match.lastgroup or "mark", match.group(), places[match.start()], places[match.end() - 1] + 1)
        for match in _PATTERN.finditer(folded)
    ]
