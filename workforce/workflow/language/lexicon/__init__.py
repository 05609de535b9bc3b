"""What words mean, in five languages, as concepts the planner knows. `look_up` is the one way in."""

from __future__ import annotations

from functools import lru_cache

from workforce.workflow.language.lexicon.nouns import NOUNS
from workforce.workflow.language.lexicon.verbs import VERBS
from workforce.workflow.language.words import fold

_LONGEST = 4  # words in a phrase


class Vocabulary:
    """Concepts by word for one language and English: whole words, stems (`creat*`) and phrases (`let_know`)."""

    def __init__(self, table: dict[str, dict[str, str]], languages: tuple[str, ...]) -> None:
        self.whole: dict[str, tuple[str, ...]] = {}
        self.stems: dict[str, tuple[str, ...]] = {}
        self.phrases: dict[str, tuple[str, ...]] = {}
        for concept, forms in table.items():
            for language in languages:
                for form in forms.get(language, "").split():
                    self._enter(fold(form), concept)

    def _enter(self, form: str, concept: str) -> None:
        target = self.phrases if "_" in form else self.stems if form.endswith("*") else self.whole
        key = form.replace("_", " ") if "_" in form else form.rstrip("*")
        if concept not in target.get(key, ()):
            target[key] = (*target.get(key, ()), concept)

    @lru_cache(maxsize=50_000)  # noqa: B019 - one vocabulary a language lives as long as the process
    def word(self, word: str) -> tuple[str, ...]:
        """The concepts of one folded word: as it stands, else by its longest known stem."""
        if word in self.whole:
            return self.whole[word]
        for length in range(len(word), 2, -1):
            if word[:length] in self.stems:
                return self.stems[word[:length]]
        return ()

    def at(self, words: list[str], index: int) -> tuple[tuple[str, ...], int]:
        """The concepts that begin at a word, and how many words they take (0: none)."""
        for length in range(min(_LONGEST, len(words) - index), 1, -1):
            found = self.phrases.get(" ".join(words[index : index + length]))
            if found:
                return found, length
        found = self.word(words[index])
        return found, 1 if found else 0


def _languages(language: str) -> tuple[str, ...]:
    return (language,) if language == "en" else (language, "en")


@lru_cache(maxsize=16)
def verbs(language: str) -> Vocabulary:
    """What the verbs of a language (and of English) ask for."""
    return Vocabulary(VERBS, _languages(language))


@lru_cache(maxsize=16)
def nouns(language: str) -> Vocabulary:
    """What the nouns of a language (and of English) name."""
    return Vocabulary(NOUNS, _languages(language))
