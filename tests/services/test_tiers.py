"""What a tier includes is said the same everywhere."""

from __future__ import annotations

from workforce.pages import landing_words
from workforce.services.tiers import TIERS


def test_the_landing_page_promises_what_the_table_says() -> None:
    shown = {name: " ".join(includes) for name, _, _, _, includes, _ in landing_words.TIERS}
    assert list(shown) == [tier.name for tier in TIERS]
    for tier in TIERS:
        assert f"{tier.workers} workers" in shown[tier.name]
        assert f"{tier.runs:,} runs a month" in shown[tier.name]
