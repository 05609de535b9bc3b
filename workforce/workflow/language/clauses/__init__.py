"""Clauses: a prompt cut where one thing ends and another begins, each with the word that leads it in."""

from workforce.workflow.language.clauses.acting import is_action
from workforce.workflow.language.clauses.clause import ENTITIES, PRONOUNS, Clause
from workforce.workflow.language.clauses.cutting import clauses

__all__ = ["ENTITIES", "PRONOUNS", "Clause", "clauses", "is_action"]
