"""The verbs of the business; every public verb takes an `Actor`."""
