"""A clause, and the words that say what it can be."""

from __future__ import annotations

from dataclasses import dataclass, field

from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set


@dataclass(slots=True)
class Clause:
    """A stretch of a prompt that says one thing.

    lead: `if`, `unless`, `else`, `label` (a short head in front of an arrow or colon) or empty; unit: number of its
    sentence or line; bullet: it is (in) a list item; opened: the mark in front of it (arrow, colon, comma, and, stop);
    closed: the mark behind.
    """

    pieces: list[Piece]
    lead: str = ""
    word: str = ""
    unit: int = 0
    bullet: bool = False
    opened: str = "stop"
    closed: str = "stop"
    words: str = ""
    flags: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The clause as written, roughly."""
        return " ".join(piece.text for piece in self.pieces)


ENTITIES = word_set("email channel phone chatid url repo handle path")


PRONOUNS = word_set(
    "it them this that these those me us him her everyone everybody all you es sie ihn ihm uns mir dies das "
    "alle lo la los las le les nos esto eso l' ca cela moi o a os as isso isto lhe mim everything each both"
)


POLITE = frozenset(["please", "pls", "plz", "bitte", "por", "kindly"])


NEGATED_IF = frozenset(["if", "si", "se", "wenn", "falls"])


RELATIVE = word_set(
    "which who whose whom that die der das dessen deren welche que qui dont cuyo cuyos cuja cujo cujos lequel laquelle"
)


SUBJECTS = word_set(
    "i we you they he she it someone somebody everybody ich wir er sie man es yo nosotros el ella ellos je "
    "nous on il elle ils eu nos a o eles ele ela ai ki ia iaa llm gpt the"
)


PLACES = word_set("channel list project table database board folder sheet url")


AI_WORDS = word_set("ai ki ia llm gpt l'ia l'ai claude gemini chatgpt genai a.i")


MODALS = word_set(
    "should must will shall can could would may needs need has have to want wants like let lets soll sollen "
    "muss kann wird werden mochte lass debe deben tiene que hay puede doit doivent peut faut deve devem "
    "precisa pode va vai deja deixe haz fais faz please bitte doesn't doesnt don't dont didn't didnt won't "
    "wont isn't isnt aren't cannot can't not nicht no ne n'est pas nao"
)


TO = word_set(
    "to into in on at an auf a al en para por au aux dans sur vers em no na ao pelo via with mit con avec com per"
)


AUXILIARY = word_set(
    "is are was were be been gets get got has have had ist sind wird wurde hat es esta estan fue ha hay son "
    "est sont a ete e foi sao for foram estiver tiver houver sera seja"
)
