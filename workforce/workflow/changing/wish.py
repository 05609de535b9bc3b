"""One wish, read: its pieces with their meanings, what it says of time, and what else is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workforce.workflow.catalogue import Catalogue
from workforce.workflow.changing import cues
from workforce.workflow.changing.context import services_of
from workforce.workflow.language.clauses import PRONOUNS, clauses
from workforce.workflow.language.detect import detect
from workforce.workflow.language.lexicon.small import FUNCTION
from workforce.workflow.language.names import bind_names
from workforce.workflow.language.pieces import Piece, annotate, pieces
from workforce.workflow.language.times.finding import marked_lexemes
from workforce.workflow.language.times.grammar import Grammar
from workforce.workflow.language.times.languages import known
from workforce.workflow.language.times.lexicon import Lexeme
from workforce.workflow.language.times.reader import Element
from workforce.workflow.language.words import fold
from workforce.workflow.planner.intents import Request
from workforce.workflow.planner.reading import read
from workforce.workflow.planner.services import Services
from workforce.workflow.schedule import Cron, Schedule, words
from workforce.workflow.spec import WorkerSpec

TELLING_TIME = frozenset(
    [
        "times",
        "range",
        "days",
        "except",
        "only",
        "interval",
        "count",
        "countdays",
        "daily",
        "dailytime",
        "date",
        "cron",
        "monthdays",
        "nth",
        "months",
        "exceptmonths",
        "businesshours",
    ]
)
EVERY_DAY = Schedule(rules=[Cron(expression="0 9 * * *")])
STRETCH = re.compile(r"(?:(?!\s(?:and|und|y|e|et)\s|,).)+", re.IGNORECASE)
CONTENT = frozenset(["email", "channel", "url", "quote", "name", "handle", "phone", "chatid"])
AND_FIRST = re.compile(r"^[\s,]*(?:(?:and|und|y|e|et|&)\s+)?(?:(?:then|dann|luego|puis|depois)\s+)?", re.IGNORECASE)
OPENERS = (cues.ALSO, cues.STOP, cues.SKIP, cues.NAMED, cues.OLD_FIRST)


@dataclass(frozen=True, slots=True)
class Wish:
    """What one part of a sentence asks for. spans: the characters that say something about time."""

    text: str
    language: str
    pieces: list[Piece]
    catalogue: Catalogue
    services: Services
    me: str = ""
    elements: tuple[Element, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> str:
        """The text, folded."""
        return fold(self.text)

    def says(self, cue: re.Pattern[str]) -> bool:
        """Whether one of these cues stands in it, outside what is quoted."""
        bare = re.sub(r"[\"“„«].*?[\"”“»]", " ", self.words)
        return cue.search(bare) is not None

    @property
    def has_content(self) -> bool:
        """Whether it speaks of anything beside time: an address, a service, a name, a comparison with a number."""
        return any(piece.kind in CONTENT or piece.service or piece.kind == "number" for piece in self.pieces)

    def without_time(self) -> Wish:
        """The wish with what it says of time taken out."""
        text = self.text
        for first, last in self.spans:
            text = text[:first] + " " * (last - first) + text[last:]
        kept = [piece for piece in self.pieces if not any(a <= piece.start < b for a, b in self.spans)]
        return replace(self, text=text, pieces=kept, elements=(), spans=())

    def contents(self, kind: str) -> list[str]:
        """What its pieces of a kind stand for, each once."""
        return list(dict.fromkeys(piece.content for piece in self.pieces if piece.kind == kind))

    def unread(self) -> list[str]:
        """Stretches of several words, set off by “and”, in which there is nothing that a change could be about."""
        found = []
        for match in STRETCH.finditer(self.text):
            inside = [piece for piece in self.pieces if match.start() <= piece.start < match.end()]
            timed = any(match.start() <= first < match.end() for first, _ in self.spans)
            telling = any(p.kind in CONTENT or p.service or p.kind == "number" for p in inside)
            words = [piece for piece in inside if piece.kind == "word" and piece.fold not in FUNCTION | PRONOUNS]
            if not timed and not telling and len(words) > 1:
                found.append(AND_FIRST.sub("", match.group()).strip(" ,."))
        return found if len(found) < len(STRETCH.findall(self.text)) else []

    def planned(self, zone: str) -> Request:
        """What the planner reads in it, as the work of a worker that starts every day."""
        return read(f"{words(EVERY_DAY, self.language)}, {self.text}", zone, self.services)

    def named_services(self) -> list[str]:
        """The services it names, in order, each once."""
        return list(dict.fromkeys(piece.service for piece in self.pieces if piece.service))


def read_wish(text: str, spec: WorkerSpec, catalogue: Catalogue, me: str) -> Wish:
    """Read one part."""
    services = services_of(catalogue)
    language = language_of(text, spec)
    found = bind_names(annotate(pieces(text), language, services.at))
    elements, lexemes = _time(text, found, language, spec.language)
    spans = tuple((lexemes[e.first].start, lexemes[e.last - 1].end) for e in elements)
    return Wish(text.strip(), language, found, catalogue, services, me, tuple(elements), spans)


def language_of(text: str, spec: WorkerSpec) -> str:
    """The language of a short text; the worker's own counts where both could be."""
    return detect(text) if len(text.split()) > 1 else spec.language


