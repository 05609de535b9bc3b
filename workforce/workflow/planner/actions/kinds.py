"""Which services tell people something, which verbs say so."""

from __future__ import annotations

from workforce.workflow.language.words import word_set

TELLING = frozenset(("chat", "mail", "sms", "push", "social"))
THINKING = frozenset(("classify", "summarise", "rate", "compose", "analyse", "translate"))
TELL_VERBS = frozenset(("send", "post", "notify", "reply", "forward"))
WRITE_VERBS = word_set("add create update upload copy move delete tag close invite assign comment")
