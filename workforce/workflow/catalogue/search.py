"""Finding operations by words: BM25 over weighted fields, service names also when misspelt."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

K1, B = 1.2, 0.6
SERVICE_BOOST = 6.0
SHORTEST_GUESS, LONG_NAME = 4, 8
WEIGHTS = {"service": 3, "resource": 2, "title": 3, "action": 2, "aliases": 1, "description": 1}
SUFFIXES = ("ies", "ing", "ed", "es", "s")
EMPTY = frozenset(
    ("a an and the to of in on for with from by is are be it this that i my we our your or as at").split()  # noqa: SIM905
)


@functools.lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """A word without its ending, so that `sends`, `sending` and `send` meet, and `summarise` and `summarize`."""
    word = re.sub("is(?=(e|es|ed|ing)$)", "iz", word) if len(word) > 6 else word
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)] + ("y" if suffix == "ies" else "")
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def words(text: str) -> list[str]:
    """Lower-case stems of a text, empty words left out; a camel-case word also gives its parts."""
    parts = [part for word in re.findall(r"\w+", text) for part in (word, *_humps(word))]
    return [stem(part) for part in map(str.lower, parts) if part not in EMPTY]


def _humps(word: str) -> list[str]:
    parts = re.split(r"(?<=[a-z0-9])(?=[A-Z])", word)
    return parts if len(parts) > 1 else []


class Index:
    """An inverted index. Documents are numbered in the order given; the order decides ties."""

    def __init__(self, documents: Iterable[dict[str, str]]) -> None:
        """documents: text by field (`WEIGHTS`); `service` also joins the names that misspellings are held against."""
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._lengths: list[int] = []
        self._services: dict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(documents):
            counts: Counter[str] = Counter()
            for field, weight in WEIGHTS.items():
                for word in words(document.get(field, "")):
                    counts[word] += weight
            for word, count in counts.items():
                self._postings[word].append((number, count))
            self._lengths.append(sum(counts.values()))
            self._services[" ".join(map(stem, plain(document["service"]).split()))].append(number)
        self._mean = sum(self._lengths) / max(1, len(self._lengths))
        self._names = sorted(self._services)

    def search(self, text: str, limit: int) -> list[tuple[int, float]]:
        """The best documents with their scores, best first."""
        scores: dict[int, float] = defaultdict(float)
        named = self.services(text)
        guessed = [part for name, likeness in named if likeness < 1 for part in name.split()]
        for word in dict.fromkeys([*words(text), *guessed]):
            postings = self._postings.get(word, ())
            weight = math.log(1 + (len(self._lengths) - len(postings) + 0.5) / (len(postings) + 0.5))
            for number, count in postings:
                norm = K1 * (1 - B + B * self._lengths[number] / self._mean)
                scores[number] += weight * count * (K1 + 1) / (count + norm)
        for name, likeness in named:
            for number in self._services[name]:
                scores[number] += SERVICE_BOOST * likeness * (1 + min(len(name), 20) / 40)
        return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]

    def services(self, text: str) -> list[tuple[str, float]]:
        """Service names (`plain`, stems) in the text with how alike they are (0..1); exact ones shut others out."""
        tokens = [stem(word) for word in plain(text).split()]
        spans = dict.fromkeys(" ".join(tokens[i : i + n]) for n in (3, 2, 1) for i in range(len(tokens) - n + 1))
        exact = [(span, 1.0) for span in spans if span in self._services]
        return exact or self._misspelt(spans)

    def _misspelt(self, spans: Iterable[str]) -> list[tuple[str, float]]:
        """A word that the index knows is no misspelling; one slip in a short name, two in a long one."""
        found: dict[str, float] = {}
        for span in spans:
            if len(span) < SHORTEST_GUESS or all(word in self._postings for word in span.split()):
                continue
            slips = 1 if len(span) < LONG_NAME else 2
            for name, distance, _ in process.extract(
                span, self._names, scorer=OSA.distance, score_cutoff=slips, limit=3
            ):
                if abs(len(name) - len(span)) <= slips and name[0] == span[0]:
                    found[name] = max(found.get(name, 0.0), 1 - distance / max(len(name), len(span)))
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def plain(name: str) -> str:
    """`Google Sheets` → `google sheets`: how service names are compared."""
    return " ".join(re.findall(r"\w+", name.lower()))
