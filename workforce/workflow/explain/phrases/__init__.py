"""What the plan says, a language a module. A phrase missing in one is said in English.

A recipe is a template for an operation: `{input}` is an input in words, `[…]` is left out when one inside is missing or
is as it always is, `/` in a name goes into a group (`{options/ccEmail}`). A recipe for `operation?input=value` is for
that value only.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

SPOKEN = ("en", "de", "es", "fr", "pt")
TABLES = ("PHRASES", "RECIPES", "OPERATORS", "SERVICES", "CONNECTIONS", "SETTINGS", "HAPPENINGS", "VERBS")


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's words.

    phrases: the fixed ones, for `say`; recipes: by operation id; operators: by n8n's operation; services, settings:
    what people call them; connections: by credential type; happenings: what a past participle says of a thing;
    verbs: an action's first word; things: (article with noun, as an object, plural) by English noun.
    """

    language: str
    things: dict[str, tuple[str, str, str]]
    phrases: ChainMap[str, str]
    recipes: ChainMap[str, str]
    operators: ChainMap[str, str]
    services: ChainMap[str, str]
    connections: ChainMap[str, str]
    settings: ChainMap[str, str]
    happenings: ChainMap[str, str]
    verbs: ChainMap[str, str]

    def say(self, key: str, **values: object) -> str:
        """A fixed phrase with its values."""
        return self.phrases[key].format(**values)

    def listed(self, said: list[str]) -> str:
        """`a, b and c`."""
        return f" {self.say('and')} ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)

    def recipes_for(self, operation: str) -> Iterator[tuple[str, str, str]]:
        """Recipes of an operation as (input, value, template), the language's own and the special ones first."""
        for table in self.recipes.maps:
            for key, template in table.items():
                name, _, condition = key.partition("?")
                if name == operation and condition:
                    path, _, value = condition.partition("=")
                    yield path, value, template
            if operation in table:
                yield "", "", table[operation]


@lru_cache(maxsize=8)
def phrases_of(language: str) -> Phrases:
    """The phrases of a language (ISO 639-1)."""
    code = language[:2].lower()
    english = import_module(f"{__name__}.en")
    own = import_module(f"{__name__}.{code}") if code in SPOKEN else english
    tables = [ChainMap(dict(getattr(own, name)), dict(getattr(english, name))) for name in TABLES]
    return Phrases(code if code in SPOKEN else "en", dict(own.THINGS), *tables)