def _time(text: str, found: list[Piece], *languages: str) -> tuple[list[Element], list[Lexeme]]:
    """What is said of time, in the language that makes most of it."""
    best: tuple[list[Element], list[Lexeme]] = ([], [])
    for language in dict.fromkeys(known(code) for code in (*languages, "en", "de", "es", "fr", "pt")):
        lexemes = [piece for piece in marked_lexemes(text, language) if piece.text != "\n"]
        elements = [e for e in _elements(lexemes) if not _of_a_thing(e, lexemes, found)]
        if sum(e.kind in TELLING_TIME for e in elements) > sum(e.kind in TELLING_TIME for e in best[0]):
            best = (elements, lexemes)
        if language == known(languages[0]) and best[0]:
            break
    return best


def _elements(lexemes: list[Lexeme]) -> list[Element]:
    grammar, found, index = Grammar(lexemes), [], 0
    while index < len(lexemes):
        element = grammar.element(index)
        if element is not None and element.marked and not _in_passing(element):
            found.append(element)
        index = element.last if element is not None else index + 1
    return found


def _in_passing(element: Element) -> bool:
    """A word such as “first” or “may”, which alone says nothing of time."""
    alone = element.last - element.first == 1
    return element.kind == "guard" or (alone and element.kind in ("monthdays", "nth", "months", "date"))


def _of_a_thing(element: Element, lexemes: list[Lexeme], found: list[Piece]) -> bool:
    """Whether it stands inside an address or a name, or is a number that counts things or money."""
    first, last = lexemes[element.first].start, lexemes[element.last - 1].end
    return any(piece.start <= first < piece.end and piece.kind in CONTENT for piece in found) or any(
        piece.kind == "number" and first <= piece.start < last and re.search(r"[€$£%]", piece.text) for piece in found
    )


def parts_of(text: str, spec: WorkerSpec, catalogue: Catalogue) -> list[str]:
    """The text cut into wishes: at sentence ends, and before a clause that begins a wish of its own."""
    found: list[str] = []
    for sentence in re.split(r"(?<=[.!?;])\s+|\n+", text):
        found += _cut(sentence.strip(), spec, catalogue)
    return [part.strip(" ,;.!") for part in found if part.strip(" ,;.!")]


def _cut(sentence: str, spec: WorkerSpec, catalogue: Catalogue) -> list[str]:
    language = language_of(sentence, spec)
    read = bind_names(annotate(pieces(sentence), language, services_of(catalogue).at))
    starts, last = [0], 0
    for clause in clauses(read, language):
        said = AND_FIRST.sub("", fold(sentence[last:]))
        cued = any((match := cue.search(said)) and match.start() == 0 for cue in OPENERS)
        begins = cued or (bool(clause.pieces) and bool(clause.pieces[0].verbs))
        if last and begins and not clause.lead and clause.opened in ("and", "comma", "then"):
            starts.append(last)
        last = max((piece.end for piece in clause.pieces), default=last)
    ends = [*starts[1:], len(sentence)]
    return [AND_FIRST.sub("", sentence[a:b].strip(" ,")) for a, b in zip(starts, ends, strict=True)]
