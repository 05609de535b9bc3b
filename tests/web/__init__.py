"""The pages' door and locks, in one process: no browser, no server."""
