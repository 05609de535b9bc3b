"""Which events count: `with the subject …`, `moves to Won`, `above 1,000`."""

from __future__ import annotations

import re

from workforce.workflow.language.comparisons import numeric, worded
from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import word_set

_TELLING = word_set(
    "containing contains to a auf para labelled with mit con avec com marked as als como comme en is por"
)


def tests_of(content: list[Piece]) -> list:  # type: ignore[type-arg]
    test = numeric(content)
    if test is None:
        telling = any(p.fold in _TELLING for p in content)
        holds = any(re.match(r"(contain|includ|mention|enthalt|contien|contem|conten|inclu)", p.fold) for p in content)
        quoted = any(
            p.kind in ("quote", "name")
            and (p.names in ("subject", "status", "stage", "column") or (holds and p.names in ("text", "")))
            for p in content
        )
        becoming = any(
            re.match(
                r"(mov|chang|pas[ae]|pass|becom|mark|wechsel|gesetzt|mud|cambi|transition|set$|goes$|reach)", p.fold
            )
            for p in content
        )
        if (telling and quoted) or becoming:
            test = worded(content)
            if (
                test is not None
                and not quoted
                and (not test.values or any(len(str(v).split()) > 2 for v in test.values))
            ):
                test = None
    return [test] if test else []
