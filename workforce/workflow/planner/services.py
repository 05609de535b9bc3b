"""The services a prompt can name: one a family of nodes (`slack` = Slack + Slack Trigger), by any of its names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from workforce.workflow.catalogue import Catalogue, Operation
from workforce.workflow.language.words import fold, word_set
from workforce.workflow.planner.knowledge.names import ALIASES, CAPITALISED_ONLY, NEVER

_LONGEST_NAME = 5
_SHORTEST_GUESS = 6
_BESIDE = word_set(
    "on in into to from via our the your my with of an auf aus bei per uber im ins unser unserem en de del "
    "desde a al nuestro nuestra con dans sur notre depuis par vers no na do da nosso nossa pelo pela em para "
    "new neue nuevo novo nouveau"
)


@dataclass(slots=True)
class Service:
    """A family of nodes. key: the action node's name in lower case without `Trigger`; name: as shown to people."""

    key: str
    name: str
    actions: list[Operation] = field(default_factory=list)
    triggers: list[Operation] = field(default_factory=list)


_CONTAINERS = word_set(
    "channel channels kanal canal chat folder ordner carpeta dossier pasta board issue issues ticket tickets"
)


class Services:
    """All services of a catalogue and their names."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.by_key: dict[str, Service] = {}
        for operation in catalogue.offered():
            if operation.is_sub_node:
                continue
            key = _key(operation)
            service = self.by_key.setdefault(key, Service(key, operation.service))
            (service.triggers if operation.is_trigger else service.actions).append(operation)
            if not operation.is_trigger:
                service.name = operation.service
        self._names: dict[str, str] = {}
        for key, service in self.by_key.items():
            parts = service.actions + service.triggers
            if key not in NEVER and not any("langchain" in op.node_type for op in parts):
                self._names.setdefault(fold(service.name), key)
                self._names.setdefault(key, key)
        for key, names in ALIASES.items():
            if key in self.by_key:
                self._names.update((fold(name), key) for name in names.split("|"))
        self._words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, key in self._names.items():
            words = tuple(name.replace("-", " ").replace(".", " ").split())
            if words and len(words) <= _LONGEST_NAME:
                self._words.setdefault(words[0], []).append((words, key))
        for options in self._words.values():
            options.sort(key=lambda option: -len(option[0]))
        self._guessable = sorted(
            {
                n
                for n in self._names
                if len(n) >= _SHORTEST_GUESS and " " not in n and self._names[n] not in CAPITALISED_ONLY
            }
        )

    def get(self, key: str) -> Service | None:
        """The service of that key."""
        return self.by_key.get(key)

    def at(self, words: list[str], written: list[str], index: int) -> tuple[str, int]:
        """The service whose name begins at a word and the number of words it takes; ("", 0) if none."""
        for name, key in self._words.get(words[index], ()):
            if tuple(words[index : index + len(name)]) != name:
                continue
            if (
                len(name) == 1
                and (name[0] in CAPITALISED_ONLY or key in CAPITALISED_ONLY)
                and not self._meant(words, written, index)
            ):
                continue
            return key, len(name)
        guess = self._guess(words[index])
        return (guess, 1) if guess else ("", 0)

    def misspelt(self, word: str) -> bool:
        """Whether a folded word is a service's name only by a slip: `salesfroce`."""
        return word not in self._words and bool(self._guess(word))

    def _meant(self, words: list[str], written: list[str], index: int) -> bool:
        if index + 1 < len(words) and words[index + 1] in _CONTAINERS:
            return True
        capital = written[index][:1].isupper()
        beside = index > 0 and words[index - 1] in _BESIDE
        follows = index > 0 and words[index - 1] in ("google", "ms", "microsoft")
        if len(words[index]) == 1:
            return capital and beside
        return follows or (capital and (beside or index > 0))

    @lru_cache(maxsize=50_000)  # noqa: B019 - lives as long as its catalogue
    def _guess(self, word: str) -> str:
        """A misspelt name: one slip, two in a long one, same first letter."""
        if len(word) < _SHORTEST_GUESS or not word.isalpha():
            return ""
        slips = 1 if len(word) < 9 else 2
        best = min(
            (
                (OSA.distance(word, name, score_cutoff=slips), name)
                for name in self._guessable
                if name[0] == word[0] and abs(len(name) - len(word)) <= slips
            ),
            default=(slips + 1, ""),
        )
        return self._names[best[1]] if 0 < best[0] <= slips and not _ordinary(word) else ""


def _key(operation: Operation) -> str:
    return operation.node_type.split(".")[-1].removesuffix("Trigger").lower() or "trigger"


_ORDINARY = word_set(
    "clause clauses travel trellis strips stripes asanas zooms chunks gotten linear stacks string slacks "
    "twiddle wisely "
    "calendar calendars discard discards notions notional notation airtight customer customers customary "
    "calling airtime drives driver shopping"
)


def _ordinary(word: str) -> bool:
    from workforce.workflow.language.lexicon import nouns, verbs

    return word in _ORDINARY or any(
        table(code).word(word) for table in (verbs, nouns) for code in ("en", "de", "es", "fr", "pt")
    )
