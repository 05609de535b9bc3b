"""What the plan says, a language a module. A phrase missing in one is said in English.

A recipe is a template for an operation: `{input}` is an input in words, `[…]` is left out when one inside is missing,
`/` in a name goes into a group (`{options/ccEmail}`).
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

SPOKEN = ("en", "de")


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's words. `say` for the fixed phrases, `recipes` by operation id, `operators` by n8n's operation."""

    language: str
    phrases: Mapping[str, str]
    recipes: Mapping[str, str]
    operators: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """A fixed phrase with its values."""
        return self.phrases[key].format(**values)


@lru_cache(maxsize=8)
def phrases_of(language: str) -> Phrases:
    """The phrases of a language (ISO 639-1)."""
    code = language[:2].lower()
    english = import_module(f"{__name__}.en")
    own = import_module(f"{__name__}.{code}") if code in SPOKEN else english
    tables = [ChainMap(getattr(own, name), getattr(english, name)) for name in ("PHRASES", "RECIPES", "OPERATORS")]
    return Phrases(code if code in SPOKEN else "en", *tables)
