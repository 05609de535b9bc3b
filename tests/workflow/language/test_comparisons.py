"""Conditions in words, in five languages."""

from __future__ import annotations

import pytest

from workforce.workflow.language.comparisons import number_of, numeric, worded
from workforce.workflow.language.detect import detect
from workforce.workflow.language.names import bind_names
from workforce.workflow.language.pieces import annotate, pieces


def nothing(_folded: list[str], _written: list[str], _index: int) -> tuple[str, int]:
    return "", 0


def read(text: str, language: str) -> tuple[str, list[str | float]]:
    found = bind_names(annotate(pieces(text), language, nothing))
    test = numeric(found) or worded(found)
    assert test is not None
    return test.op, test.values


@pytest.mark.parametrize(
    ("text", "language", "op", "values"),
    [
        ("the amount is above 2,000 EUR", "en", "gt", [2000.0]),
        ("score 6 or lower", "en", "lte", [6.0]),
        ("score 9 or 10", "en", "eq", [9.0, 10.0]),
        ("it does not answer with 200", "en", "neq", [200.0]),
        ("weniger als 20 Stück", "de", "lt", [20.0]),
        ("le total dépasse 500 €", "fr", "gt", [500.0]),
        ("foram menos de 500", "pt", "lt", [500.0]),
        ("el importe es de 100 o más", "es", "gte", [100.0]),
        ("the country is not Germany", "en", "neq", ["Germany"]),
        ("the start date is missing", "en", "empty", []),
        ("o nível for error ou fatal", "pt", "eq", ["error", "fatal"]),
        ('the subject contains "contract"', "en", "contains", ["contract"]),
    ],
)
def test_conditions_are_understood(text: str, language: str, op: str, values: list[str | float]) -> None:
    assert read(text, language) == (op, values)


@pytest.mark.parametrize(
    ("text", "number"),
    [("2,000", 2000.0), ("1.250,50 €", 1250.5), ("10k", 10000.0), ("$200", 200.0), ("3,5", 3.5), ("100.000", 100000.0)],
)
def test_numbers_are_read_as_people_write_them(text: str, number: float) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Every Monday send the report to the team", "en"),
        ("Jeden Montag den Bericht an das Team schicken", "de"),
        ("Cada lunes envía el informe al equipo", "es"),
        ("Chaque lundi, envoie le rapport à l'équipe", "fr"),
        ("Toda segunda envie o relatório para a equipe", "pt"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert detect(text) == language
