"""The words that part clauses, as tables to look them up in."""

from __future__ import annotations

from workforce.workflow.language.lexicon.joining import AND, ELSE, FILLERS, IF, PURPOSE, THEN, UNLESS

Table = dict[str, list[tuple[str, ...]]]


def _table(phrases: tuple[str, ...]) -> Table:
    table: Table = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    for options in table.values():
        options.sort(key=len, reverse=True)
    return table


def phrase_at(table: Table, folds: list[str], index: int) -> int:
    """How many words of a table's phrase stand here; 0 for none."""
    for words in table.get(folds[index], ()):
        if tuple(folds[index : index + len(words)]) == words:
            return len(words)
    return 0


IF_TABLE = _table(IF)
UNLESS_TABLE = _table(UNLESS)
ELSE_TABLE = _table(ELSE)
THEN_TABLE = _table(THEN)
AND_TABLE = _table(AND)
PURPOSE_TABLE = _table(PURPOSE)
FILLERS_TABLE = _table(FILLERS)
