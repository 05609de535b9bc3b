"""The embedded stack that `make up` starts."""
