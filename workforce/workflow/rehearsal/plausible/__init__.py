"""Plausible people, companies, records and values: the same for a seed and a day, none of them real."""

from workforce.workflow.rehearsal.plausible.cast import Cast, Company, Person
from workforce.workflow.rehearsal.plausible.dressing import Dressing, put
from workforce.workflow.rehearsal.plausible.kinds import Kind, kind_of
from workforce.workflow.rehearsal.plausible.values import value_named, words_of

__all__ = ["Cast", "Company", "Dressing", "Kind", "Person", "kind_of", "put", "value_named", "words_of"]
