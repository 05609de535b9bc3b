"""One session's memory: clicks become service verbs, results become view rows."""
