"""Reading prompts: words, names, clauses, conditions."""
