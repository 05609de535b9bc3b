"""The languages in which time is understood."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

NAMES = {"en": "english", "de": "german", "es": "spanish", "fr": "french", "pt": "portuguese"}


def known(language: str) -> str:
    """The language's code if we speak it (`pt-BR` is `pt`), else English."""
    code = language.lower()[:2]
    return code if code in NAMES else "en"


@cache
def vocabulary(language: str) -> Vocabulary:
    """The language's time words."""
    name = NAMES[known(language)]
    found: Vocabulary = getattr(import_module(f"workforce.workflow.language.times.{name}"), name.upper())
    return found


@cache
def said(language: str) -> Said:
    """The pieces with which the language says a schedule."""
    name = NAMES[known(language)]
    found: Said = getattr(import_module(f"workforce.workflow.language.times.{name}"), f"{name.upper()}_SAID")
    return found
