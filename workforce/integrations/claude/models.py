"""What each Claude model costs, and what it takes.

List prices in US dollars per million tokens as of 2026-10-10 (platform.claude.com, "Pricing"). The longest name that a
model's id begins with counts; a model that is not listed is reckoned at the highest price, so that a budget holds.
"""

from __future__ import annotations

from dataclasses import dataclass

PRICES_AS_OF = "2026-10-10"
CACHE_WRITE = 1.25  # of the input price, for the five-minute cache, with every model
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Model:
    """Dollars per million tokens; cache_read as a share of the input price; effort: it takes `output_config.effort`."""

    input: float
    output: float
    cache_read: float = 0.1
    effort: bool = True

    def dollars(self, fresh: int, output: int, read: int = 0, written: int = 0) -> float:
        """What these tokens cost; `read` from and `written` to the five-minute cache."""
        reading = fresh + read * self.cache_read + written * CACHE_WRITE
        return (reading * self.input + output * self.output) / MILLION


MODELS = {
    "claude-fable-5-": Model(10, 50, 0.025),
    "claude-mythos-5-": Model(10, 50, 0.025),
    "claude-fable-5": Model(10, 50),
    "claude-mythos-5": Model(10, 50),
    "claude-opus-5-5": Model(4, 20),
    "claude-opus-5": Model(5, 25),
    "claude-opus-4": Model(5, 25),
    "claude-sonnet-5-5": Model(2, 10),
    "claude-sonnet-5": Model(2, 10),
    "claude-sonnet-4-6": Model(3, 15),
    "claude-sonnet-4": Model(3, 15, effort=False),
    "claude-haiku-5-5": Model(0.1, 0.5),  # for prompts up to 100,000 tokens, which ours never exceed
    "claude-haiku-4": Model(1, 5, effort=False),
}
UNLISTED = Model(15, 75, effort=False)


def model_of(ident: str) -> Model:
    """The listed model whose name is the longest beginning of this id."""
    names = [name for name in MODELS if ident.startswith(name)]
    return MODELS[max(names, key=len)] if names else UNLISTED
