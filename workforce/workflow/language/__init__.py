"""Reading a prompt: words, languages, entities, clauses, conditions and times. Tables here are data, not rules."""
