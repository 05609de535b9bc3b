"""Every test of the house; the fixtures are described in conftest.py."""
